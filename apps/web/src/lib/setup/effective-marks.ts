import type { Assessment } from '@gongping/contracts';

export type EffectiveMarks = Assessment['effectiveMarks'];

/** What one family is worth for both kinds of unit; a kind is null where none of its leaves apply to it. */
export interface FamilyMarks {
  readonly code: string;
  readonly name: EffectiveMarks[number]['name'];
  readonly included: boolean;
  readonly county: EffectiveMarks[number] | null;
  readonly department: EffectiveMarks[number] | null;
}

export function familyMarks(marks: EffectiveMarks): FamilyMarks[] {
  const of = (code: string, kind: 'county' | 'department') =>
    marks.find((entry) => entry.family === code && entry.kind === kind) ?? null;
  return [...new Map(marks.map((entry) => [entry.family, entry])).values()].map((entry) => ({
    code: entry.family,
    name: entry.name,
    included: entry.included,
    county: of(entry.family, 'county'),
    department: of(entry.family, 'department'),
  }));
}

/** Leaves that one unit of a kind is scored on, bonuses and vetoes aside. */
export function leavesPerUnit(marks: EffectiveMarks, kind: 'county' | 'department'): number {
  return marks
    .filter((entry) => entry.kind === kind && entry.included)
    .reduce((sum, { leaves }) => sum + leaves, 0);
}

/** By how much the marks that are left grow when families are switched off; 1 where none is, null where none is left. */
export function growth(marks: EffectiveMarks, kind: 'county' | 'department'): number | null {
  const entry = marks.find(
    ({ included, marks: designed, ...of }) => of.kind === kind && included && Number(designed) > 0,
  );
  return entry ? Number(entry.share) / Number(entry.marks) : null;
}
