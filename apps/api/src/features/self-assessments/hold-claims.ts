import type { Language } from '@gongping/contracts';
import type { Database } from '@gongping/db';
import { dayInShanghai } from '../../http/day-in-shanghai.ts';
import { ProblemError } from '../../http/problem-error.ts';
import { momentInShanghai } from '../../http/moment-in-shanghai.ts';
import { wrongPhase } from '../assessments/wrong-phase.ts';
import { closedBy, lastDayOf, type ClaimRound } from './claim-stand.ts';
import * as repository from './claim-stand.repository.ts';

export interface ClaimHold {
  readonly assessmentId: string;
  readonly unitId: string;
  readonly now: Date;
  readonly language: Language;
}

/** Where a unit stands, held until the transaction ends. */
export interface HeldStand {
  readonly round: ClaimRound;
  readonly submission: repository.SubmissionRow | undefined;
  readonly lastDay: string | null;
}

/** Holds phase, dates and submission of a unit. @throws ProblemError `not-found` where the assessment is gone */
export async function holdStand(
  tx: Database,
  { assessmentId, unitId }: ClaimHold,
  strength: 'share' | 'update',
): Promise<HeldStand> {
  const round = await repository.holdRound(tx, assessmentId);
  if (!round) throw new ProblemError('not-found');
  await repository.holdUnit(tx, { assessmentId, unitId }, strength);
  const [submission] = await repository.listSubmissions(tx, assessmentId, [unitId]);
  const [reopening] = await repository.listReopenings(tx, assessmentId, [unitId]);
  return { round, submission, lastDay: lastDayOf(round, reopening) };
}

/**
 * As `holdStand`, for the unit itself.
 * @throws ProblemError `wrong-phase`, `past-last-day` where it is closed
 */
export async function holdOpen(
  tx: Database,
  hold: ClaimHold,
  strength: 'share' | 'update',
): Promise<HeldStand> {
  const stand = await holdStand(tx, hold, strength);
  const { lastDay, round } = stand;
  const closed = closedBy(round, { lastDay, today: dayInShanghai(hold.now) });
  if (closed === 'phase') throw wrongPhase(round.phase, 'claimsClosed', hold.language);
  if (closed === 'day') {
    const what = hold.language === 'zh' ? '自评' : 'the self-assessment';
    throw new ProblemError('past-last-day', { values: { what, day: lastDay ?? '' } });
  }
  return stand;
}

/**
 * Lets the unit write claims and their proof until the transaction ends.
 * @throws ProblemError as `holdOpen`, `claims-submitted` where it has handed in
 */
export async function holdWriting(tx: Database, hold: ClaimHold): Promise<void> {
  const { submission } = await holdOpen(tx, hold, 'share');
  if (submission) throw submitted(submission);
}

/** The refusal of a change to what was handed in. */
export function submitted({ submittedByName, submittedAt }: repository.SubmissionRow): ProblemError {
  const values = { name: submittedByName, time: momentInShanghai(submittedAt) };
  return new ProblemError('claims-submitted', { values });
}
