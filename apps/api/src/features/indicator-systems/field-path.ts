/** Where the columns of the indicators' table are in a node, as the editor has it. */
const nodePaths: Readonly<Record<string, string>> = {
  name: 'name.zh',
  name_en: 'name.en',
  applies_to: 'unitKinds',
  marks_county: 'marks.county',
  marks_department: 'marks.department',
  method: 'rule.method',
  numerator: 'rule.numerator.zh',
  numerator_en: 'rule.numerator.en',
  denominator: 'rule.denominator.zh',
  denominator_en: 'rule.denominator.en',
  denominator_kind: 'rule.denominatorRule.kind',
  denominator_value: 'rule.denominatorRule.value',
  zero_when: 'rule.zeroWhen.zh',
  zero_when_en: 'rule.zeroWhen.en',
  rule_text: 'ruleText',
  evidence_wanted: 'evidenceWanted',
  na_condition: 'naCondition',
  legal_basis: 'legalBasis',
  judge: 'judge',
};
const entryPaths: Readonly<Record<string, string>> = { label: 'label.zh', label_en: 'label.en' };
const lists: Readonly<Record<string, string>> = { credit: 'credits', level: 'levels', point: 'points' };

/**
 * The path of a column in a node: `marks.county`, `rule.levels.0.label.en`.
 *
 * @param entry which entry of which list of the rule, for the table of those
 */
export function fieldPath(
  column: string,
  entry: { readonly part: string; readonly at: number } | null,
): string {
  if (entry === null) return nodePaths[column] ?? column;
  // Deductions are `deductions` of a ratio and `items` of a rule of deductions alone: the editor asks for the former.
  const list = lists[entry.part] ?? 'deductions';
  return `rule.${list}.${entry.at}.${entryPaths[column] ?? column}`;
}
