import { expect, it } from 'vitest';
import { byUnit } from './comment-groups.ts';

it('puts comments together unit by unit, in their order', () => {
  const said = (unit: string, text: string) => ({ unit, question: 'Q12', group: null, text });
  const comments = [said('C02', 'a'), said('C01', 'b'), said('C02', 'c')];
  expect(byUnit(comments).map(({ unit, comments: own }) => [unit, own.map(({ text }) => text)])).toEqual([
    ['C02', ['a', 'c']],
    ['C01', ['b']],
  ]);
});
