import type { ReportProposals } from '@gongping/contracts';
import { schema, type OpenDatabase } from '@gongping/db';
import { desc, eq } from 'drizzle-orm';
import { expect } from 'vitest';
import type { Person } from './app.ts';

/** What a unit's report proposes, as somebody is told on the unit's sheet. */
export async function readReportProposals(
  person: Person,
  { slug, unit }: { slug: string; unit: string },
): Promise<ReportProposals> {
  const response = await person.call('GET', `/assessments/${slug}/score-sheets/${unit}/report-proposals`);
  expect(response.status, await response.clone().text()).toBe(200);
  return (await response.json()) as ReportProposals;
}

/** The newest entry of the log about an assessment. */
export async function lastLogged({ db }: OpenDatabase, scope: string) {
  const { auditEntries } = schema;
  const [entry] = await db
    .select()
    .from(auditEntries)
    .where(eq(auditEntries.scope, scope))
    .orderBy(desc(auditEntries.sequence))
    .limit(1);
  return entry;
}
