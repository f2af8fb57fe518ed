import { insertRows, schema, type Database } from '@gongping/db';
import { sql } from 'drizzle-orm';
import { randomUUID } from 'node:crypto';
import type { LargeCell } from './judgements.ts';
import { personas, type People } from './people.ts';

/** Messages to each persona about a round. */
const messagesEach = 60;

/**
 * What a round leaves in the log and in the inboxes. The log is as long as it would be; its hashes are not those of a
 * chain, which nobody checks here.
 */
export async function insertRecords(
  db: Database,
  cells: readonly LargeCell[],
  { ids, now }: Pick<People, 'ids'> & { now: Date },
): Promise<void> {
  const scope = cells[0]?.key.assessmentId ?? '';
  const moved = ['self_assessment', 'scoring'].map((phase) => {
    return { action: 'assessment.phase', subject: 'assessment', after: { phase }, actor: ids.organiser };
  });
  const rated = cells.flatMap(({ name, first, second }) =>
    [first, second].map((level, at) => ({
      action: 'rating.write',
      subject: `rating ${name} ${at + 1}`,
      after: { state: 'scored', marks: null, input: { method: 'graded', level }, reason: '' },
      actor: at === 0 ? ids.evaluator : ids.second,
    })),
  );
  const entries = [...moved, ...rated].map(
    ({ action, subject, after, actor }, at): typeof schema.auditEntries.$inferSelect => ({
      scope,
      sequence: at + 1,
      at: now,
      actorId: actor,
      actorName: 'evaluator',
      action,
      subject,
      before: null,
      after,
      reason: '',
      requestId: 'large-round',
      previousHash: '',
      hash: '',
    }),
  );
  await insertRows(db, schema.auditEntries, entries);
  await insertMessages(db, { assessmentId: scope, ids, now });
}

async function insertMessages(
  db: Database,
  { assessmentId, ids, now }: { assessmentId: string; ids: People['ids']; now: Date },
): Promise<void> {
  const rows = personas.flatMap((persona) =>
    Array.from({ length: messagesEach }, (_message, at) => ({
      id: randomUUID(),
      assessmentId,
      userId: ids[persona],
      kind: 'phase-opened',
      occasion: String(at),
      values: { phase: { zh: '评分', en: 'Scoring' }, end: '2030-12-31' },
      path: '/work',
      createdAt: now,
      readAt: at % 2 === 0 ? now : null,
    })),
  );
  await insertRows(db, schema.inboxMessages, rows);
}

/** Lets PostgreSQL know how large the tables have become: it would find out by itself only a minute later. */
export async function analyse(db: Database): Promise<void> {
  await db.execute(sql`analyze`);
}
