import type { Finding } from '@gongping/contracts';

/** Where a finding is mended: at the leaf, at the leaf of all units, or where evaluators are assigned. */
export function findingPath(slug: string, { check, unit, indicator }: Finding): string {
  const assessment = `/work/assessments/${slug}`;
  if (check === 'conflict-of-interest' && !indicator) return `${assessment}/settings/assignments`;
  if (unit === null) return `${assessment}/scoring/indicators/${encodeURIComponent(indicator?.code ?? '')}`;
  const leaf = indicator ? `?leaf=${encodeURIComponent(indicator.code)}` : '';
  return `${assessment}/scoring/units/${encodeURIComponent(unit.code)}${leaf}`;
}
