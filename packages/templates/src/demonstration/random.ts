/** FNV-1a, 32 bits, over UTF-16 code units: turns a key into a seed. */
function hash(key: string): number {
  let state = 0x811c9dc5;
  for (let at = 0; at < key.length; at += 1) {
    state = Math.imul(state ^ key.charCodeAt(at), 0x01000193);
  }
  return state >>> 0;
}

export interface RandomStream {
  /** Uniform in [0, 1). */
  readonly uniform: () => number;
  /** Whole number from `low` to `high`, both included. */
  readonly integer: (low: number, high: number) => number;
  /** Standard normal. */
  readonly normal: () => number;
  /** @throws RangeError for an empty list. */
  readonly pick: <T>(list: readonly T[]) => T;
  /** `count` different elements in the list's order, all of them where there are fewer. */
  readonly sample: <T>(list: readonly T[], count: number) => readonly T[];
}

/**
 * Stream of pseudo-random numbers that depends on its keys alone: mulberry32 (Tommy Ettinger's 32-bit
 * generator). A stream for each thing drawn keeps one draw from shifting all others when data change.
 */
export function randomStream(...keys: readonly (string | number)[]): RandomStream {
  let state = hash(keys.join('/'));
  const uniform = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const integer = (low: number, high: number): number => low + Math.floor(uniform() * (high - low + 1));
  // Box–Muller; 1 − u keeps the logarithm finite.
  const normal = (): number => Math.sqrt(-2 * Math.log(1 - uniform())) * Math.cos(2 * Math.PI * uniform());
  const pick = <T>(list: readonly T[]): T => {
    const chosen = list[integer(0, list.length - 1)];
    if (chosen === undefined) throw new RangeError('cannot pick from an empty list');
    return chosen;
  };
  const sample = <T>(list: readonly T[], count: number): readonly T[] => {
    // Selection sampling (Knuth, TAOCP 3.4.2, algorithm S) keeps the order.
    let wanted = Math.min(count, list.length);
    return list.filter((_, at) => {
      const taken = uniform() * (list.length - at) < wanted;
      if (taken) wanted -= 1;
      return taken;
    });
  };
  return { uniform, integer, normal, pick, sample };
}
