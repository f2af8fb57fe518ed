import type { TemplateIndicator, TemplateUnit } from '../types.ts';

const notAnOrgan = ['A4-1', 'A4-2', 'A4-3', 'D1-4', 'D2-4'];
const noEmergencies = ['C2-1', 'C2-2'];

/** Leaves that do not apply to a unit beyond the annual report, which follows from the unit itself. */
const exemptions: Readonly<Record<string, readonly string[]>> = {
  C02: ['D3-2'],
  C10: ['D3-2'],
  D01: ['A4-5', 'D2-2', 'D2-4'],
  D04: ['C2-2'],
  D05: ['A4-5', 'C2-2', 'D2-2'],
  D07: ['D2-4'],
  D11: ['C2-2'],
  D13: ['D2-4'],
  D23: [...notAnOrgan, ...noEmergencies],
  D24: [...notAnOrgan, ...noEmergencies],
  D25: [...notAnOrgan, 'C1-2', 'C1-3', 'C1-4', 'C1-5', 'C1-6'],
};

const noRequests = '{unit}属{category}，未承担依申请公开职责。';
const nothingToInterpret = '{unit}评估期内未制发规范性文件，无解读对象。';
const noServices = '{unit}不直接面向群众和企业办理事项，无对外办事事项。';

const sentences: Readonly<Record<string, string>> = {
  'A4-1': noRequests,
  'A4-2': noRequests,
  'A4-3': noRequests,
  'A4-5': noServices,
  'C1-2': '{unit}评估期内未制发规范性文件。',
  'C1-3': nothingToInterpret,
  'C1-4': nothingToInterpret,
  'C1-5': nothingToInterpret,
  'C1-6': nothingToInterpret,
  'C2-1': '评估期内{unit}职责范围内未发生重大突发事件和重要政务舆情。',
  'C2-2': '评估期内{unit}职责范围内未发生突发事件。',
  'D1-4': '{unit}属{category}，非行政机关，不编制权责清单。',
  'D2-2': noServices,
  'D2-4': '{unit}无行政执法职能。',
  'D3-2': '{unit}无扶贫任务，经市扶贫主管部门核准不适用。',
};

const noAnnualReport =
  '{unit}属{category}，不属于《中华人民共和国政府信息公开条例》第四十九条规定的年度报告编报主体。';

/** Why the leaf does not apply to the unit, to which the notice gives so many tasks; null where it does. */
export function whyNotApplicable(unit: TemplateUnit, leaf: TemplateIndicator, tasks: number): string | null {
  // Only a leaf with a condition may be declared not applicable at all.
  if (leaf.naCondition === null) return null;
  let sentence: string | undefined;
  if (!unit.filesAnnualReport && leaf.code.startsWith('B')) sentence = noAnnualReport;
  else if (leaf.code === 'D4-1' && tasks === 0) sentence = '{unit}未被通知点名，无牵头任务。';
  else if (exemptions[unit.code]?.includes(leaf.code)) sentence = sentences[leaf.code];
  if (sentence === undefined) return null;
  return sentence.replace('{unit}', unit.name.zh).replace('{category}', unit.category);
}
