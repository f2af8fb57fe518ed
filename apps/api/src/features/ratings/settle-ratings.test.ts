import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { settleRatings, type GivenRating } from './settle-ratings.ts';

const scored = (marks: string, reason = ''): GivenRating => ({
  state: 'scored',
  input: { method: 'bonus', marks: Number(marks) },
  marks,
  reason,
});
const notApplicable: GivenRating = { state: 'not_applicable', input: null, marks: null, reason: '无此职能' };
const unscored: GivenRating = { state: 'unscored', input: null, marks: null, reason: '' };
const leaf = { fullMarks: '4.0000', optional: false };
const mean = { arbitrationThreshold: 0.2, agreed: 'mean' } as const;
const first = { ...mean, agreed: 'first' } as const;

describe('the threshold', () => {
  // A fifth of 4 marks is 0.8; in doubles 3.4 − 2.6 is 0.7999999999999998 and 1.1 − 0.3 is 0.8000000000000002.
  it.each([
    ['3.4000000000', '2.6000000000', 'agreed'],
    ['1.1', '0.3', 'agreed'],
    ['1.0999999999', '0.3', 'agreed'],
    ['1.1000000001', '0.3', 'differs'],
    ['4', '0', 'differs'],
  ])('of a fifth of 4 marks: %s and %s: %s', (a, b, kind) => {
    expect(settleRatings([scored(a), scored(b)], leaf, mean).kind).toBe(kind);
  });

  it('of 0 lets only the same stand, of 1 everything', () => {
    const at = (arbitrationThreshold: number, b: string) =>
      settleRatings([scored('4'), scored(b)], leaf, { ...mean, arbitrationThreshold }).kind;
    expect([at(0, '4'), at(0, '3.9999999999'), at(1, '0')]).toEqual(['agreed', 'differs', 'agreed']);
  });
});

describe('what stands', () => {
  it('is the mean with both reasons and no entry, or the first as it was entered', () => {
    const pair = [scored('3', '缺一条'), scored('3.5', '缺半条')] as const;
    const reason = '缺一条\n缺半条';
    expect(settleRatings(pair, leaf, mean)).toEqual({
      kind: 'agreed',
      score: { state: 'scored', input: null, marks: '3.25', reason },
    });
    expect(settleRatings(pair, leaf, first)).toEqual({
      kind: 'agreed',
      score: { ...pair[0], marks: '3', reason },
    });
  });

  it('keeps the entry that both made, and a reason once', () => {
    const same = scored('3', '缺一条');
    expect(settleRatings([same, same], leaf, mean)).toEqual({ kind: 'agreed', score: same });
  });

  it('says of a mean what its deductions say, where no other reason is given', () => {
    const deducted = (count: number, reason: string, marks: string): GivenRating => ({
      state: 'scored',
      input: { method: 'deduct', deductions: [{ item: 'late', count, reason }] },
      marks,
      reason: '',
    });
    const pair = [deducted(1, '一件逾期', '3.75'), deducted(2, '两件逾期', '3.5')] as const;
    expect(settleRatings(pair, leaf, mean)).toMatchObject({
      score: { input: null, marks: '3.625', reason: '一件逾期\n两件逾期' },
    });
    expect(settleRatings(pair, leaf, first)).toMatchObject({ score: { input: pair[0].input, reason: '' } });
  });

  it('is N/A only where both say so', () => {
    expect(settleRatings([notApplicable, notApplicable], leaf, mean)).toEqual({
      kind: 'agreed',
      score: notApplicable,
    });
    expect(settleRatings([notApplicable, scored('0')], leaf, mean)).toEqual({ kind: 'differs' });
  });

  it('lets a bonus that nobody entered stay empty, and counts a missing one as nothing', () => {
    const bonus = { fullMarks: '5', optional: true };
    expect(settleRatings([unscored, unscored], bonus, mean)).toEqual({ kind: 'untouched' });
    expect(settleRatings([unscored, scored('0')], bonus, mean)).toMatchObject({
      score: { marks: '0', input: scored('0').input },
    });
    expect(settleRatings([unscored, scored('5')], bonus, mean)).toEqual({ kind: 'differs' });
    expect(settleRatings([unscored, scored('5')], leaf, mean)).toEqual({ kind: 'differs' });
  });
});

describe('the mean', () => {
  const marks = fc.integer({ min: 0, max: 40_000 }).map((tenThousandths) => String(tenThousandths / 10_000));
  const given = fc.oneof(
    marks.map((each) => scored(each)),
    fc.constant(notApplicable),
    fc.constant(unscored),
  );

  it('does not depend on who is the first rater, and lies between the two', () => {
    fc.assert(
      fc.property(
        given,
        given,
        fc.boolean(),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (a, b, optional, t) => {
          const rules = { ...mean, arbitrationThreshold: t };
          const one = settleRatings([a, b], { ...leaf, optional }, rules);
          const turned = settleRatings([b, a], { ...leaf, optional }, rules);
          expect(turned).toEqual(one);
          if (one.kind !== 'agreed' || one.score.marks === null) return;
          const ends = [a, b].map(({ marks: each }) => Number(each ?? 0));
          expect(Number(one.score.marks)).toBeGreaterThanOrEqual(Math.min(...ends));
          expect(Number(one.score.marks)).toBeLessThanOrEqual(Math.max(...ends));
        },
      ),
    );
  });
});
