import type { Language, Robustness } from '@gongping/contracts';
import { defaultRobustness, type EngineInput } from '@gongping/scoring';
import type { Dependencies } from '../../http/dependencies.ts';
import { refusalOf } from './compute.ts';
import { robustnessView } from './robustness-view.ts';

/** What is asked, by whom. */
export interface AskedRobustness {
  readonly draws: number;
  readonly spread: number;
  readonly language: Language;
  /** Given when whoever asked has gone. */
  readonly signal: AbortSignal;
}

/**
 * How far the ranking of a round depends on its weights and its method. The seed is always the same, so that the same
 * scores give the same figures to everybody.
 *
 * @throws ProblemError `cannot-compute`, `too-many-attempts`
 */
export async function computeRobustness(
  { robustness }: Pick<Dependencies, 'robustness'>,
  input: EngineInput,
  { draws, spread, language, signal }: AskedRobustness,
): Promise<Robustness> {
  const options = { draws, seed: defaultRobustness.seed, spread };
  try {
    return robustnessView(await robustness.compute(input, options, signal));
  } catch (error) {
    throw refusalOf(error, language);
  }
}
