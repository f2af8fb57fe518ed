import type { RankedUnit, Ranking, UnitKind } from '@gongping/contracts';
import { kinds, unitsOfKind } from './groups.ts';

export const views = ['table', 'heat', 'compare'] as const;
export type View = (typeof views)[number];

/** More outlines than this cannot be told apart in one picture. */
export const mostCompared = 5;

/** What the address says of the ranking shown. */
export interface ViewQuery {
  readonly kind: UnitKind;
  readonly view: View;
  /** Code of a band, or empty for all. */
  readonly band: string;
  readonly text: string;
  /** Codes of the units compared, of the shown kind, in the order chosen. */
  readonly compare: readonly string[];
}

/**
 * Reads `?kind=department&view=heat&band=good&q=…&compare=D01,D04`. What the ranking does not know is left out; a form
 * sent without scripts repeats `compare` instead of joining it.
 */
export function readViewQuery(ranking: Ranking, search: Pick<URLSearchParams, 'get' | 'getAll'>): ViewQuery {
  const filled = kinds.filter((kind) => unitsOfKind(ranking, kind).length > 0);
  const kind = filled.find((one) => one === search.get('kind')) ?? filled[0] ?? 'county';
  const known = new Set(unitsOfKind(ranking, kind).map(({ code }) => code));
  const wanted = search.getAll('compare').flatMap((codes) => codes.split(','));
  const band = search.get('band') ?? '';
  return {
    kind,
    view: views.find((view) => view === search.get('view')) ?? 'table',
    band: ranking.method.bands.some(({ code }) => code === band) ? band : '',
    text: search.get('q') ?? '',
    compare: [...new Set(wanted)].filter((code) => known.has(code)).slice(0, mostCompared),
  };
}

/** True where the table is shown: the other views say nothing of ranks under other weights. */
export function showsTable(search: Pick<URLSearchParams, 'get'>): boolean {
  const view = search.get('view');
  return !views.some((one) => one !== 'table' && one === view);
}

/** The choice with a unit added or taken away; unchanged where it is full. */
export function toggled(compare: readonly string[], code: string): string[] {
  if (compare.includes(code)) return compare.filter((one) => one !== code);
  return compare.length >= mostCompared ? [...compare] : [...compare, code];
}

/** Units in the band whose name or code contains every word. */
export function filterUnits(
  units: readonly RankedUnit[],
  { band, text }: Pick<ViewQuery, 'band' | 'text'>,
): RankedUnit[] {
  const words = text.trim().toLowerCase().split(/\s+/).filter(Boolean);
  return units.filter((unit) => {
    const name = `${unit.code} ${unit.name.zh} ${unit.name.en}`.toLowerCase();
    return (band === '' || unit.band === band) && words.every((word) => name.includes(word));
  });
}
