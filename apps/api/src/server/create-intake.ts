import type { OpenDatabase } from '@gongping/db';
import { RateLimiterPostgres } from 'rate-limiter-flexible';
import { createDayKeys } from '../features/responses/day-keys.ts';
import { limitGuesses } from '../features/responses/guess-limit.ts';
import { limitIntake } from '../features/responses/intake-limit.ts';
import type { Intake } from '../features/responses/intake.ts';
import { openResponseQueue } from '../features/responses/open-response-queue.ts';
import { keepSurveyDefinitions } from '../features/surveys/survey-definition.ts';

const windowSeconds = 10 * 60;
/** One address may be a whole hall with one line: enough for a class of people, not for a program. */
const answersOfAnAddress = 60;
const unprovenAnswersOfAnAddress = 20;
/** Tokens mistyped or used before: some in a hall where many are invited, never hundreds. */
const wrongTokensOfAnAddress = 30;
/** Share of a limit that an address may use up before its answers are counted in the database. */
const freeShare = 0.1;

/**
 * @param definitionsMaxAgeMs how late a change that another instance made to a survey may take effect
 * @param limits in ten minutes from one address: of answers, of those without proof of work, of tokens that are none
 */
export function createIntake(
  { db, pool }: Pick<OpenDatabase, 'db' | 'pool'>,
  {
    definitionsMaxAgeMs = 1000,
    limits = {
      all: answersOfAnAddress,
      unproven: unprovenAnswersOfAnAddress,
      wrongTokens: wrongTokensOfAnAddress,
    },
  } = {},
): Intake {
  const shared = {
    storeClient: pool,
    storeType: 'pool',
    tableName: 'rate_limits',
    tableCreated: true,
    duration: windowSeconds,
  };
  const limit = (keyPrefix: string, points: number) =>
    limitIntake(
      new RateLimiterPostgres({
        ...shared,
        keyPrefix,
        points,
        // Who has used it up is refused without asking the database again.
        inMemoryBlockOnConsumed: points,
      }),
      { free: Math.floor(points * freeShare), windowMs: windowSeconds * 1000, now: () => performance.now() },
    );
  return {
    definitions: keepSurveyDefinitions(db, { maxAgeMs: definitionsMaxAgeMs }),
    queue: openResponseQueue(pool),
    dayKeys: createDayKeys(db),
    limit: limit('survey', limits.all),
    unprovenLimit: limit('survey-unproven', limits.unproven),
    guessLimit: limitGuesses(
      new RateLimiterPostgres({ ...shared, keyPrefix: 'survey-token', points: limits.wrongTokens }),
    ),
  };
}
