import type { SurveyDefinitions } from '../surveys/survey-definition.ts';
import type { DayKeys } from './day-keys.ts';
import type { GuessLimit } from './guess-limit.ts';
import type { IntakeLimit } from './intake-limit.ts';
import type { ResponseQueue } from './response-queue.ts';

/** What takes answers in, kept for as long as the process runs. */
export interface Intake {
  readonly definitions: SurveyDefinitions;
  readonly queue: ResponseQueue;
  readonly dayKeys: DayKeys;
  /** Of answers from one address. */
  readonly limit: IntakeLimit;
  /** Of those among them whose browser did no work: without scripts, or a program. */
  readonly unprovenLimit: IntakeLimit;
  /** Of tokens that are none. */
  readonly guessLimit: GuessLimit;
}
