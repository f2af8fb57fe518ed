import type { Language, surveyReceipt, SurveySubmission } from '@gongping/contracts';
import { hash, randomUUID } from 'node:crypto';
import type { z } from 'zod';
import type { Dependencies } from '../../http/dependencies.ts';
import { ProblemError } from '../../http/problem-error.ts';
import type { SurveyDefinition } from '../surveys/survey-definition.ts';
import { resultsDay } from '../surveys/survey.mapper.ts';
import { namedEntrance, tokenEntrance, type Entrance } from './channel-of.ts';
import { firstSigns, isHeldFor } from './first-signs.ts';
import { answersIn } from './group-of-channel.ts';
import { meaningOf } from './meaning.ts';
import { originOf, senderOf, type Sender } from './origin.ts';
import { provenId } from './proof.ts';
import { newReceipt } from './receipt.ts';
import { refuseClosed } from './refuse-closed.ts';
import * as repository from './response-store.repository.ts';
import { isGenuineStamp, momentOfStamp } from './stamp.ts';
import { storeWithinQuota, type Stored } from './store-response.ts';
import { tellAnswers } from './tell-answers.ts';

export interface Submission {
  readonly slug: string;
  readonly body: SurveySubmission;
  readonly idempotencyKey: string | null;
  /** For limits and for the day's hash only: it is neither stored nor logged. */
  readonly address: string;
  readonly userAgent: string;
  readonly language: Language;
}

interface Submitted {
  readonly receipt: z.infer<typeof surveyReceipt>;
  /** False where the key answered an earlier response's receipt. */
  readonly created: boolean;
}

type Deps = Pick<Dependencies, 'db' | 'clock' | 'intake'>;

/**
 * Stores one answered questionnaire; it answers once the row is committed. The same idempotency key with the same
 * meaning answers the first receipt again, even after the survey has closed.
 *
 * @throws ProblemError `not-found`, `too-many-attempts`, `survey-not-open`, `survey-paused`, `channel-full`,
 *   `channel-not-open`, `token-not-valid`, `token-needs-key`, `unit-not-assessed`, `invalid-input`, `proof-used`,
 *   `idempotency-mismatch`
 */
export async function submitResponse(deps: Deps, submission: Submission): Promise<Submitted> {
  const { db, clock, intake } = deps;
  const { body, idempotencyKey } = submission;
  const survey = await intake.definitions.find(submission.slug);
  if (!survey) throw new ProblemError('not-found');
  const now = clock();
  const key = await intake.dayKeys.at(now);
  const sender = senderOf(key, { surveyId: survey.id, address: submission.address });
  await intake.limit.count(sender);

  const told = (group: string | null) =>
    tellAnswers(
      survey.questionnaire,
      answersIn(survey.questionnaire, body.answers, group),
      submission.language,
    );
  const once = digestOf('answer', idempotencyKey ?? randomUUID());
  const replay = async (): Promise<Submitted | null> => {
    if (idempotencyKey === null) return null;
    const earlier = await repository.findByOnce(db, survey.id, once);
    if (!earlier) return null;
    const { answers, errors } = told(survey.channels.get(earlier.channel)?.group ?? null);
    if (errors.length > 0) return null;
    if (earlier.bodyHash !== meaningOf(body.unit, answers)) throw new ProblemError('idempotency-mismatch');
    return { receipt: receiptOf(earlier, survey), created: false };
  };

  try {
    const entrance = await entranceOf(deps, survey, { submission, sender });
    refuseClosed(survey, entrance.channel, now);
    const unitId = unitOf(survey, body.unit, entrance);
    const checked = told(entrance.channel.group);
    if (checked.errors.length > 0) throw new ProblemError('invalid-input', { errors: checked.errors });

    const page = await pageOf(deps, survey, { body, now });
    const unproven = entrance.channel.kind === 'open' && entrance.channel.proof && page.provenId === null;
    if (unproven) await intake.unprovenLimit.count(sender);
    const signs = firstSigns(body, { answers: checked.answers, seconds: page.seconds, unproven });
    const invited = entrance.token !== null;
    const { token } = entrance;
    if (token !== null && !(await repository.claimToken(db, survey.id, token)))
      throw new ProblemError('token-not-valid');
    const row: repository.NewResponse = {
      surveyId: survey.id,
      id: (invited ? null : page.provenId) ?? randomUUID(),
      unitId,
      version: survey.version,
      channel: entrance.channel.code,
      receipt: newReceipt(),
      answers: checked.answers,
      pattern: survey.pattern.encode(checked.answers),
      state: isHeldFor(signs) ? 'held' : 'counted',
      signs,
      once,
      bodyHash: meaningOf(body.unit, checked.answers),
      // Nothing of these may lead from an answer to the holder of a token.
      origin: invited
        ? null
        : originOf(key, {
            surveyId: survey.id,
            address: submission.address,
            userAgent: submission.userAgent,
          }),
      seconds: invited ? null : page.seconds,
      submittedAt: invited ? wholeHour(now) : now,
    };
    const stored = await store(deps, row, entrance);
    if (stored === 'full' || stored === 'paused') {
      if (token !== null) await repository.unclaimToken(db, survey.id, token);
      throw new ProblemError(stored === 'full' ? 'channel-full' : 'survey-paused');
    }
    if (stored === 'stored') {
      if (row.state === 'counted') entrance.channel.taken += 1;
      return { receipt: receiptOf(row, survey), created: true };
    }
  } catch (refusal) {
    // Whatever has changed since: a request that was answered before is answered the same way again.
    const earlier = refusal instanceof ProblemError ? await replay() : null;
    if (earlier) return earlier;
    throw refusal;
  }
  const earlier = await replay();
  if (!earlier) throw new ProblemError('proof-used');
  return earlier;
}

