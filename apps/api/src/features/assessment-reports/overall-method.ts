import type { ReportBlock } from '@gongping/documents';
import type { MethodView } from '@gongping/contracts';
import { percent, plain } from '../annual-reports/figures.ts';
import { passageWords } from '../annual-reports/snapshot-figures.ts';
import { familiesOf, familyOfNodes, leavesOf } from '../results/round-facts.ts';
import { centred, naming, paragraphs, table } from './report-blocks.ts';
import type { ReportFacts } from './report-facts.ts';

/** The method in plain words, its formula, what the indicators are and what the bands mean. */
export function methodBlocks(facts: ReportFacts): ReportBlock[] {
  const { ranking, snapshot } = facts;
  return [
    ...paragraphs(
      passageWords(snapshot).method,
      `计算公式：${totalFormula(ranking.method)}。${thirdPartyFormula(facts)}`,
      vetoSentence(facts),
    ),
    ...table('指标体系构成', systemTable(facts)),
    ...table('等次划分', {
      head: [['等次', '综合得分']],
      rows: bandRows(ranking.method),
      widths: [1, 2],
    }),
  ];
}

/** As a reader would write it down. */
function totalFormula({ socialWeight, thirdPartyWeight, bonusCap, totalCap }: MethodView): string {
  const base =
    socialWeight === 0
      ? '第三方评估得分'
      : `第三方评估得分×${percent(thirdPartyWeight)}＋社会评议得分×${percent(socialWeight)}`;
  const bonus = bonusCap === 0 ? '' : '＋加分';
  const cap = totalCap === null ? '' : `，超过${plain(totalCap)}分的按${plain(totalCap)}分计`;
  return `综合得分＝${base}${bonus}${cap}`;
}

const aggregations = {
  arithmetic: '加权平均',
  geometric: '几何平均',
  harmonic: '调和平均',
  sum: '求和',
} as const;

function thirdPartyFormula({ snapshot: { facts } }: ReportFacts): string {
  const { aggregation, notApplicable, scale } = facts.method;
  if (aggregation !== 'arithmetic')
    return `第三方评估得分由各级指标得分按${aggregations[aggregation]}逐级汇总。`;
  return notApplicable === 'total'
    ? `第三方评估得分＝适用指标得分之和÷适用指标满分之和×${plain(scale)}。`
    : '不适用指标的分值由同一上级指标下的其他指标按比例分担。';
}

function vetoSentence({ ranking: { method } }: ReportFacts): string {
  const band = method.bands.find(({ code }) => code === method.vetoBand);
  return band === undefined ? '' : `触发一票否决的，等次不高于${band.name.zh}。`;
}

function systemTable({ snapshot: { facts }, groups }: ReportFacts) {
  const families = familyOfNodes(facts);
  const counted = groups.map(({ kind }) => leavesOf(facts, kind).filter(({ role }) => role === 'score'));
  const own = (at: number, family: string | null) =>
    (counted[at] ?? []).filter(({ code }) => family === null || families.get(code) === family);
  const cells = (family: string | null) =>
    groups.flatMap(({ kind }, at) => {
      const leaves = own(at, family);
      const marks = leaves.reduce((sum, leaf) => sum + Number(leaf.marks[kind] ?? 0), 0);
      return [centred(`${leaves.length}项`), centred(plain(marks))];
    });
  return {
    head: [
      [{ text: '方面', rowspan: 2 }, ...groups.map(({ name }) => ({ text: name, colspan: 2 }))],
      groups.flatMap(() => ['指标', '分值']),
    ],
    rows: [
      ...familiesOf(facts).map(({ code, name }) => [naming(`${code} ${name.zh}`), ...cells(code)]),
      [naming('合计'), ...cells(null)],
    ],
  };
}

function bandRows({ bands }: MethodView) {
  const sorted = bands.toSorted((a, b) => b.minimum - a.minimum);
  return sorted.map(({ name, minimum }, at) => {
    const above = sorted[at - 1];
    const below = above === undefined ? '' : `不足${plain(above.minimum)}分`;
    const from = minimum <= 0 && above ? '' : `${plain(minimum)}分及以上`;
    return [naming(name.zh), centred([from, below].filter((part) => part !== '').join('，'))];
  });
}
