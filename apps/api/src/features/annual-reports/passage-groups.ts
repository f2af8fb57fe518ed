import type { Ranking, RankedUnit, UnitKind } from '@gongping/contracts';

/** Units that are ranked together, best first, with what a report calls them. */
export interface Group {
  readonly kind: UnitKind;
  readonly name: string;
  readonly units: readonly RankedUnit[];
}

const names: readonly (readonly [UnitKind, string])[] = [
  ['county', '县市区'],
  ['department', '部门'],
];

/** The groups that have units, counties first. */
export function groupsOf({ units }: Ranking): Group[] {
  return names
    .map(([kind, name]) => ({ kind, name, units: units.filter((unit) => unit.kind === kind) }))
    .filter(({ units: own }) => own.length > 0);
}
