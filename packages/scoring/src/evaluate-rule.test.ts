import { describe, expect, it } from 'vitest';
import { describeProblem } from './describe-problem.ts';
import { evaluateRule } from './evaluate-rule.ts';
import type {
  ChecklistRule,
  DeductRule,
  GradedRule,
  RatioDenominator,
  RatioRule,
  RuleInput,
} from './rule.ts';

const label = { zh: '项', en: 'item' };
const ratio = (denominatorRule: RatioDenominator, more: Partial<RatioRule> = {}): RatioRule => ({
  method: 'ratio',
  numerator: label,
  denominator: label,
  denominatorRule,
  credits: [],
  deductions: [],
  ...more,
});
const counted = ratio({ kind: 'counted' });
const ratioInput = (numerator: number, denominator: number): RuleInput => ({
  method: 'ratio',
  numerator,
  denominator,
  deductions: [],
});
const codes = (outcome: ReturnType<typeof evaluateRule>): string[] =>
  outcome.ok ? [] : outcome.problems.map(({ code }) => code);

describe('ratio', () => {
  it('is full marks × numerator ÷ denominator', () => {
    // 5 × 20 ÷ 25 = 4
    expect(evaluateRule(counted, ratioInput(20, 25), 5)).toEqual({
      ok: true,
      marks: 4,
      lost: 1,
      needsReason: true,
    });
  });

  it('needs no reason at full marks', () => {
    expect(evaluateRule(counted, ratioInput(25, 25), 5)).toMatchObject({ lost: 0, needsReason: false });
  });

  it('sends a denominator of 0 to not applicable', () => {
    const outcome = evaluateRule(counted, ratioInput(0, 0), 5);
    expect(codes(outcome)).toEqual(['denominator-zero']);
    const [problem] = outcome.ok ? [] : outcome.problems;
    expect(problem && describeProblem(problem, 'en')).toContain('N/A');
    expect(problem && describeProblem(problem, 'zh')).toContain('不适用');
  });

  it('refuses a numerator above the denominator', () => {
    expect(codes(evaluateRule(counted, ratioInput(25, 25), 5))).toEqual([]);
    expect(codes(evaluateRule(counted, ratioInput(26, 25), 5))).toEqual(['numerator-above-denominator']);
  });

  it('holds the denominator to its rule', () => {
    const fixed = ratio({ kind: 'fixed', value: 4 });
    expect(codes(evaluateRule(fixed, ratioInput(3, 4), 2))).toEqual([]);
    expect(codes(evaluateRule(fixed, ratioInput(3, 3), 2))).toEqual(['denominator-fixed']);
    const sample = ratio({ kind: 'upTo', value: 10 });
    expect(codes(evaluateRule(sample, ratioInput(3, 10), 2))).toEqual([]);
    expect(codes(evaluateRule(sample, ratioInput(3, 3), 2))).toEqual([]);
    expect(codes(evaluateRule(sample, ratioInput(3, 11), 2))).toEqual(['denominator-above-maximum']);
    const fields = ratio({ kind: 'lessExempt', value: 26 });
    // 26 fields, 2 not applicable: 5 × 18 ÷ 24 = 3.75
    expect(evaluateRule(fields, ratioInput(18, 24), 5)).toMatchObject({ marks: 3.75 });
    expect(codes(evaluateRule(fields, ratioInput(18, 27), 5))).toEqual(['denominator-above-maximum']);
    expect(codes(evaluateRule(fields, ratioInput(18, 20.5), 5))).toEqual(['not-whole']);
  });

  it('counts partial credit: in time 1, late 0.5, missing 0', () => {
    const rule = ratio(
      { kind: 'upTo', value: 30 },
      {
        credits: [
          { code: 'intime', label, credit: 1 },
          { code: 'late', label, credit: 0.5 },
          { code: 'missing', label, credit: 0 },
        ],
      },
    );
    const counts = { intime: 20, late: 6, missing: 4 };
    // (20 + 6 × 0.5) ÷ 30 × 4 = 23 ÷ 30 × 4 = 3.0666666667
    expect(evaluateRule(rule, { method: 'ratio', numerator: 0, denominator: 0, counts, deductions: [] }, 4)) //
      .toMatchObject({ marks: 3.0666666667, lost: 0.9333333333 });
    expect(codes(evaluateRule(rule, ratioInput(1, 1), 4))).toEqual(['counts-missing']);
    const strange = { ...counts, other: 1 };
    expect(
      codes(
        evaluateRule(
          rule,
          { method: 'ratio', numerator: 0, denominator: 0, counts: strange, deductions: [] },
          4,
        ),
      ),
    ).toEqual(['credit-unknown']);
  });

  it('takes deductions after the ratio and stops at 0', () => {
    const rule = ratio(
      { kind: 'counted' },
      { deductions: [{ code: 'dead-link', label, share: 0.25, per: 'occurrence' }] },
    );
    const input = (count: number): RuleInput => ({
      method: 'ratio',
      numerator: 3,
      denominator: 4,
      deductions: [{ item: 'dead-link', count, reason: 'dead links' }],
    });
    // 4 × 3 ÷ 4 − 0.25 × 4 × 2 = 1; with 3: 0; with 4: floored at 0
    expect(evaluateRule(rule, input(2), 4)).toMatchObject({ marks: 1, lost: 3 });
    expect(evaluateRule(rule, input(3), 4)).toMatchObject({ marks: 0, lost: 4 });
    expect(evaluateRule(rule, input(4), 4)).toMatchObject({ marks: 0, lost: 4 });
  });

  it('refuses counts where the rule has none, and numbers that are none', () => {
    const input = { method: 'ratio', numerator: 1, denominator: 2, counts: {}, deductions: [] } as const;
    expect(codes(evaluateRule(counted, input, 4))).toEqual(['counts-unexpected']);
    expect(codes(evaluateRule(counted, ratioInput(NaN, 2), 4))).toEqual(['not-a-number']);
    expect(codes(evaluateRule(counted, ratioInput(-1, 2), 4))).toEqual(['negative']);
  });
});

