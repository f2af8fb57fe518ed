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
    const first = error instanceof ScoringInputError ? error.problems[0] : undefined;
    if (!first) throw error;
    throw new ProblemError('cannot-compute', { values: { why: describeProblem(first, language) } });
  }
}
