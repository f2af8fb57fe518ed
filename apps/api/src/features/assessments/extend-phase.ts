import type { Assessment, Language, phaseExtension } from '@gongping/contracts';
import type { z } from 'zod';
import type { Actor } from '../../http/actor.ts';
import { dayInShanghai } from '../../http/day-in-shanghai.ts';
import type { Dependencies } from '../../http/dependencies.ts';
import { ProblemError } from '../../http/problem-error.ts';
import { appendAudit } from '../audit/audit.service.ts';
import { visibleAssessment } from './assessment.access.ts';
import * as repository from './assessment.repository.ts';
import { readAssessment } from './assessment.service.ts';
import { invalidSettings } from './validate-settings.ts';

/**
 * Gives the present phase more time: a later last day, with a reason.
 * @throws ProblemError `not-found`, `forbidden`, `reason-required`, `invalid-input` where the day is not later
 */
export async function extendPhase(
  { db, clock }: Dependencies,
  actor: Actor,
  args: {
    slug: string;
    extension: z.infer<typeof phaseExtension>;
    language: Language;
    requestId: string;
  },
): Promise<Assessment> {
  const { end, reason } = args.extension;
  const found = await visibleAssessment(db, actor, { slug: args.slug, roles: ['organiser'] });
  if (reason === '') throw new ProblemError('reason-required');
  return db.transaction(async (tx) => {
    const row = await repository.lockAssessment(tx, found.id);
    if (!row) throw new ProblemError('not-found');
    const today = dayInShanghai(clock());
    const before = row.phaseDates[row.phase] ?? null;
    if (end < today || (before !== null && end <= before.end)) {
      const values = { end: before?.end ?? today };
      throw invalidSettings([{ path: 'end', sentence: 'extensionNotLater', values }], args.language);
    }
    const phaseDates = { ...row.phaseDates, [row.phase]: { start: before?.start ?? today, end } };
    const changed = { ...row, phaseDates, revision: row.revision + 1 };
    await repository.updateAssessment(tx, changed);
    await appendAudit(tx, {
      scope: row.id,
      at: clock(),
      actor,
      action: 'assessment.extend',
      subject: 'assessment',
      before: { phase: row.phase, end: before?.end ?? null },
      after: { phase: row.phase, end },
      reason,
      requestId: args.requestId,
    });
    return readAssessment(tx, changed);
  });
}
