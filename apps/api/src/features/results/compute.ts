import type { Language } from '@gongping/contracts';
import { describeProblem, ScoringInputError } from '@gongping/scoring';
import { ProblemError } from '../../http/problem-error.ts';
import { computeOutcome, type Outcome } from './outcome.ts';
import type { RoundFacts } from './round-facts.ts';

/** As `computeOutcome`. @throws ProblemError `cannot-compute` with the engine's first sentence */
export function computeOrRefuse(facts: RoundFacts, language: Language): Outcome {
  try {
    return computeOutcome(facts);
  } catch (error) {
    throw refusalOf(error, language);
  }
}

/** What to say where the engine refuses its input, and anything else as it is. */
export function refusalOf(error: unknown, language: Language): unknown {
  const first = error instanceof ScoringInputError ? error.problems[0] : undefined;
  if (!first) return error;
  return new ProblemError('cannot-compute', { values: { why: describeProblem(first, language) } });
}
