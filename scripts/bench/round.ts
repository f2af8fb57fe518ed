import type { EngineInput, MethodInput, Score } from '@gongping/scoring';

/** A generator that gives the same round on every machine (Numerical Recipes' constants). */
const random = (): (() => number) => {
  let state = 1;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 0x1_0000_0000;
  };
};

/** A round: 20 pillars in 4 dimensions, scores from 0 to 100, 5 % of them N/A. */
export const benchmarkRound = (size: {
  readonly units: number;
  readonly leaves: number;
  readonly method?: MethodInput;
}): EngineInput => {
  const pillars = Array.from({ length: 20 }, (_, i) => ({ code: `P${i}`, parent: `D${i % 4}`, name: '' }));
  const dimensions = Array.from({ length: 4 }, (_, i) => ({ code: `D${i}`, parent: null, name: '' }));
  const leaves = Array.from({ length: size.leaves }, (_, i) => ({
    code: `L${i}`,
    parent: `P${i % pillars.length}`,
    name: '',
    normalisation: 'none',
  }));
  const next = random();
  const scores: Score[] = [];
  const units = Array.from({ length: size.units }, (_, i) => ({ code: `U${i}`, name: '', kind: 'county' }));
  for (const { code } of units) {
    for (const leaf of leaves) {
      scores.push({ unit: code, indicator: leaf.code, value: next() < 0.05 ? 'NA' : 100 * next() });
    }
  }
  const method = { totalCap: null, ...size.method };
  return { units, indicators: [...dimensions, ...pillars, ...leaves], scores, method };
};
