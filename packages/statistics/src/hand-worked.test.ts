import { expect, it } from 'vitest';
import type { AppraisalMethod } from './appraisal-method.ts';
import { alphaOfTally, appraiseTallies, contactOf } from './appraise-tallies.ts';
import { addTally, copyTally, createTallier, type Tally, type TallyItem } from './tally.ts';

/*
 * An appraisal that can be followed on paper. Scale 100/80/60/30/0, `·` is 不了解.
 *
 *           a1   a2   b1    o    dealt   m_A   m_B   Σw·m/Σw            s = 0.8·that + 0.2·o
 *   P  1   100   80   60   80    yes     90    60   .6·90+.4·60 = 78    62.4 + 16 = 78.4
 *      2    60    ·   30   60    yes     60    30   36 + 12     = 48    38.4 + 12 = 50.4
 *      3   100    ·    ·  100    never  100     ·   60 ÷ 0.6    = 100   80 + 20   = 100
 *      4   100    ·    ·    ·    yes    one rated answer, two are needed: received, not valid
 *   E  5    80   80   80   80    yes     80    80   80                  80
 *      6    30   30    0    ·    never   30     0   18                  18, without an answer on the whole
 *   M  7   100  100  100  100    yes    100   100   100                 100; one of the two that a group needs
 *
 *   P: n = 3, mean 228.8 ÷ 3 = 76.2667, s² = (2.1333² + 25.8667² + 23.7333²) ÷ 2 = 1236.9067 ÷ 2 = 618.4533
 *   E: n = 2, mean 98 ÷ 2 = 49, s² = (31² + 31²) ÷ 1 = 1922
 *   M: below its minimum, shown and not counted
 *   S = (60·76.2667 + 40·49) ÷ 100 = 45.76 + 19.6 = 65.36
 *   variance = 0.6²·618.4533 ÷ 3 + 0.4²·1922 ÷ 2 = 74.2144 + 153.76 = 227.9744, root 15.09882
 *   interval = 65.36 ± 1.959964·15.09882 = 65.36 ± 29.59314 = 35.7669 … 94.9531
 */
const scale = [100, 80, 60, 30, 0, null];
const items: TallyItem[] = [
  ...['a1', 'a2', 'b1', 'o'].map((code) => ({ code, values: scale, several: false })),
  { code: 'dealt', values: [null, null], several: false },
];
const method: AppraisalMethod = {
  families: { A: { weight: 0.6, questions: ['a1', 'a2'] }, B: { weight: 0.4, questions: ['b1'] } },
  overall: { question: 'o', share: 0.2 },
  minimumAnswered: 2,
  groups: { P: { weight: 60 }, E: { weight: 40 }, M: { weight: 20 } },
  minimumGroup: 2,
  minimumSample: 6,
};
const dontKnow = null;
type Said = number | null;
const people: [group: string, dealt: 'yes' | 'never', ...answers: Said[]][] = [
  ['P', 'yes', 100, 80, 60, 80],
  ['P', 'yes', 60, dontKnow, 30, 60],
  ['P', 'never', 100, dontKnow, dontKnow, 100],
  ['P', 'yes', 100, dontKnow, dontKnow, dontKnow],
  ['E', 'yes', 80, 80, 80, 80],
  ['E', 'never', 30, 30, 0, dontKnow],
  ['M', 'yes', 100, 100, 100, 100],
];

const tallier = createTallier(items, method, { contact: { item: 'dealt', never: [1] } });
function tallies(of: typeof people) {
  const byGroup = new Map<string, Tally>();
  for (const [group, dealt, ...answers] of of) {
    const row = Int32Array.from([...answers.map((said) => scale.indexOf(said)), dealt === 'yes' ? 0 : 1]);
    const tally = byGroup.get(group) ?? tallier.empty();
    byGroup.set(group, tally);
    tallier.add(tally, row);
  }
  return [...byGroup].map(([group, tally]) => ({ group, tally }));
}

it('gives each respondent the score worked out by hand', () => {
  const scores = people.map(([, , ...answers]) =>
    tallier.scoreOf(Int32Array.from([...answers.map((said) => scale.indexOf(said)), 0])),
  );
  const byHand = [78.4, 50.4, 100, null, 80, 18, 100];
  for (const [at, score] of scores.entries()) {
    const expected = byHand[at] ?? null;
    if (expected === null) expect(score).toBeNull();
    else expect(score).toBeCloseTo(expected, 12);
  }
});

it('gives the unit the score and interval worked out by hand', () => {
  const result = appraiseTallies(tallies(people), method, items);
  expect([result.received, result.valid, result.gap]).toEqual([7, 6, null]);
  expect(result.score).toBeCloseTo(65.36, 9);
  expect(result.interval?.lower).toBeCloseTo(35.7669, 4);
  expect(result.interval?.upper).toBeCloseTo(94.9531, 4);
  expect(result.groups.map(({ group, n, counted, exclusion }) => [group, n, counted, exclusion])).toEqual([
    ['P', 3, true, null],
    ['E', 2, true, null],
    ['M', 1, false, 'below-minimum'],
  ]);
  expect(result.groups[0]?.variance).toBeCloseTo(618.45333, 4);
  expect(result.groups[1]?.variance).toBeCloseTo(1922, 6);
});

it('counts who does not know apart, over all that were received', () => {
  const a2 = appraiseTallies(tallies(people), method, items).questions.find(
    ({ question }) => question === 'a2',
  );
  // 100 once (7), 80 twice (1, 5), 30 once (6); 2, 3 and 4 do not know.
  expect(a2?.counts).toEqual([
    { value: 100, count: 1 },
    { value: 80, count: 2 },
    { value: 30, count: 1 },
  ]);
  expect([a2?.answered, a2?.unknown, a2?.unknownShare]).toEqual([4, 3, 3 / 7]);
});

it('shows those who never dealt with the unit apart', () => {
  // Never: 3 (100) and 6 (18), mean 59. Dealt: 78.4, 50.4, 80, 100 and one without a score, mean 77.2.
  const contact = contactOf(tallies(people).map(({ tally }) => tally));
  expect(contact?.never).toEqual({ received: 2, valid: 2, mean: expect.closeTo(59, 9) as number });
  expect(contact?.dealt).toEqual({ received: 5, valid: 4, mean: expect.closeTo(77.2, 9) as number });
});

it('gives the alpha worked out by hand', () => {
  /*
   * Complete: 1 (100 80 60 80), 5 (80 80 80 80), 7 (100 100 100 100). Variances 133.3, 133.3, 400, 133.3, together 800;
   * of the sums 320, 320, 400: 2133.3. α = 4 ÷ 3·(1 − 800 ÷ 2133.3) = 4 ÷ 3·0.625 = 0.8333.
   */
  const [first, ...others] = tallies(people);
  const all = copyTally(first?.tally ?? tallier.empty());
  for (const { tally } of others) addTally(all, tally);
  expect(alphaOfTally(all)).toBeCloseTo(5 / 6, 12);
});

it('gives a unit below the minimum sample no score, and says how many there are', () => {
  const result = appraiseTallies(tallies(people.slice(0, 6)), method, items);
  expect(result).toMatchObject({
    received: 6,
    valid: 5,
    score: null,
    interval: null,
    gap: 'sample-too-small',
  });
  expect(result.families).toEqual({ A: null, B: null });
});
