import { describe, expect, it } from 'vitest';
import { scoresOf } from '../support/bundle.ts';
import { figuresOf, nodesNamed, unmet } from '../support/figures.ts';
import { cell, fixture, type PublishedRow } from '../support/fixture.ts';
import { scoreBundle, type ScoredBundle } from '../support/score-bundle.ts';

const table = fixture('composite/fiw_2014_2020_2024.csv');
const unitOf = (row: PublishedRow): string => `${cell(row, 'Country/Territory')} ${cell(row, 'Edition')}`;
const units = table.map((row) => ({ code: unitOf(row), kind: cell(row, 'Edition') }));

const political = ['A', 'B', 'C'];
const civil = ['D', 'E', 'F', 'G'];
const questions = Object.keys(table[0] ?? {}).filter((column) => /^[A-G]\d$/.test(column));
/** Add Q is taken off and Add A is put on, outside the questions; both belong to political rights. */
const additional = [
  { code: 'Add Q', parent: '', role: 'penalty' },
  { code: 'Add A', parent: '', role: 'bonus' },
];

/** Adds up some of the seven groups of questions; the least minimum is the most that Add Q can take off. */
function addUp(groups: readonly string[], ratings: readonly number[] = []): Promise<ScoredBundle> {
  const asked = questions.filter((question) => groups.includes(question.charAt(0)));
  const outside = groups.includes('A') ? additional : [];
  return scoreBundle({
    units,
    indicators: [
      ...groups.map((code) => ({ code, parent: '' })),
      ...asked.map((code) => ({ code, parent: code.charAt(0) })),
      ...outside,
    ],
    scores: scoresOf(table, [...asked, ...outside.map(({ code }) => code)], unitOf),
    method: {
      aggregation: 'sum',
      bonusCap: null,
      totalCap: null,
      bands: ratings.map((minimum, at) => ({ code: `${at + 1}`, name: `rating ${at + 1}`, minimum })),
    },
  });
}

const [pr, cl, all] = await Promise.all([
  addUp(political, [36, 30, 24, 18, 12, 6, -4]),
  addUp(civil, [53, 44, 35, 26, 17, 8, 0]),
  addUp([...political, ...civil]),
]);

const bandsOf = (scored: ScoredBundle) => table.map((row) => scored.row(unitOf(row), 'total').band);
const column = (name: string) => table.map((row) => cell(row, name));

describe('Freedom in the World, editions 2014 and 2020 to 2024: 1,259 countries and territories', () => {
  it.each([
    ['political rights, less Add Q, plus Add A', pr, political, 'PR'],
    ['civil liberties', cl, civil, 'CL'],
    ['all of it', all, [...political, ...civil], 'Total'],
  ])('adds up %s exactly, sub-totals too', (_what, scored, groups, total) => {
    const published = figuresOf(table, { ...nodesNamed(groups), total }, unitOf);
    expect(published).toHaveLength(1259 * (groups.length + 1));
    expect(unmet(scored, published)).toEqual([]);
  });

  it('lets a deduction take a total below zero, as the source does', () => {
    expect(all.row('Nagorno-Karabakh 2024', 'total').score).toBe(-3);
    expect(table.filter((row) => Number(cell(row, 'Add Q')) > 0)).toHaveLength(114);
    expect(table.filter((row) => Number(cell(row, 'Add A')) > 0)).toHaveLength(5);
  });

  it('gives both ratings as bands of their sub-totals', () => {
    expect(bandsOf(pr)).toEqual(column('PR rating'));
    expect(bandsOf(cl)).toEqual(column('CL rating'));
  });

  it('gives the status as a band of the mean of both ratings, 1 being the best', async () => {
    const ratings = { PR: pr, CL: cl };
    const scored = await scoreBundle({
      units,
      indicators: Object.keys(ratings).map((code) => ({ code, parent: '', direction: -1 })),
      scores: units.flatMap(({ code }) =>
        Object.entries(ratings).map(([indicator, rated]) => ({
          unit: code,
          indicator,
          value: rated.row(code, 'total').band ?? '',
        })),
      ),
      method: {
        bands: [
          { code: 'F', name: 'Free', minimum: -2.5 },
          { code: 'PF', name: 'Partly free', minimum: -5 },
          { code: 'NF', name: 'Not free', minimum: -7 },
        ],
      },
    });
    expect(bandsOf(scored)).toEqual(column('Status'));
  });
});
