import type { EngineInput, Indicator, Score, Unit } from './input.ts';
import type { MethodInput } from './method.ts';
import { computeResults } from './results.ts';
import type { Results } from './results.ts';

/** Small inputs to be worked by hand in tests. */
export const unit = (code: string, kind = 'county'): Unit => ({ code, kind, name: code });
export const node = (code: string, parent: string | null, more: Partial<Indicator> = {}): Indicator => ({
  code,
  parent,
  name: code,
  ...more,
});
export const score = (u: string, indicator: string, value: number | 'NA' | null): Score => ({
  unit: u,
  indicator,
  value,
});

/** Two families of 60 and 40 marks: A1 40, A2 20; B1 30, B2 10. */
export const families: Indicator[] = [
  node('A', null),
  node('A1', 'A', { marks: 40 }),
  node('A2', 'A', { marks: 20 }),
  node('B', null),
  node('B1', 'B', { marks: 30 }),
  node('B2', 'B', { marks: 10 }),
];
const leaves = ['A1', 'A2', 'B1', 'B2'];
export const scoresOf = (u: string, values: readonly (number | 'NA' | null)[]): Score[] =>
  leaves.map((leaf, i) => score(u, leaf, values[i] ?? null));
export const compute = (
  scores: Score[],
  method: MethodInput = {},
  more: Partial<EngineInput> = {},
): Results => computeResults({ units: [unit('U1')], indicators: families, scores, method, ...more });
