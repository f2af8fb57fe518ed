import type { UnitKind } from '@gongping/contracts';

/** The views of the appraisal page, each with its address. */
export const views = ['progress', 'results', 'links', 'comments', 'settings'] as const;
export type View = (typeof views)[number];

/** Comments and settings are the organiser's. */
export function viewsFor(isOrganiser: boolean): readonly View[] {
  return isOrganiser ? views : views.filter((view) => view !== 'comments' && view !== 'settings');
}

/** The view of an address; without one what matters at the time: answers coming in, then what they say. */
export function parseView(text: string | null, allowed: readonly View[], closed: boolean): View {
  return allowed.find((view) => view === text) ?? (closed ? 'results' : 'progress');
}

/** `?kind=county`; anything else is all units. */
export function parseKind(text: string | null): UnitKind | null {
  return text === 'county' || text === 'department' ? text : null;
}
