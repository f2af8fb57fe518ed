import { describe, expect, it } from 'vitest';
import type { Rule } from '@gongping/scoring';
import { draftOf } from './draft.ts';
import { checklistLeaf, deductLeaf, gradedLeaf, ratioLeaf } from './fixtures.ts';
import { editOf, judge, writeOf, type Edit, type Leaf } from './judge.ts';

const edit = (draft: Edit['draft'], more: Partial<Edit> = {}): Edit => ({
  draft,
  notApplicable: false,
  reason: '',
  ...more,
});
const kindOf = (leaf: Leaf, draft: Edit['draft']) => judge(leaf, edit(draft)).kind;

describe('nothing is scored before somebody enters it', () => {
  const bonus: Rule = { method: 'bonus' };
  const veto: Rule = { method: 'veto' };
  it.each([
    ['ratio', ratioLeaf],
    ['deduct', deductLeaf],
    ['graded', gradedLeaf],
    ['checklist', checklistLeaf],
    ['bonus', { rule: bonus, fullMarks: 5 }],
    ['veto', { rule: veto, fullMarks: 0 }],
  ])('%s', (_, leaf) => {
    const untouched = edit(draftOf(leaf.rule, null));
    expect(judge(leaf, untouched)).toEqual({ kind: 'unscored' });
    expect(writeOf(judge(leaf, untouched), untouched)).toEqual({
      state: 'unscored',
      input: null,
      reason: '',
    });
  });
});

describe('ratio', () => {
  const draft = { method: 'ratio', counts: {}, deductions: [] } as const;
  it('waits for both numbers', () => {
    expect(judge(ratioLeaf, edit({ ...draft, numerator: 20, denominator: null }))).toEqual({
      kind: 'unfinished',
      paths: ['denominator'],
    });
    // 5 × 20 ÷ 25
    expect(judge(ratioLeaf, edit({ ...draft, numerator: 20, denominator: 25 }))).toMatchObject({
      kind: 'scored',
      marks: 4,
      needsReason: true,
    });
  });

  it('keeps a half filled or wrong entry back', () => {
    const wrong = edit({ ...draft, numerator: 26, denominator: 25 });
    expect(judge(ratioLeaf, wrong)).toMatchObject({ kind: 'invalid' });
    expect(writeOf(judge(ratioLeaf, wrong), wrong)).toBeNull();
  });

  it('needs only the numerator where the denominator is fixed', () => {
    if (ratioLeaf.rule.method !== 'ratio') throw new Error('not a ratio');
    const fixed: Leaf = {
      fullMarks: 2,
      rule: { ...ratioLeaf.rule, denominatorRule: { kind: 'fixed', value: 4 } },
    };
    const entered = { ...draft, numerator: 3, denominator: null };
    expect(judge(fixed, edit(entered))).toMatchObject({ kind: 'scored', marks: 1.5 });
  });

  it('wants every count where findings earn partial credit', () => {
    if (ratioLeaf.rule.method !== 'ratio') throw new Error('not a ratio');
    const label = { zh: '项', en: 'item' };
    const credited: Leaf = {
      fullMarks: 4,
      rule: {
        ...ratioLeaf.rule,
        credits: [
          { code: 'intime', label, credit: 1 },
          { code: 'late', label, credit: 0.5 },
        ],
      },
    };
    const empty = { ...draft, numerator: null, denominator: null };
    expect(judge(credited, edit({ ...empty, counts: { intime: 8, late: null } }))).toEqual({
      kind: 'unfinished',
      paths: ['counts.late'],
    });
    // 4 × (8 + 2 × 0.5) ÷ 10
    expect(judge(credited, edit({ ...empty, counts: { intime: 8, late: 2 } }))).toMatchObject({ marks: 3.6 });
  });
});

describe('deduct', () => {
  const rows = (...amounts: (number | null)[]) => [
    { item: 'late', amount: amounts[0] ?? null, reason: amounts[0] ? 'late' : '' },
    { item: 'no-list', amount: amounts[1] ?? null, reason: '' },
  ];
  it('is full marks only when it says so', () => {
    const untouched = { method: 'deduct', deductions: rows(), none: false } as const;
    expect(kindOf(deductLeaf, untouched)).toBe('unscored');
    expect(judge(deductLeaf, edit({ ...untouched, none: true }))).toMatchObject({ marks: 4 });
    expect(judge(deductLeaf, edit({ ...untouched, deductions: rows(0) }))).toMatchObject({ marks: 4 });
  });

  it('shows a problem at the line it lies in', () => {
    // 4 − 2 × 0.1 × 4 = 3.2; an item that counts once cannot occur twice
    const two = { method: 'deduct', deductions: rows(2), none: false } as const;
    expect(judge(deductLeaf, edit(two))).toMatchObject({ marks: 3.2, needsReason: false });
    const twice = { method: 'deduct', deductions: rows(0, 2), none: false } as const;
    expect(judge(deductLeaf, edit(twice))).toMatchObject({
      problems: [{ path: 'deductions.1.count', code: 'deduction-once' }],
    });
  });

  it('waits for the number of a line that has a reason', () => {
    const named = [{ item: null, amount: null, reason: 'unreadable scan' }];
    expect(judge(deductLeaf, edit({ method: 'deduct', deductions: named, none: false }))).toEqual({
      kind: 'unfinished',
      paths: ['deductions.0'],
    });
  });
});

describe('graded and checklist', () => {
  it('waits for the coefficient of a proportional level', () => {
    const partial = { method: 'graded', level: 'partial', coefficient: null } as const;
    expect(kindOf(gradedLeaf, partial)).toBe('unfinished');
    expect(judge(gradedLeaf, edit({ ...partial, coefficient: 0.5 }))).toMatchObject({ marks: 1 });
    expect(kindOf(gradedLeaf, { ...partial, coefficient: 0.8 })).toBe('invalid');
  });

  it('tells zero from untouched', () => {
    const untouched = { method: 'checklist', met: [], zero: false, none: false } as const;
    expect(kindOf(checklistLeaf, untouched)).toBe('unscored');
    expect(judge(checklistLeaf, edit({ ...untouched, none: true }))).toMatchObject({ marks: 0 });
    expect(judge(checklistLeaf, edit({ ...untouched, met: ['a'] }))).toMatchObject({ marks: 2.4 });
    expect(judge(checklistLeaf, edit({ ...untouched, met: ['a'], zero: true }))).toMatchObject({ marks: 0 });
  });
});

it('holds N/A back until it has a reason', () => {
  const bare = edit(draftOf(ratioLeaf.rule, null), { notApplicable: true, reason: ' ' });
  expect(writeOf(judge(ratioLeaf, bare), bare)).toBeNull();
  const said = { ...bare, reason: ' no such office ' };
  expect(writeOf(judge(ratioLeaf, said), said)).toEqual({
    state: 'not_applicable',
    input: null,
    reason: 'no such office',
  });
});

it('reads back what it wrote', () => {
  const entered = edit(
    {
      method: 'deduct',
      none: false,
      deductions: [
        { item: 'late', amount: 2, reason: 'two late' },
        { item: 'late', amount: 1, reason: 'one more' },
        { item: null, amount: 0.35, reason: 'unreadable scan' },
      ],
    },
    { reason: 'see list' },
  );
  const write = writeOf(judge(deductLeaf, entered), entered);
  if (write === null) throw new Error('it can be saved');
  const again = editOf(deductLeaf, write);
  expect(writeOf(judge(deductLeaf, again), again)).toEqual(write);
});
