import type { Language, Questionnaire, surveyReceipt, SurveySubmission } from '@gongping/contracts';
import { createHash } from 'node:crypto';
import type { z } from 'zod';
import { canonicalJson } from '../../http/canonical-json.ts';
import type { Dependencies } from '../../http/dependencies.ts';
import { momentInShanghai } from '../../http/moment-in-shanghai.ts';
import { newId } from '../../http/new-id.ts';
import { ProblemError } from '../../http/problem-error.ts';
import { checkAnswers } from './check-answers.ts';
import { newReceipt } from './receipt.ts';
import * as responses from './response.repository.ts';
import { resultsDay, statusOf } from './survey.mapper.ts';
import * as surveys from './survey.repository.ts';
import { countSubmission } from './survey-limit.ts';

export interface Submission {
  readonly slug: string;
  readonly body: SurveySubmission;
  readonly idempotencyKey: string | null;
  /** For the limit only: it is neither stored nor logged. */
  readonly address: string;
  readonly language: Language;
}

interface Submitted {
  readonly receipt: z.infer<typeof surveyReceipt>;
  /** False where the key answered an earlier response's receipt. */
  readonly created: boolean;
}

/**
 * Stores one answered questionnaire; it answers once the row is committed. The same idempotency key with the same
 * meaning answers the first receipt again, even after the survey has closed.
 *
 * @throws ProblemError `not-found`, `too-many-attempts`, `survey-not-open`, `unit-not-assessed`, `invalid-input`,
 *   `idempotency-mismatch`
 */
export async function submitResponse(
  { db, clock, limits }: Dependencies,
  submission: Submission,
): Promise<Submitted> {
  const { body, idempotencyKey } = submission;
  const found = await surveys.findSurvey(db, submission.slug);
  if (!found) throw new ProblemError('not-found');
  const { survey, phaseDates } = found;
  await countSubmission(limits.survey, { address: submission.address, surveyId: survey.id });

  const checked = checkAnswers(survey.questionnaire as Questionnaire, body.answers, submission.language);
  const bodyHash = createHash('sha256')
    .update(canonicalJson({ unit: body.unit, answers: checked.answers, token: body.token ?? null }))
    .digest('hex');
  const replay = async (): Promise<Submitted | null> => {
    if (idempotencyKey === null) return null;
    const earlier = await responses.findByKey(db, survey.id, idempotencyKey);
    if (!earlier) return null;
    if (earlier.bodyHash !== bodyHash) throw new ProblemError('idempotency-mismatch');
    return { receipt: receiptOf(earlier, phaseDates), created: false };
  };
  const replayed = checked.errors.length === 0 ? await replay() : null;
  if (replayed) return replayed;

  const now = clock();
  if (statusOf(survey, now) !== 'open') {
    const values = { opens: momentInShanghai(survey.opensAt), closes: momentInShanghai(survey.closesAt) };
    throw new ProblemError('survey-not-open', { values });
  }
  const units = await surveys.listSurveyUnits(db, survey.assessmentId);
  const unit = units.find(({ code }) => code === body.unit);
  if (!unit) throw new ProblemError('unit-not-assessed', { values: { unit: body.unit } });
  if (checked.errors.length > 0) {
    const { errors } = checked;
    throw new ProblemError('invalid-input', { errors });
  }
  const row: responses.ResponseRow = {
    surveyId: survey.id,
    id: newId(now),
    unitId: unit.id,
    receipt: newReceipt(),
    answers: checked.answers,
    idempotencyKey,
    bodyHash,
    submittedAt: now,
  };
  if (await responses.insertResponse(db, row)) return { receipt: receiptOf(row, phaseDates), created: true };
  // Another request with the same key was faster by a moment.
  const other = await replay();
  if (!other) throw new Error('a taken idempotency key has no response');
  return other;
}

function receiptOf(
  row: Pick<responses.ResponseRow, 'receipt' | 'submittedAt'>,
  phaseDates: surveys.SurveyWithRound['phaseDates'],
): z.infer<typeof surveyReceipt> {
  return {
    receipt: row.receipt,
    submittedAt: row.submittedAt.toISOString(),
    resultsOn: resultsDay(phaseDates),
  };
}
