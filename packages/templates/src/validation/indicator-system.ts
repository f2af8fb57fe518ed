import type { IndicatorSystemTemplate, Problem, TemplateIndicator } from '../types.ts';
import { leafMarksProblems, marksProblems } from './marks.ts';
import { noticeProblems, sourceProblems } from './notice.ts';
import { parameterProblems } from './parameters.ts';
import { duplicates, emptyLabels, problem } from './problems.ts';
import { ruleFaults, ruleLabels } from './rule.ts';

/**
 * Everything that would make an indicator system unusable: codes, tree, marks (100 for each kind), rules,
 * sources in the notice, labels and parameters. Empty where the system is sound.
 */
export function validateIndicatorSystem(system: IndicatorSystemTemplate): readonly Problem[] {
  const { code, indicators, notice, title } = system;
  return [
    ...emptyLabels(code, [title]),
    ...noticeProblems(notice),
    ...duplicates(indicators.map((node) => node.code)),
    ...indicators.flatMap((node) => [
      ...emptyLabels(node.code, [node.name]),
      ...placeProblems(node, indicators),
      ...leafMarksProblems(node),
      ...ruleProblems(node, indicators),
      ...(node.rule === null ? [] : sourceProblems(node, notice)),
    ]),
    ...marksProblems(system),
    ...parameterProblems(system),
  ];
}

function placeProblems(
  node: TemplateIndicator,
  indicators: readonly TemplateIndicator[],
): readonly Problem[] {
  const { code, level, parent, role } = node;
  if (parent === null) {
    return level === 1 ? [] : [problem('level.wrong', code, `A node of level ${level} needs a parent.`)];
  }
  const above = indicators.find((each) => each.code === parent);
  if (above === undefined) return [problem('parent.unknown', code, `The parent ${parent} does not exist.`)];
  return [
    ...(above.level === level - 1 ? [] : [problem('level.wrong', code, `${parent} is not one level above.`)]),
    ...(above.role === role ? [] : [problem('parent.unknown', code, `${parent} has another role.`)]),
  ];
}

function ruleProblems(node: TemplateIndicator, indicators: readonly TemplateIndicator[]): readonly Problem[] {
  const { code, evidenceWanted, role, rule, ruleText } = node;
  const inner = indicators.some(({ parent }) => parent === code);
  if (rule === null) return inner ? [] : [problem('rule.missing', code, 'The leaf has no rule.')];
  const fits = rule.method === 'bonus' || rule.method === 'veto' ? rule.method === role : role === 'score';
  return [
    ...(inner ? [problem('rule.wrong', code, 'A node with others below it cannot have a rule.')] : []),
    ...(fits
      ? []
      : [problem('rule.wrong', code, `The method ${rule.method} does not fit the role ${role}.`)]),
    ...ruleFaults(rule).map((fault) => problem('rule.wrong', code, fault)),
    ...emptyLabels(code, ruleLabels(rule)),
    ...(ruleText === '' ? [problem('rule.missing', code, 'The rule is not put in words.')] : []),
    ...(evidenceWanted === '' ? [problem('label.empty', code, 'The evidence wanted is not named.')] : []),
  ];
}