describe('graded', () => {
  const rule: GradedRule = {
    method: 'graded',
    levels: [
      { code: 'good', label, coefficient: 1 },
      { code: 'partial', label, coefficient: { minimum: 0.3, maximum: 0.7 } },
      { code: 'none', label, coefficient: 0 },
    ],
  };
  it('is full marks × the level’s coefficient', () => {
    expect(evaluateRule(rule, { method: 'graded', level: 'good' }, 3)).toMatchObject({ marks: 3, lost: 0 });
    expect(evaluateRule(rule, { method: 'graded', level: 'none' }, 3)).toMatchObject({ marks: 0, lost: 3 });
    expect(evaluateRule(rule, { method: 'graded', level: 'partial', coefficient: 0.7 }, 3)) //
      .toMatchObject({ marks: 2.1, lost: 0.9 });
  });
  it('keeps the coefficient within its level', () => {
    const partial = (coefficient?: number): RuleInput => ({
      method: 'graded',
      level: 'partial',
      coefficient,
    });
    expect(codes(evaluateRule(rule, partial(), 3))).toEqual(['coefficient-missing']);
    expect(codes(evaluateRule(rule, partial(0.3), 3))).toEqual([]);
    expect(codes(evaluateRule(rule, partial(0.29), 3))).toEqual(['coefficient-out-of-range']);
    expect(codes(evaluateRule(rule, partial(NaN), 3))).toEqual(['coefficient-out-of-range']);
    expect(codes(evaluateRule(rule, { method: 'graded', level: 'A' }, 3))).toEqual(['level-unknown']);
  });
});

describe('checklist', () => {
  const rule: ChecklistRule = {
    method: 'checklist',
    points: [
      { code: 'a', label, share: 0.5 },
      { code: 'b', label, share: 0.3 },
      { code: 'c', label, share: 0.2 },
    ],
    zeroWhen: label,
  };
  const met = (points: string[], zero = false): RuleInput => ({ method: 'checklist', met: points, zero });
  it('adds the shares of the points met', () => {
    expect(evaluateRule(rule, met(['a', 'c']), 4)).toMatchObject({ marks: 2.8, lost: 1.2 });
    expect(evaluateRule(rule, met(['a', 'b', 'c']), 4)).toMatchObject({ marks: 4, needsReason: false });
    expect(evaluateRule(rule, met([]), 4)).toMatchObject({ marks: 0 });
  });
  it('is 0 where the zero finding holds, whatever is met', () => {
    expect(evaluateRule(rule, met(['a', 'b', 'c'], true), 4)).toMatchObject({ marks: 0, lost: 4 });
    expect(codes(evaluateRule({ ...rule, zeroWhen: null }, met([], true), 4))).toEqual(['zero-not-offered']);
  });
  it('refuses unknown and repeated points', () => {
    expect(codes(evaluateRule(rule, met(['x', 'a', 'a']), 4))).toEqual(['point-unknown', 'point-repeated']);
  });
});

