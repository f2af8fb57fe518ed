import type { Database } from '@gongping/db';
import { seedCalendar } from '@gongping/api';
import type { RunningProduct } from '../../tests/support/server.ts';
import { invitedChannel, paperChannel } from '../../tests/support/large-round/channels.ts';
import {
  insertLargeRounds,
  type LargeRounds,
  type Size,
} from '../../tests/support/large-round/large-round.ts';
import type { Page, RoundName } from './workflow-pages.ts';

export type WorkflowRounds = LargeRounds<RoundName>;

/** Fills a migrated database with a round in each phase that pages differ by. */
export async function insertWorkflowRounds(db: Database, size: Size): Promise<WorkflowRounds> {
  await seedCalendar(db);
  return insertLargeRounds(db, size, {
    final: { year: 2018, phase: 'final' },
    appeal: { year: 2019, phase: 'appeal' },
    scoring: { year: 2020, phase: 'scoring' },
    claiming: { year: 2021, phase: 'self_assessment' },
  });
}

/** The address of a page in its round. */
export function addressOf({ route, round, query }: Page, { places }: WorkflowRounds): string {
  const of = places[round];
  const isPublic = route.startsWith('/(');
  const about: Record<string, string> = route.includes('/arbitration/')
    ? { slug: of.slug, unit: of.caseUnit, indicator: of.caseLeaf }
    : {
        slug: of.slug,
        unit: of.unit,
        code: isPublic ? of.unit : of.leaf,
        id: route.includes('/appeals/') ? of.appeal : of.page,
        year: of.slug,
        version: 'latest',
        channel: route.includes('/paper/') ? paperChannel : invitedChannel,
        invitation: of.invitation,
      };
  const path = route
    .replace(/^\/\(\w+\)/, '')
    .replaceAll(/\[(\w+)\]/g, (_whole, name: string) => about[name] ?? '');
  return `${path || '/'}${query ?? ''}`;
}

/** Publishes the round in the final phase, as its organiser would. */
export async function publishFinal(
  { url }: RunningProduct,
  { cookies, places }: WorkflowRounds,
): Promise<void> {
  const address = `${url}/api/v1/assessments/${places.final.slug}/publications`;
  const headers = { cookie: cookies.organiser, 'content-type': 'application/json' };
  const answer = await fetch(address, { method: 'POST', headers, body: JSON.stringify({ reason: '' }) });
  if (!answer.ok) throw new Error(`The round was not published: ${await answer.text()}`);
}
