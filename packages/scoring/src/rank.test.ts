import { expect, it } from 'vitest';
import { rankScores } from './rank.ts';

it.each([
  ['competition', [1, 2, 2, 4]],
  ['dense', [1, 2, 2, 3]],
  ['average', [1, 2.5, 2.5, 4]],
  ['ordinal', [1, 2, 3, 4]],
] as const)('%s ties', (ties, expected) => {
  expect(rankScores([95, 90, 90, 80], ties)).toEqual(expected);
});

it('gives no rank where there is no score', () => {
  expect(rankScores([null, 10, null, 20], 'competition')).toEqual([null, 2, null, 1]);
});

it('knows ties that run to the end and the 9, 9, 11 of a published list', () => {
  expect(rankScores([3, 3, 3], 'competition')).toEqual([1, 1, 1]);
  const scores = [99, 98, 97, 96, 95, 94, 93, 92, 70, 70, 69];
  expect(rankScores(scores, 'competition').slice(8)).toEqual([9, 9, 11]);
});
