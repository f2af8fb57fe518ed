import type { RobustnessResults } from '@gongping/scoring';

/** Every figure to its last digit: JSON writes the shortest text that reads back as the same double. */
export const textOf = (results: RobustnessResults): string =>
  JSON.stringify(results, (_key, member: unknown) => (member instanceof Uint32Array ? [...member] : member));
