import type { Ranking, RankedUnit, UnitKind } from '@gongping/contracts';
import type { LocalText } from '@gongping/scoring';

/** Units that are ranked together, best first, with what a report calls them. */
export interface Group {
  readonly kind: UnitKind;
  readonly name: string;
  readonly label: LocalText;
  readonly units: readonly RankedUnit[];
}

const names: readonly (readonly [UnitKind, LocalText])[] = [
  ['county', { zh: '县市区', en: 'Counties' }],
  ['department', { zh: '部门', en: 'Departments' }],
];

/** The groups that have units, counties first. */
export function groupsOf({ units }: Pick<Ranking, 'units'>): Group[] {
  return names
    .map(([kind, label]) => ({
      kind,
      name: label.zh,
      label,
      units: units.filter((unit) => unit.kind === kind),
    }))
    .filter(({ units: own }) => own.length > 0);
}
