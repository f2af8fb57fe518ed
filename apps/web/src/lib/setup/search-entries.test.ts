import type { Role } from '@gongping/contracts';
import { expect, it } from 'vitest';
import { searchEntries } from './search-entries.ts';

const round = {
  slug: '2020',
  units: [{ code: 'C01', name: { zh: 'Unit', en: 'Unit' } }],
  leaves: [{ code: 'A1-1', name: { zh: 'Leaf', en: 'Leaf' } }],
};
const paths = (...roles: Role[]) => searchEntries(round, new Set(roles)).map(({ href }) => href);

it('leads everybody to the page of theirs', () => {
  const leaf = '/work/assessments/2020/scoring/indicators/A1-1';
  expect(paths('organiser')).toEqual(['/work/assessments/2020/results/units/C01', leaf]);
  expect(paths('evaluator')).toEqual(['/work/assessments/2020/scoring/units/C01', leaf]);
  expect(paths('leader')).toEqual(['/work/assessments/2020/results/units/C01']);
  expect(paths('liaison')).toEqual(['/p/2020/latest/units/C01']);
});
