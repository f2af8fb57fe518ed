import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { AppraisalMethod, AppraisalResponse } from './appraisal-method.ts';
import { appraise } from './appraise.ts';
import { alphaOfTally, appraiseTallies } from './appraise-tallies.ts';
import { cronbachAlpha } from './cronbach-alpha.ts';
import { valueOf } from './exact-sum.ts';
import { addTally, copyTally, createTallier, type TallyItem } from './tally.ts';

const scale = [100, 80, 60, 30, 0, null];
const items: TallyItem[] = [
  { code: 'channels', values: [null, null, null], several: true },
  ...['Q1', 'Q2', 'Q3', 'Q4'].map((code) => ({ code, values: scale, several: false })),
];
const method: AppraisalMethod = {
  families: { A: { weight: 0.6, questions: ['Q1', 'Q2'] }, B: { weight: 0.4, questions: ['Q3'] } },
  overall: { question: 'Q4', share: 0.2 },
  minimumAnswered: 2,
  groups: { people: { weight: 60 }, firms: { weight: 40 }, staff: { weight: 0 } },
  minimumGroup: 2,
  minimumSample: 3,
};
const tallier = createTallier(items, method);

const someRow = fc.tuple(
  fc.integer({ min: -1, max: 7 }),
  ...Array.from({ length: 4 }, () => fc.integer({ min: -1, max: 5 })),
);
const someAnswers = fc.array(
  fc.record({ group: fc.constantFrom('people', 'firms', 'staff', 'guests'), row: someRow }),
);

function tallyOf(rows: readonly (readonly number[])[]) {
  const tally = tallier.empty();
  for (const row of rows) tallier.add(tally, Int32Array.from(row));
  return tally;
}

const close = (a: number | null | undefined, b: number | null | undefined) => {
  if (typeof a !== 'number' || typeof b !== 'number') expect(a).toBe(b);
  else expect(Math.abs(a - b)).toBeLessThan(1e-8);
};

describe('a tally', () => {
  it('counts places, bits and sums', () => {
    // s = 0.8·(0.6·90 + 0.4·60) ÷ 1 + 0.2·30 = 68.4; the second has one answer and is not valid.
    const tally = tallyOf([
      [5, 0, 1, 2, 3],
      [-1, 0, 5, -1, -1],
    ]);
    expect(tally).toMatchObject({
      received: 2,
      valid: 1,
      families: { A: { count: 1, sum: [90, 0] }, B: { count: 1, sum: [60, 0] } },
    });
    expect(valueOf(tally.sum)).toBeCloseTo(68.4, 11);
    expect(tally.counts['channels']).toEqual([1, 0, 1]);
    expect(tally.answered).toMatchObject({ channels: 1, Q1: 2, Q2: 2, Q3: 1 });
    expect(tally.counts['Q2']).toEqual([0, 1, 0, 0, 0, 1]);
    expect(tally.complete).toMatchObject({ count: 1, sums: [100, 80, 60, 30] });
  });

  it('of two parts is that of the whole to the last digit, and goes back when an answer is taken out', () => {
    fc.assert(
      fc.property(fc.array(someRow), fc.array(someRow), (one, other) => {
        const both = tallyOf(one);
        addTally(both, tallyOf(other));
        const whole = tallyOf([...one, ...other]);
        expect(both).toEqual(whole);
        for (const row of other) tallier.add(both, Int32Array.from(row), -1);
        expect(both).toEqual(tallyOf(one));
      }),
    );
  });

  it('is not changed by a copy of it', () => {
    const tally = tallyOf([[1, 0, 0, 0, 0]]);
    const copy = copyTally(tally);
    expect(copy).toEqual(tally);
    addTally(copy, tally);
    expect(tally).toEqual(tallyOf([[1, 0, 0, 0, 0]]));
  });
});

const sorted = (groups: readonly { group: string }[]) =>
  groups.toSorted((a, b) => (a.group < b.group ? -1 : 1));

describe('the appraisal of tallies', () => {
  it('is that of the responses, however the parts of a group come', () => {
    fc.assert(
      fc.property(someAnswers, (answers) => {
        const responses = answers.map(({ group, row }): AppraisalResponse => ({
          group,
          answers: Object.fromEntries(
            items.slice(1).map(({ code, values }, at) => [code, values[row[at + 1] ?? -1] ?? null]),
          ),
        }));
        const plain = appraise(responses, method);
        const parts = answers.map(({ group, row }) => ({ group, tally: tallyOf([row]) }));
        const counted = appraiseTallies(parts, method, items);
        expect({ ...counted, groups: sorted(counted.groups) }).toEqual({
          ...plain,
          groups: sorted(plain.groups),
        });
      }),
    );
  });
});

describe('alpha of a tally', () => {
  it('is that of the respondents who answered everything', () => {
    fc.assert(
      fc.property(fc.array(someRow, { minLength: 2 }), (rows) => {
        const respondents = rows.map((row) => row.slice(1).map((place) => scale[place] ?? null));
        close(alphaOfTally(tallyOf(rows)), cronbachAlpha(respondents, { missing: 'listwise' }));
      }),
    );
  });
});
