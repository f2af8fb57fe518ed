import { expect, it } from 'vitest';
import { readMargins } from './save-margins.ts';

it('reads totals by question and option, and leaves out what is empty', () => {
  expect(readMargins({ 'Q1/A': '400,000', 'Q1/B': '２５.５', 'Q1/C': ' ' })).toEqual({
    Q1: { A: 400_000, B: 25.5 },
  });
  expect(readMargins({ 'Q1/A': '', 'Q1/B': ' ' })).toBeNull();
  expect(readMargins({ 'Q1/A': '四十' })).toBeUndefined();
  expect(readMargins({ 'Q1/A': '-1' })).toBeUndefined();
});
