import type { EngineInput } from '../input.ts';
import { buildModel, refuseUnscored } from '../model.ts';
import type { Model } from '../model.ts';
import { openDraws } from './draws.ts';
import { resolveRobustness } from './options.ts';
import type { RobustnessOptions } from './options.ts';
import { computeScenarios } from './scenarios.ts';
import type { Scenario } from './scenarios.ts';
import { summariseRanks } from './summarise.ts';
import type { GroupRobustness } from './summarise.ts';

/** How far the ranking depends on the weights. */
export interface RobustnessResults {
  readonly options: RobustnessOptions;
  readonly groups: readonly GroupRobustness[];
  readonly scenarios: readonly Scenario[];
}

/** As {@link robustness}, of a model that is already checked. */
export const modelRobustness = (model: Model, given: Partial<RobustnessOptions> = {}): RobustnessResults => {
  const options = resolveRobustness(given);
  refuseUnscored(model);
  const ranks = openDraws(model, options).run(0, options.draws);
  return { options, groups: summariseRanks(model, ranks), scenarios: computeScenarios(model) };
};

/**
 * Monte-Carlo robustness of a ranking: in every draw each weight at every level (and of tree and components in the
 * total) is multiplied by its own number uniform in 1 ± spread, and the ranking is computed again. With a spread of 0
 * every draw is the official ranking. Works in the calling thread; to share the work among threads give each its part
 * of the draws (`openDraws`) and put the ranks together (`placeRanks`, `summariseRanks`).
 *
 * Source of the method: M. Saisana, A. Saltelli, S. Tarantola, "Uncertainty and sensitivity analysis techniques as
 * tools for the quality assessment of composite indicators", JRSS A 168 (2005); OECD/JRC, Handbook on Constructing
 * Composite Indicators (2008), step 7.
 *
 * @throws ScoringInputError where the input cannot be computed; RangeError where an option is out of range
 */
export const robustness = (input: EngineInput, given: Partial<RobustnessOptions> = {}): RobustnessResults =>
  modelRobustness(buildModel(input), given);
