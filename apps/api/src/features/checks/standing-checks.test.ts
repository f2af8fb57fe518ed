import type { Rule } from '@gongping/scoring';
import { describe, expect, it } from 'vitest';
import type { CheckedCell, CheckedPerson, CheckFacts } from './check-facts.ts';
import { standingChecks } from './standing-checks.ts';

const text = (words: string) => ({ zh: words, en: words });
const graded: Rule = {
  method: 'graded',
  levels: [
    { code: 'full', label: text('full'), coefficient: 1 },
    { code: 'half', label: text('half'), coefficient: 0.5 },
  ],
};
const leaf = (code: string) => ({ code, name: text(code), role: 'score' as const, rule: graded });
const unit = (code: string) => ({ code, name: text(code) });
const link = (url: string) => ({ title: url, url, sha256: null });
const file = (sha256: string) => ({ title: sha256, url: null, sha256 });

/** A cell of 4 marks, in order unless told. */
function cell(unitCode: string, leafCode: string, changes: Partial<CheckedCell> = {}): CheckedCell {
  return {
    unit: unit(unitCode),
    leaf: leaf(leafCode),
    fullMarks: 4,
    state: 'scored',
    marks: 2,
    input: { method: 'graded', level: 'half' },
    reason: `理由 ${unitCode} ${leafCode}`,
    evidence: [link(`https://example.org/${unitCode}/${leafCode}`)],
    approval: null,
    ...changes,
  };
}

const full = { marks: 4, input: { method: 'graded' as const, level: 'full' } };
const none: CheckFacts = { leaves: [], cells: [], scorers: [], rulings: [], links: new Map() };

/** `check severity place` of everything found. */
function found(facts: Partial<CheckFacts>): string[] {
  return standingChecks({ ...none, ...facts }).map(
    ({ check, severity, subject }) => `${check} ${severity} ${subject.split('#')[0] ?? ''}`,
  );
}

it('finds nothing where everything is in order', () => {
  expect(found({ cells: [cell('C01', 'A1'), cell('C02', 'A1', { ...full, reason: '' })] })).toEqual([]);
});

describe('a cell by itself', () => {
  it('full marks need evidence, part of the marks is another matter', () => {
    const cells = [cell('C01', 'A1', { ...full, evidence: [] }), cell('C02', 'A1', { evidence: [] })];
    expect(found({ cells })).toEqual(['full-without-evidence warning C01/A1']);
  });

  it('marks lost need a reason, also where they are a mean without an input', () => {
    const cells = [
      cell('C01', 'A1', { reason: ' ' }),
      cell('C02', 'A1', { reason: '', input: null, marks: 3.9 }),
      cell('C03', 'A1', { reason: '', input: null, marks: 4 }),
      cell('C04', 'A1', { ...full, reason: '' }),
      cell('C05', 'A1', { state: 'unscored', marks: null, input: null, reason: '' }),
    ];
    expect(found({ cells })).toEqual([
      'lost-without-reason severe C01/A1',
      'lost-without-reason severe C02/A1',
    ]);
  });

  it('not applicable needs a reason of four characters, and an approval unless a reviewer ruled it', () => {
    const na = (code: string, reason: string, approval: CheckedCell['approval'] = waiting) =>
      cell(code, 'A1', { state: 'not_applicable', marks: null, input: null, reason, evidence: [], approval });
    const waiting = { state: 'pending', reason: '' } as const;
    const cells = [
      na('C01', ''),
      na('C02', ' 不适用 '),
      na('C03', '无此职能'),
      na('C04', '无此职能', { state: 'approved', reason: '' }),
      na('C05', '无此职能', { state: 'rejected', reason: '有此职能' }),
      na('C06', '无此职能', null),
    ];
    expect(found({ cells })).toEqual([
      'na-without-reason severe C01/A1',
      'na-without-reason severe C02/A1',
      'na-not-approved severe C03/A1',
      'na-not-approved severe C05/A1',
    ]);
  });
});

describe('the same evidence under contradictory scores', () => {
  const with4 = (code: string, marks: number, piece: CheckedCell['evidence'][number], at = 'A1') =>
    cell(code, at, { input: null, marks, evidence: [piece] });

  it.each([
    [2.04, []],
    [2, ['contradictory-evidence severe C01/A1']],
    [1.96, ['contradictory-evidence severe C01/A1']],
  ])('a file under 4 and %s of 4 marks: %j', (low, wanted) => {
    expect(found({ cells: [with4('C01', low, file('aa')), with4('C02', 4, file('aa'))] })).toEqual(wanted);
  });

  it('an address can hold anything: a warning, and at one leaf only', () => {
    const page = link('https://example.org/x');
    expect(found({ cells: [with4('C01', 0, page), with4('C02', 4, page)] })).toEqual([
      'contradictory-evidence warning C01/A1',
    ]);
    expect(found({ cells: [with4('C01', 0, page), with4('C02', 4, page, 'A2')] })).toEqual([]);
  });

  it('a file used for another unit elsewhere is worth a look; within one unit it proves several things', () => {
    expect(found({ cells: [with4('C01', 0, file('aa')), with4('C02', 4, file('aa'), 'A2')] })).toEqual([
      'contradictory-evidence warning C01/A1',
    ]);
    expect(found({ cells: [with4('C01', 0, file('aa')), with4('C01', 4, file('aa'), 'A2')] })).toEqual([]);
  });
});

