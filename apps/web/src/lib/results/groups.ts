import type { RankedUnit, Ranking, UnitKind } from '@gongping/contracts';

/** Counties and departments have marks and rankings of their own. */
export const kinds = ['county', 'department'] as const satisfies readonly UnitKind[];

/** The units of one kind, in the order of the ranking. */
export function unitsOfKind({ units }: Pick<Ranking, 'units'>, kind: UnitKind): RankedUnit[] {
  return units.filter((unit) => unit.kind === kind);
}

/** Ranks that more than one unit of the group has. */
export function tiedRanks(units: readonly Pick<RankedUnit, 'rank'>[]): ReadonlySet<number> {
  const seen = new Set<number>();
  const tied = new Set<number>();
  for (const { rank } of units) {
    if (rank === null) continue;
    if (seen.has(rank)) tied.add(rank);
    seen.add(rank);
  }
  return tied;
}

/** The units before and after one in its group, as ranked. */
export function neighbours(
  units: readonly RankedUnit[],
  code: string,
): { readonly previous: RankedUnit | null; readonly next: RankedUnit | null } {
  const at = units.findIndex((unit) => unit.code === code);
  if (at === -1) return { previous: null, next: null };
  return { previous: units[at - 1] ?? null, next: units[at + 1] ?? null };
}

/** Leaves that nobody has scored yet, over all units. */
export function unscoredLeaves(units: readonly Pick<RankedUnit, 'unscored'>[]): number {
  return units.reduce((sum, { unscored }) => sum + unscored, 0);
}
