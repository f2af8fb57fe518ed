import type { DeductionEntry } from '@gongping/scoring';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readDeductions, writeDeductions } from './deduction-lines.ts';

const number = fc.oneof(fc.nat(1000), fc.double({ min: 0, max: 1000, noNaN: true }).map(Math.abs));
// As the API keeps them: no carriage return, no blanks around.
const reason = fc
  .string({ unit: fc.oneof(fc.constantFrom('\\', 'n', '\n', '*', '-', ' ', '\t', '　', '｜'), fc.string()) })
  .map((text) => text.replaceAll('\r', '').trim());
const entry: fc.Arbitrary<DeductionEntry> = fc.oneof(
  fc.record({ item: fc.stringMatching(/^[A-Za-z0-9][A-Za-z0-9._-]{0,31}$/), count: number, reason }),
  fc.record({ item: fc.constant(null), marks: number, reason }),
);

test('whatever the API keeps comes back from its lines', () => {
  fc.assert(
    fc.property(fc.array(entry, { maxLength: 5 }), (entries) => {
      expect(readDeductions(writeDeductions(entries))).toEqual(entries);
    }),
  );
});

test('a line is a code, how often, and why; a free deduction begins with a minus', () => {
  expect(readDeductions('late*2 逾期\n\n  -0.5\tC:\\\\新 一\\n二\nlate\nlate＊3　全角\n−1 减号')).toEqual([
    { item: 'late', count: 2, reason: '逾期' },
    { item: null, marks: 0.5, reason: 'C:\\新 一\n二' },
    { item: 'late', count: 1, reason: '' },
    { item: 'late', count: 3, reason: '全角' },
    { item: null, marks: 1, reason: '减号' },
  ]);
});

test.each(['late*', 'late*two', '*2', 'late*2*3', '-', '-x', '--1'])('%s cannot be read', (line) => {
  expect(readDeductions(line)).toEqual([null]);
});