/** @throws ProblemError `channel-not-open`, `token-not-valid`, `token-needs-key`, `too-many-attempts` */
async function entranceOf(
  { db, intake }: Deps,
  survey: SurveyDefinition,
  { submission, sender }: { submission: Submission; sender: Sender },
): Promise<Entrance> {
  const { body, idempotencyKey } = submission;
  const { token } = body;
  if (token === undefined) return namedEntrance(survey, body);
  if (idempotencyKey === null) throw new ProblemError('token-needs-key');
  const claim = digestOf('token', idempotencyKey);
  return intake.guessLimit.attempt(sender, () => tokenEntrance(db, survey, { token, claim }));
}

/** Together with what else arrives, but for channels whose places are counted. */
async function store(
  { db, intake }: Deps,
  row: repository.NewResponse,
  { channel }: Entrance,
): Promise<Stored> {
  if (channel.quota !== null) return storeWithinQuota(db, row);
  return (await intake.queue.store(row)) ? 'stored' : 'taken';
}

/** What is stored of an idempotency key: enough to know it again, and by another word nothing to join by. */
function digestOf(word: 'answer' | 'token', key: string): Buffer {
  return hash('sha256', `${word}:${key}`, 'buffer');
}

/** @throws ProblemError `unit-not-assessed` */
function unitOf(survey: SurveyDefinition, code: string, { unitId }: Entrance): string {
  const unit = survey.units.get(code);
  if (unit === undefined || (unitId !== null && unitId !== unit))
    throw new ProblemError('unit-not-assessed', { values: { unit: code } });
  return unit;
}

/** Pages are answered within the day that they were given out, or the night after. */
const oldestPageMs = 24 * 3_600_000;

/** What stamp and proof tell of the page that the answer comes from. */
async function pageOf(
  { intake }: Deps,
  survey: SurveyDefinition,
  { body, now }: { body: SurveySubmission; now: Date },
): Promise<{ seconds: number | null; provenId: string | null }> {
  const { stamp, proof } = body;
  const unknown = { seconds: null, provenId: null };
  const given = stamp === undefined ? null : momentOfStamp(stamp);
  if (stamp === undefined || given === null) return unknown;
  const age = now.getTime() - given.getTime();
  // The clocks of two instances are never quite the same.
  if (age < -5000 || age > oldestPageMs) return unknown;
  const key = await intake.dayKeys.at(given);
  if (!isGenuineStamp(key, { slug: survey.slug, stamp })) return unknown;
  return {
    seconds: Math.max(0, Math.floor(age / 1000)),
    provenId: proof === undefined ? null : provenId(key, { stamp, proof }),
  };
}

const hourMs = 3_600_000;
const wholeHour = (moment: Date): Date => new Date(Math.floor(moment.getTime() / hourMs) * hourMs);

function receiptOf(
  row: Pick<repository.NewResponse, 'receipt' | 'submittedAt'>,
  { phaseDates }: SurveyDefinition,
): z.infer<typeof surveyReceipt> {
  return {
    receipt: row.receipt,
    submittedAt: row.submittedAt.toISOString(),
    resultsOn: resultsDay(phaseDates),
  };
}
