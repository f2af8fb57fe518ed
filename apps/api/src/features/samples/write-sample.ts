import type { Language, Sample, sampleWrite } from '@gongping/contracts';
import type { z } from 'zod';
import type { Actor } from '../../http/actor.ts';
import type { Dependencies } from '../../http/dependencies.ts';
import { ProblemError } from '../../http/problem-error.ts';
import { appendAudit } from '../audit/audit.service.ts';
import { invalidInput } from '../score-sheets/invalid-input.ts';
import { ownSample } from './own-sample.ts';
import { toSample } from './sample.mapper.ts';
import * as repository from './sample.repository.ts';

/**
 * Keeps what was found of the drawn items.
 * @throws ProblemError `stale` with the newer sample, `invalid-input`, `rating-submitted`, and as `ownSample`
 */
export async function writeSample(
  { db, clock }: Dependencies,
  actor: Actor,
  args: {
    slug: string;
    id: string;
    write: z.infer<typeof sampleWrite>;
    language: Language;
    requestId: string;
  },
): Promise<Sample> {
  const { write, language } = args;
  const { row, indicator, subject, assessmentId, hold } = await ownSample(db, actor, args);
  if (write.items.length !== row.items.length) throw invalidInput('items', 'items-differ', language);
  const of = { indicator, writable: true };
  const stale = (current: repository.SampleRow) =>
    new ProblemError('stale', {
      values: { name: current.drawnByName },
      current: toSample(current, of),
    });
  if (row.revision !== write.expectedRevision) throw stale(row);
  const items = row.items.map(({ index }, place) => ({
    index,
    finding: write.items[place]?.finding ?? 'open',
    remark: write.items[place]?.remark ?? '',
  }));
  const now = clock();
  const written = { ...row, items, revision: row.revision + 1, updatedAt: now };
  await db.transaction(async (tx) => {
    await hold(tx);
    if (!(await repository.changeSample(tx, row, { items, updatedAt: now }))) {
      const current = await repository.findSample(tx, assessmentId, row.id);
      throw current ? stale(current) : new ProblemError('not-found');
    }
    await appendAudit(tx, {
      scope: assessmentId,
      at: now,
      actor,
      action: 'sample.change',
      subject,
      before: row.items,
      after: items,
      reason: '',
      requestId: args.requestId,
    });
  });
  return toSample(written, of);
}