describe('people', () => {
  const person = (id: string, homeUnitId: string | null): CheckedPerson => ({ id, name: id, homeUnitId });
  const scorer = (unitId: string, who: CheckedPerson) => ({ unitId, unit: unit(unitId), person: who });
  const ruling = (unitId: string, by: CheckedPerson) => ({
    unitId,
    unit: unit(unitId),
    leaf: leaf('A1'),
    by,
  });

  it('nobody scores the unit they belong to', () => {
    const own = person('wang', 'C01');
    expect(found({ scorers: [scorer('C01', own), scorer('C02', own), scorer('C01', own)] })).toEqual([
      'conflict-of-interest severe C01',
    ]);
  });

  it('nobody rules on their own unit, or on what they scored', () => {
    const rater = person('li', null);
    const scorers = [scorer('C01', rater)];
    const rulings = [ruling('C01', rater), ruling('C02', rater), ruling('C03', person('chen', 'C03'))];
    expect(found({ scorers, rulings })).toEqual([
      'conflict-of-interest severe C01/A1',
      'conflict-of-interest severe C03/A1',
    ]);
  });
});

describe('patterns', () => {
  const five = ['C01', 'C02', 'C03', 'C04', 'C05'];

  it('a leaf scored the same in five units tells nobody apart; four may be alike, and six may not be done', () => {
    const cells = five.map((code) => cell(code, 'A1'));
    const wanted = ['same-for-all warning A1'];
    expect(found({ cells, leaves: [{ leaf: leaf('A1'), units: 5 }] })).toEqual(wanted);
    expect(found({ cells, leaves: [{ leaf: leaf('A1'), units: 6 }] })).toEqual([]);
    expect(found({ cells: cells.slice(1), leaves: [{ leaf: leaf('A1'), units: 4 }] })).toEqual([]);
    const one = [...cells.slice(1), cell('C01', 'A1', { input: null, marks: 2.1 })];
    expect(found({ cells: one, leaves: [{ leaf: leaf('A1'), units: 5 }] })).toEqual([]);
  });

  it('compares shares where kinds of units have different marks', () => {
    const cells = five.map((code, at) =>
      cell(code, 'A1', { fullMarks: at + 1, marks: (at + 1) * 0.3, input: null }),
    );
    expect(found({ cells, leaves: [{ leaf: leaf('A1'), units: 5 }] })).toEqual(['same-for-all warning A1']);
  });

  it('five leaves of a unit with one reason were not looked at one by one', () => {
    const copies = (count: number) =>
      Array.from({ length: count }, (_, at) =>
        cell('C01', `A${at}`, { reason: at % 2 ? '不全' : '不 全。' }),
      );
    expect(found({ cells: copies(5) })).toEqual(['copied-reasons warning C01']);
    expect(found({ cells: copies(4) })).toEqual([]);
  });
});

describe('links', () => {
  it('those that answered are fine, those never looked at too', () => {
    const cells = ['C01', 'C02', 'C03', 'C04'].map((code) => cell(code, 'A1'));
    const at = (code: string) => `https://example.org/${code}/A1`;
    const links = new Map([
      [at('C01'), { state: 'ok' as const, status: 200 }],
      [at('C02'), { state: 'gone' as const, status: 404 }],
      [at('C03'), { state: 'refused' as const, status: null }],
    ]);
    expect(found({ cells, links })).toEqual(['dead-link warning C02/A1', 'dead-link warning C03/A1']);
  });
});

it('a changed situation is another finding', () => {
  const subjectOf = (reason: string) =>
    standingChecks({
      ...none,
      cells: [
        cell('C01', 'A1', {
          state: 'not_applicable',
          marks: null,
          input: null,
          reason,
          approval: { state: 'pending', reason: '' },
        }),
      ],
    })[0]?.subject;
  expect(subjectOf('无此职能')).toBe(subjectOf('无此职能'));
  expect(subjectOf('无此职能')).not.toBe(subjectOf('无此事项'));
});

it('the most serious checks come first', () => {
  const cells = [cell('C01', 'A1', { ...full, evidence: [] }), cell('C02', 'A1', { reason: '' })];
  expect(found({ cells })).toEqual([
    'lost-without-reason severe C02/A1',
    'full-without-evidence warning C01/A1',
  ]);
});
