import type { Database } from '@gongping/db';
import type { Answers } from '@gongping/questionnaire';
import { createHash, randomUUID } from 'node:crypto';
import { ProblemError } from '../../http/problem-error.ts';
import { holdQuota } from '../surveys/channel-quota.ts';
import type { SurveyDefinition } from '../surveys/survey-definition.ts';
import { meaningOf } from './meaning.ts';
import { newReceipt } from './receipt.ts';
import * as repository from './response-store.repository.ts';

/** A sheet of paper on which those who keyed it in agree. */
export interface AgreedSheet {
  readonly channel: string;
  readonly sheet: string;
  readonly unit: { readonly id: string; readonly code: string };
  readonly answers: Answers;
  readonly now: Date;
}

/**
 * Makes a response of a sheet, once, in the transaction of the entry that completed it.
 * @returns its id
 * @throws ProblemError `survey-paused`, `channel-full`
 */
export async function storeSheet(
  tx: Database,
  survey: Pick<SurveyDefinition, 'id' | 'version' | 'pattern'>,
  { channel, sheet, unit, answers, now }: AgreedSheet,
): Promise<string> {
  const held = await holdQuota(tx, { surveyId: survey.id, channel });
  if (held === undefined || held.paused) throw new ProblemError('survey-paused');
  if (held.quota !== null && held.taken >= held.quota) throw new ProblemError('channel-full');
  const id = randomUUID();
  const stored = await repository.insertResponse(tx, {
    surveyId: survey.id,
    id,
    unitId: unit.id,
    version: survey.version,
    channel,
    receipt: newReceipt(),
    answers,
    pattern: survey.pattern.encode(answers),
    state: 'counted',
    signs: [],
    once: createHash('sha256').update(`paper:${channel}:${sheet}`).digest(),
    bodyHash: meaningOf(unit.code, answers),
    origin: null,
    seconds: null,
    submittedAt: now,
  });
  if (!stored) throw new ProblemError('paper-settled');
  return id;
}
