import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Persona } from '../../tests/support/large-round/large-round.ts';

/** Rounds of the benchmark, each in the phase that its name says. */
export type RoundName = 'claiming' | 'scoring' | 'appeal' | 'final';

/** A page as somebody opens it. */
export interface Page {
  /** Folder of the route below `routes`. */
  readonly route: string;
  readonly who: Persona | 'anyone';
  readonly round: RoundName;
  /** Of the screens that have to be fast in the largest round too. */
  readonly urgent?: boolean;
  readonly query?: string;
}

type Opened = readonly [who: Page['who'], round: RoundName, more?: Pick<Page, 'urgent' | 'query'>];
const urgent = { urgent: true };

const work: Readonly<Record<string, readonly Opened[]>> = {
  '': [
    ['organiser', 'scoring'],
    ['organiser', 'appeal'],
    ['organiser', 'final'],
    ['evaluator', 'scoring'],
    ['reviewer', 'scoring'],
    ['leader', 'scoring'],
    ['liaison', 'claiming'],
    ['liaison', 'appeal'],
  ],
  '/inbox': [['evaluator', 'scoring']],
  '/calendar': [['evaluator', 'scoring']],
};

const assessment: Readonly<Record<string, readonly Opened[]>> = {
  '/self-assessment': [['organiser', 'claiming']],
  '/self-assessment/[unit]': [
    ['liaison', 'claiming'],
    ['organiser', 'claiming'],
  ],
  '/scoring': [
    ['evaluator', 'scoring', urgent],
    ['organiser', 'scoring', urgent],
  ],
  '/scoring/units/[unit]': [
    ['evaluator', 'scoring', urgent],
    ['reviewer', 'scoring', urgent],
  ],
  '/scoring/indicators/[code]': [
    ['evaluator', 'scoring', urgent],
    ['reviewer', 'scoring', urgent],
  ],
  '/scoring/hand-ins': [['organiser', 'scoring']],
  '/scoring/calibration': [['evaluator', 'scoring']],
  '/scoring/calibration/[unit]': [['evaluator', 'scoring']],
  '/scoring/agreement': [['organiser', 'scoring']],
  '/scoring/arbitration': [['reviewer', 'scoring']],
  '/scoring/not-applicable': [['organiser', 'scoring']],
  '/scoring/arbitration/[unit]/[indicator]': [['reviewer', 'scoring']],
  '/scoring/requests': [['evaluator', 'scoring']],
  '/scoring/requests/[unit]': [['evaluator', 'scoring']],
  '/board': [
    ['organiser', 'scoring', urgent],
    ['organiser', 'appeal', urgent],
  ],
  '/checks': [['organiser', 'scoring']],
  '/evidence/[id]': [['evaluator', 'scoring']],
  '/feedback': [
    ['organiser', 'appeal'],
    ['evaluator', 'appeal'],
  ],
  '/feedback/[unit]': [
    ['liaison', 'appeal'],
    ['reviewer', 'appeal'],
  ],
  '/feedback/appeals': [['reviewer', 'appeal']],
  '/feedback/appeals/[id]': [['reviewer', 'appeal']],
  '/results': [
    ['organiser', 'final'],
    ['leader', 'scoring'],
  ],
  '/results/units/[unit]': [['organiser', 'final']],
  '/appraisal': [
    ['organiser', 'scoring'],
    ['organiser', 'scoring', { query: '?view=comments' }],
  ],
  '/appraisal/[unit]': [['organiser', 'scoring']],
  '/appraisal/slips': [['organiser', 'scoring']],
  '/appraisal/held': [['organiser', 'scoring']],
  '/appraisal/questionnaire': [['organiser', 'scoring']],
  '/appraisal/questionnaire/preview': [['organiser', 'scoring']],
  '/appraisal/channels': [['organiser', 'scoring']],
  '/appraisal/channels/[channel]': [['organiser', 'scoring']],
  '/appraisal/channels/[channel]/[invitation]': [['organiser', 'scoring']],
  '/appraisal/channels/[channel]/issue': [['organiser', 'scoring']],
  '/appraisal/paper': [['evaluator', 'scoring']],
  '/appraisal/paper/[channel]': [['evaluator', 'scoring']],
  '/publish': [['organiser', 'final']],
  '/settings': [
    ['organiser', 'scoring'],
    ['organiser', 'appeal'],
  ],
  '/settings/assignments': [['organiser', 'scoring']],
  '/settings/audit': [['organiser', 'scoring']],
};

/** What there is to be seen after the publication. */
const published: Readonly<Record<string, readonly Opened[]>> = {
  '/work/assessments/[slug]/report': [['organiser', 'final']],
  '/(public)': [['anyone', 'final']],
  '/(public)/p/[year]/[version]': [['anyone', 'final']],
  '/(public)/p/[year]/[version]/units/[code]': [['anyone', 'final']],
  '/(public)/p/[year]/[version]/report': [['anyone', 'final']],
  '/(public)/p/[year]/[version]/comments': [['anyone', 'final']],
  '/(public)/p/[year]/[version]/changes': [['anyone', 'final', { query: '?from=1' }]],
  '/(answering)/s/[slug]': [['anyone', 'scoring']],
  '/(answering)/s/[slug]/[unit]': [['anyone', 'scoring']],
  '/(answering)/s/[slug]/receipt': [['anyone', 'scoring']],
};

const listed = (table: Readonly<Record<string, readonly Opened[]>>, below: string): Page[] =>
  Object.entries(table).flatMap(([route, opened]) =>
    opened.map(([who, round, more]) => ({ route: `${below}${route}`, who, round, ...more })),
  );

export const pagesBefore: readonly Page[] = [
  ...listed(work, '/work'),
  ...listed(assessment, '/work/assessments/[slug]'),
];
export const pagesAfter: readonly Page[] = listed(published, '');

/** Pages of an assessment, and public ones about a round, that nobody measures. */
export function pagesLeftOut(): string[] {
  const measured = new Set([...pagesBefore, ...pagesAfter].map(({ route }) => route));
  const routes = fileURLToPath(new URL('../../apps/web/src/routes/', import.meta.url));
  return ['work/assessments/[slug]', '(public)/p', '(answering)/s'].flatMap((below) =>
    readdirSync(`${routes}${below}`, { recursive: true, encoding: 'utf8' })
      .filter((file) => /(^|[/\\])\+page(@.*)?\.svelte$/.test(file))
      .map((file) => `/${below}/${file.replaceAll('\\', '/')}`.replace(/\/\+page.*$/, ''))
      .filter((route) => !measured.has(route)),
  );
}
