import { expect, it } from 'vitest';
import { rankedUnit } from './fixtures.ts';
import { totalParts } from './total-parts.ts';

const families = ['A', 'B'].map((code) => ({ code, name: { zh: code, en: code } }));
const points = (value: number) => ({ marks: 0, applicable: 0, score: 0, points: value });
const unit = rankedUnit({
  code: 'C01',
  total: 99,
  families: { A: points(50), B: points(28) },
  socialPoints: 19,
  bonus: 2,
});
const values = (total: number | null) => totalParts({ ...unit, total }, families).map(({ value }) => value);

it('lists families, appraisal and bonus', () => {
  expect(totalParts(unit, families)).toEqual([
    { key: 'A', value: 50 },
    { key: 'B', value: 28 },
    { key: 'social', value: 19 },
    { key: 'bonus', value: 2 },
  ]);
});

it('takes a cut at the ceiling from the end, so that the parts still add up', () => {
  expect(values(98)).toEqual([50, 28, 19, 1]);
  expect(values(96)).toEqual([50, 28, 18, 0]);
});

it('takes dust of binary sums for no cut', () => {
  expect(values(99 - 1e-9)).toEqual([50, 28, 19, 2]);
});

it('is empty without a total', () => {
  expect(values(null)).toEqual([0, 0, 0, 0]);
});
