import type { EngineInput } from '@gongping/scoring';
import type { Dependencies } from '../../http/dependencies.ts';
import { Marked } from '../../http/marked.ts';
import type { AssessmentRow } from '../assessments/assessment-frame.ts';
import { engineInput } from './engine-input.ts';
import { gatherFacts } from './gather-facts.ts';
import { computeOutcome, type Outcome } from './outcome.ts';
import { roundMark } from './round-mark.repository.ts';
import type { RoundFacts } from './round-facts.ts';

/** A round as it is now. What is unscored is left out; evidence is not in the facts. */
export interface LiveRound {
  readonly facts: RoundFacts;
  readonly input: EngineInput;
  /** Computed once. @throws ScoringInputError where the facts cannot be computed */
  outcome(): Outcome;
}

/** Rounds that were asked for, each with the mark that it was read under. */
export type LiveRounds = Marked<LiveRound>;

/** Rounds kept: a round of 300 units and 200 leaves has some twenty megabytes. */
const keptRounds = 6;

export const keepLiveRounds = (): LiveRounds => new Marked(keptRounds);

/**
 * The round from memory while nothing that it follows from has changed, else read anew. The mark is read before the
 * facts: whoever asks after a write sees what was written.
 */
export async function liveRound(
  { db, memory: { liveRounds } }: Pick<Dependencies, 'db' | 'memory'>,
  assessment: AssessmentRow,
): Promise<LiveRound> {
  const mark = await roundMark(db, assessment);
  return liveRounds.read(assessment.id, mark, async () =>
    toLiveRound(await gatherFacts(db, assessment, { evidence: 'none' })),
  );
}

function toLiveRound(gathered: RoundFacts): LiveRound {
  const facts: RoundFacts = { ...gathered, method: { ...gathered.method, unscored: 'exclude' } };
  let outcome: Outcome | undefined;
  return { facts, input: engineInput(facts), outcome: () => (outcome ??= computeOutcome(facts)) };
}
