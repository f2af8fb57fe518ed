/** The tasks of the navigation; each but `today` is a folder below an assessment, paper one of the appraisal's. */
export const areas = [
  'today',
  'self-assessment',
  'scoring',
  'appraisal',
  'paper',
  'feedback',
  'results',
  'report',
  'unit-reports',
  'settings',
] as const;

export type Area = (typeof areas)[number];

/**
 * Where a task of an assessment lives. Without an assessment every task but Today leads to the list
 * of assessments, where the first one is created.
 */
export function areaPath(area: Area, slug: string | null): string {
  if (area === 'today') return '/work';
  // Reports are filed year by year, whatever is assessed.
  if (area === 'unit-reports') return '/work/reports';
  if (slug === null) return '/work/assessments';
  return `/work/assessments/${slug}/${area === 'paper' ? 'appraisal/paper' : area}`;
}

/** The task that a path belongs to: publishing and the checks are of the results, the board of today, other pages without a task of their own of setting up. */
export function areaOf(pathname: string): Area | null {
  if (/^\/work\/assessments\/[^/]+\/appraisal\/paper(\/|$)/.test(pathname)) return 'paper';
  if (/^\/work\/reports(\/|$)/.test(pathname)) return 'unit-reports';
  const folder = /^\/work\/assessments\/[^/]+\/([^/]+)/.exec(pathname)?.[1];
  const found = areas.find((area) => area === folder);
  if (found) return found;
  if (folder === 'publish' || folder === 'checks') return 'results';
  if (pathname === '/work' || folder === 'board') return 'today';
  return /^\/work\/(assessments|indicator-systems|people|mail|calendar|demonstration)/.test(pathname)
    ? 'settings'
    : null;
}

/** The assessment that a path is in. */
export function assessmentSlugOf(pathname: string): string | null {
  const slug = /^\/work\/assessments\/([^/]+)/.exec(pathname)?.[1];
  return slug === undefined || slug === 'new' ? null : slug;
}

/**
 * The same page of another assessment: switching keeps the task one is at.
 *
 * @param home where to go from a page that belongs to no assessment
 */
export function switchPath(pathname: string, slug: string, home: Area): string {
  const area = areaOf(pathname);
  return areaPath(area === null || area === 'today' ? home : area, slug);
}
