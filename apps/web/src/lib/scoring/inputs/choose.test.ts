import { expect, it } from 'vitest';
import { draftOf } from '../draft.ts';
import { checklistLeaf, deductLeaf, gradedLeaf, ratioLeaf } from '../fixtures.ts';
import { chooseByDigit, setNothingToDeduct } from './choose.ts';

it('chooses the level in that place, and nothing beyond the last', () => {
  const draft = draftOf(gradedLeaf.rule, null);
  expect(chooseByDigit(gradedLeaf.rule, draft, 3)).toEqual({
    method: 'graded',
    level: 'none',
    coefficient: null,
  });
  expect(chooseByDigit(gradedLeaf.rule, draft, 4)).toBeNull();
});

it('ticks points, then none, then the finding that sets all to 0', () => {
  const draft = draftOf(checklistLeaf.rule, null);
  const first = chooseByDigit(checklistLeaf.rule, draft, 1);
  expect(first).toMatchObject({ met: ['a'], none: false });
  expect(first && chooseByDigit(checklistLeaf.rule, first, 3)).toMatchObject({ met: [], none: true });
  expect(first && chooseByDigit(checklistLeaf.rule, first, 4)).toMatchObject({ met: ['a'], zero: true });
  expect(first && chooseByDigit(checklistLeaf.rule, first, 1)).toEqual(draft);
});

it('does nothing where numbers are asked for', () => {
  expect(chooseByDigit(ratioLeaf.rule, draftOf(ratioLeaf.rule, null), 1)).toBeNull();
});

it('empties the deductions when there is nothing to deduct', () => {
  if (deductLeaf.rule.method !== 'deduct') throw new Error('not a deduction');
  const input = { method: 'deduct', deductions: [{ item: 'late', count: 2, reason: 'late' }] } as const;
  const draft = draftOf(deductLeaf.rule, input);
  if (draft.method !== 'deduct') throw new Error('not a deduction');
  expect(setNothingToDeduct(deductLeaf.rule, draft, true)).toEqual(
    draftOf(deductLeaf.rule, { method: 'deduct', deductions: [] }),
  );
});
