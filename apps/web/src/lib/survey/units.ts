import type { PublicSurvey, UnitKind } from '@gongping/contracts';

type Unit = PublicSurvey['units'][number];

const kinds = ['county', 'department'] as const satisfies readonly UnitKind[];

/** Units whose name or code contains every word of `query`, by kind; kinds without any are left out. */
export function groupUnits(units: readonly Unit[], query: string) {
  const words = query.trim().toLowerCase().split(/\s+/).filter(Boolean);
  const found = units.filter(({ code, name }) => {
    const text = `${code} ${name.zh} ${name.en}`.toLowerCase();
    return words.every((word) => text.includes(word));
  });
  return kinds
    .map((kind) => ({ kind, units: found.filter((unit) => unit.kind === kind) }))
    .filter((group) => group.units.length > 0);
}
