import type { OpenPoint } from '@gongping/contracts';

export type OpenKind = OpenPoint['kind'];

/** Most serious first: only unscored leaves keep the scoring from being closed. */
export const openKinds = [
  'unscored',
  'missing-reason',
  'missing-evidence',
  'unassigned',
] as const satisfies readonly OpenKind[];

/** What is open in one unit. */
export interface OpenUnit {
  readonly unit: OpenPoint['unit'];
  readonly points: readonly OpenPoint[];
}

export function countByKind(points: readonly OpenPoint[]): Record<OpenKind, number> {
  const counts = { unscored: 0, 'missing-reason': 0, 'missing-evidence': 0, unassigned: 0 };
  for (const { kind } of points) counts[kind] += 1;
  return counts;
}

/** Unit by unit in the order given. */
export function groupByUnit(points: readonly OpenPoint[]): OpenUnit[] {
  const groups = Map.groupBy(points, ({ unit }) => unit.code);
  return [...groups.values()].flatMap((own) => {
    const [first] = own;
    return first ? [{ unit: first.unit, points: own }] : [];
  });
}

/** `?open=missing-reason`, else all of them. */
export function parseOpenKind(text: string | null): OpenKind | null {
  return openKinds.find((kind) => kind === text) ?? null;
}

/** Where an open point is settled: at the leaf, or where evaluators are assigned. */
export function openPointPath(slug: string, { kind, unit, indicator }: OpenPoint): string {
  const assessment = `/work/assessments/${slug}`;
  if (kind === 'unassigned') return `${assessment}/settings/assignments`;
  const leaf = indicator ? `?leaf=${encodeURIComponent(indicator.code)}` : '';
  return `${assessment}/scoring/units/${encodeURIComponent(unit.code)}${leaf}`;
}
