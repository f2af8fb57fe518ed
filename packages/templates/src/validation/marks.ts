import type { IndicatorSystemTemplate, Problem, TemplateIndicator, UnitKind } from '../types.ts';
import { near, problem, sum } from './problems.ts';

const KINDS = ['county', 'department'] as const satisfies readonly UnitKind[];

/** The marks of each kind add up to 100, and family by family to what the template states. */
export function marksProblems({
  code,
  familyMarks,
  indicators,
}: IndicatorSystemTemplate): readonly Problem[] {
  const scored = indicators.filter(({ role, rule }) => role === 'score' && rule !== null);
  const families = new Set([
    ...Object.keys(familyMarks),
    ...scored.map((leaf) => familyOf(leaf, indicators)),
  ]);
  return KINDS.flatMap((kind) => [
    ...difference('marks.total', { where: code, kind, expected: 100 }, scored),
    ...[...families].flatMap((family) =>
      difference(
        'marks.family',
        { where: family, kind, expected: familyMarks[family]?.[kind] ?? 0 },
        scored.filter((leaf) => familyOf(leaf, indicators) === family),
      ),
    ),
  ]);
}

/** Marks are positive or absent for a scored leaf, the cap of a bonus, 0 for a veto, and absent above the leaves. */
export function leafMarksProblems(node: TemplateIndicator): readonly Problem[] {
  const given = KINDS.map((kind) => node.marks[kind]).filter((marks) => marks !== null);
  const wrong = (message: string) => [problem('marks.wrong', node.code, message)];
  if (node.rule === null) return given.length === 0 ? [] : wrong('Only a leaf can carry marks.');
  if (given.length === 0) return wrong('The leaf has marks for no kind of unit.');
  if (node.role === 'veto')
    return given.every((marks) => marks === 0) ? [] : wrong('A veto carries no marks.');
  if (!given.every((marks) => Number.isFinite(marks) && marks > 0)) return wrong('Marks must be above 0.');
  const kinds = KINDS.filter((kind) => node.marks[kind] !== null);
  return kinds.join() === node.unitKinds.join() ? [] : wrong('The kinds of units and the marks disagree.');
}

interface Expectation {
  readonly where: string;
  readonly kind: UnitKind;
  readonly expected: number;
}

function difference(
  code: 'marks.total' | 'marks.family',
  { where, kind, expected }: Expectation,
  leaves: readonly TemplateIndicator[],
): readonly Problem[] {
  const actual = sum(leaves.map(({ marks }) => marks[kind] ?? 0));
  if (near(actual, expected)) return [];
  return [problem(code, where, `The marks for ${kind} add up to ${actual}, not ${expected}.`)];
}

/** Code of the top node above; a node whose parent is missing counts as its own top. */
function familyOf(node: TemplateIndicator, indicators: readonly TemplateIndicator[]): string {
  let top = node;
  for (let depth = node.level; depth > 1; depth -= 1) {
    top = indicators.find(({ code }) => code === top.parent) ?? top;
  }
  return top.code;
}
