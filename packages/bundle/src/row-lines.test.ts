import { expect, it } from 'vitest';
import { RowLines } from './row-lines.ts';

it('gives back every line, usual or not', () => {
  const lines = new RowLines();
  // The header on line 1; a row of two lines at 3; a blank line 7.
  const given = [2, 3, 5, 6, 8, 9];
  for (const line of given) lines.add(line);
  expect(given.map((_, row) => lines.at(row))).toEqual(given);
  expect([lines.at(-1), lines.at(6)]).toEqual([null, null]);
});