describe('deduct', () => {
  const rule: DeductRule = {
    method: 'deduct',
    items: [
      { code: 'late', label, share: 0.1, per: 'occurrence' },
      { code: 'no-list', label, share: 0.5, per: 'once' },
    ],
  };
  const deduct = (...deductions: Extract<RuleInput, { method: 'deduct' }>['deductions']): RuleInput => ({
    method: 'deduct',
    deductions,
  });
  it('takes share × full marks × count, and free deductions in marks', () => {
    // 3 − 0.1 × 3 × 4 − 0.35 = 1.45
    const input = deduct(
      { item: 'late', count: 4, reason: 'four late' },
      { item: null, marks: 0.35, reason: 'unreadable scan' },
    );
    expect(evaluateRule(rule, input, 3)).toEqual({ ok: true, marks: 1.45, lost: 1.55, needsReason: false });
  });
  it('never falls below 0', () => {
    expect(evaluateRule(rule, deduct({ item: 'late', count: 10, reason: 'x' }), 3)).toMatchObject({
      marks: 0,
    });
    expect(evaluateRule(rule, deduct({ item: 'late', count: 11, reason: 'x' }), 3)) //
      .toMatchObject({ marks: 0, lost: 3 });
  });
  it('asks for the reason that is missing', () => {
    expect(evaluateRule(rule, deduct({ item: 'late', count: 1, reason: ' ' }), 3)) //
      .toMatchObject({ needsReason: true });
    expect(evaluateRule(rule, deduct(), 3)).toMatchObject({ marks: 3, needsReason: false });
  });
  it('counts a once-only item once over all entries', () => {
    const once = { item: 'no-list', count: 1, reason: 'x' };
    expect(codes(evaluateRule(rule, deduct(once), 3))).toEqual([]);
    expect(codes(evaluateRule(rule, deduct({ ...once, count: 2 }), 3))).toEqual(['deduction-once']);
    expect(codes(evaluateRule(rule, deduct(once, once), 3))).toEqual(['deduction-once']);
  });
  it('refuses unknown items and broken numbers', () => {
    const input = deduct(
      { item: 'x', count: 1, reason: '' },
      { item: 'late', count: 1.5, reason: '' },
      { item: null, marks: -1, reason: '' },
    );
    expect(codes(evaluateRule(rule, input, 3))).toEqual(['deduction-unknown', 'not-whole', 'negative']);
  });
});

describe('bonus and veto', () => {
  it('grants a bonus up to the leaf’s marks', () => {
    expect(evaluateRule({ method: 'bonus' }, { method: 'bonus', marks: 5 }, 5)) //
      .toEqual({ ok: true, marks: 5, lost: 0, needsReason: true });
    expect(codes(evaluateRule({ method: 'bonus' }, { method: 'bonus', marks: 5.1 }, 5))) //
      .toEqual(['bonus-above-maximum']);
  });
  it('is 1 for a triggered veto', () => {
    expect(evaluateRule({ method: 'veto' }, { method: 'veto', triggered: true }, 0)) //
      .toMatchObject({ marks: 1, lost: 0 });
    expect(evaluateRule({ method: 'veto' }, { method: 'veto', triggered: false }, 0)) //
      .toMatchObject({ marks: 0, lost: 0, needsReason: false });
  });
});

it('refuses an input of another method, and full marks of 0', () => {
  expect(codes(evaluateRule(counted, { method: 'bonus', marks: 1 }, 5))).toEqual(['method-mismatch']);
  expect(codes(evaluateRule(counted, ratioInput(1, 1), 0))).toEqual(['full-marks-invalid']);
});
