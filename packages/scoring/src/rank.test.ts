import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { tieRules } from './method.ts';
import type { TieRule } from './method.ts';
import { rankValues } from './rank.ts';

fc.configureGlobal({ seed: 20200429 });

/** Ranks of a list in which null has no rank. */
const ranksOf = (scores: readonly (number | null)[], ties: TieRule): (number | null)[] =>
  Array.from(
    rankValues(
      Float64Array.from(scores, (score) => score ?? NaN),
      ties,
    ),
    (rank) => (Number.isNaN(rank) ? null : rank),
  );

it.each([
  ['competition', [1, 2, 2, 4]],
  ['dense', [1, 2, 2, 3]],
  ['average', [1, 2.5, 2.5, 4]],
  ['ordinal', [1, 2, 3, 4]],
] as const)('%s ties', (ties, expected) => {
  expect(ranksOf([95, 90, 90, 80], ties)).toEqual(expected);
});

it('gives no rank where there is no score', () => {
  expect(ranksOf([null, 10, null, 20], 'competition')).toEqual([null, 2, null, 1]);
});

it('knows ties that run to the end and the 9, 9, 11 of a published list', () => {
  expect(ranksOf([3, 3, 3], 'competition')).toEqual([1, 1, 1]);
  const scores = [99, 98, 97, 96, 95, 94, 93, 92, 70, 70, 69];
  expect(ranksOf(scores, 'competition').slice(8)).toEqual([9, 9, 11]);
});

describe('ranks, for any scores', () => {
  const scores = fc.array(fc.option(fc.integer({ min: 0, max: 5 })), { maxLength: 20 });

  it('puts a higher score before a lower one, and equals together unless ordinal', () => {
    fc.assert(
      fc.property(scores, fc.constantFrom(...tieRules), (list, ties) => {
        const ranks = ranksOf(list, ties);
        for (const [i, a] of list.entries()) {
          expect(ranks[i] === null).toBe(a === null);
          for (const [j, b] of list.entries()) {
            if (a === null || b === null || i === j) continue;
            if (a > b) expect(ranks[i] ?? 0).toBeLessThan(ranks[j] ?? 0);
            if (a === b && ties !== 'ordinal') expect(ranks[i]).toBe(ranks[j]);
          }
        }
      }),
    );
  });

  it('keeps the sum of ranks under `average` and `ordinal`: n(n + 1) ÷ 2', () => {
    fc.assert(
      fc.property(scores, fc.constantFrom('average' as const, 'ordinal' as const), (list, ties) => {
        const n = list.filter((x) => x !== null).length;
        const sum = ranksOf(list, ties).reduce<number>((s, rank) => s + (rank ?? 0), 0);
        expect(sum).toBe((n * (n + 1)) / 2);
      }),
    );
  });
});
