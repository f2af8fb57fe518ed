import { expect, it } from 'vitest';
import { familyMarks, growth, leavesPerUnit, type EffectiveMarks } from './effective-marks.ts';

const entry = (family: string, marks: string, share: string, leaves: number): EffectiveMarks[number] => ({
  family,
  name: { zh: family, en: family },
  kind: 'county',
  leaves,
  marks,
  share,
  included: share !== '0',
});

const marks = [entry('A', '44', '55', 17), entry('B', '36', '45', 19), entry('D', '20', '0', 13)];

it('says what a family is worth for each kind, and which leaves are left', () => {
  const [a, , d] = familyMarks(marks);
  expect(a?.county?.share).toBe('55');
  expect(a?.department).toBeNull();
  expect(d?.included).toBe(false);
  expect(leavesPerUnit(marks, 'county')).toBe(36);
});

it('knows the factor by which the others grow', () => {
  expect(growth(marks, 'county')).toBe(1.25);
  expect(growth(marks, 'department')).toBeNull();
});
