import type { Role } from '@gongping/contracts';
import type { LocalText } from '@gongping/scoring';
import type { SearchEntry } from '#lib/frame/search.ts';
import { localText } from '#lib/format/local-text.ts';

interface Named {
  readonly code: string;
  readonly name: LocalText;
}

/**
 * What the search of the top bar finds in an assessment. Organisers and leaders want a unit's result, those who score
 * or review its sheet, a liaison what is published of it; leaves lead to their sheet, for those who may open it.
 */
export function searchEntries(
  { slug, units, leaves }: { slug: string; units: readonly Named[]; leaves: readonly Named[] },
  roles: ReadonlySet<Role>,
): SearchEntry[] {
  const base = `/work/assessments/${slug}`;
  const scores = roles.has('organiser') || roles.has('evaluator') || roles.has('reviewer');
  const unitPath =
    roles.has('organiser') || roles.has('leader')
      ? `${base}/results/units`
      : scores
        ? `${base}/scoring/units`
        : `/p/${slug}/latest/units`;
  const entry = (path: string) => (item: Named) => ({
    label: localText(item.name),
    detail: item.code,
    href: `${path}/${item.code}`,
  });
  return [...units.map(entry(unitPath)), ...(scores ? leaves.map(entry(`${base}/scoring/indicators`)) : [])];
}
