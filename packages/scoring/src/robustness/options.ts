/** How the robustness of a ranking is tried. */
export interface RobustnessOptions {
  /** How often all weights are drawn. */
  readonly draws: number;
  /** The same seed gives the same draws everywhere. */
  readonly seed: number;
  /** Every weight is multiplied by a number drawn uniformly from 1 − spread to 1 + spread. */
  readonly spread: number;
}

export const defaultRobustness: RobustnessOptions = { draws: 10_000, seed: 1, spread: 0.2 };

/** More would not be told apart, and would not fit in memory. */
const MOST_DRAWS = 1_000_000;

/**
 * The options with defaults filled in.
 *
 * @throws RangeError with a sentence for what is out of range
 */
export const resolveRobustness = (given: Partial<RobustnessOptions> = {}): RobustnessOptions => {
  const options = { ...defaultRobustness, ...given };
  if (!Number.isInteger(options.draws) || options.draws < 1 || options.draws > MOST_DRAWS) {
    throw new RangeError(`draws must be a whole number from 1 to ${MOST_DRAWS}, not ${options.draws}`);
  }
  if (!Number.isSafeInteger(options.seed) || options.seed < 0) {
    throw new RangeError(`seed must be a whole number from 0 to 2^53 - 1, not ${options.seed}`);
  }
  if (!(options.spread >= 0 && options.spread < 1)) {
    throw new RangeError(`spread must be a number from 0 to below 1, not ${options.spread}`);
  }
  return options;
};
