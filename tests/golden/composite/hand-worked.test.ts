import { describe, expect, it } from 'vitest';
import type { ScoredBundle } from '../support/score-bundle.ts';
import { scoreHandWorked } from './hand-worked-bundle.ts';

const [byTotal, bySiblings] = await Promise.all([scoreHandWorked('total'), scoreHandWorked('siblings')]);

const at = (scored: ScoredBundle, node: string) =>
  scored.results.filter((row) => row.node === node).map(({ unit, score, rank }) => [unit, score, rank]);

describe('a bundle of counties and departments worked by hand', () => {
  it('gives totals, coverages, ranks within the kind and bands, N/A rescaling the whole', () => {
    const totals = byTotal.results.filter(({ node }) => node === 'total');
    expect(
      totals.map(({ unit, score, coverage, rank, band }) => [unit, score, coverage, rank, band]),
    ).toEqual([
      ['C1', 89.995, 1, 3, 'excellent'],
      ['C2', 89.994, 1, 5, 'good'],
      ['C3', 89.995, 1, 3, 'excellent'],
      ['C4', 100, 1, 1, 'excellent'],
      ['C5', 79.5, 1, 7, 'pass'],
      ['C6', 95, 1, 2, 'fail'],
      ['C7', 79, 0.8, 8, 'pass'],
      ['C8', 82, 0.5, 6, 'good'],
      ['C9', null, 0, null, null],
      ['D1', 83, 1, 1, 'good'],
      ['D2', 72, 0.9, 3, 'pass'],
      ['D3', 83, 1, 1, 'good'],
    ]);
  });

  it('changes only units with N/A where siblings share it out: C7 passes C5 and is good', () => {
    const changed = bySiblings.results.filter(
      ({ unit, node, score }) => node === 'total' && byTotal.row(unit, node).score !== score,
    );
    expect(changed).toMatchObject([
      { unit: 'C7', score: 80.8, coverage: 0.8, rank: 7, band: 'good' },
      { unit: 'D2', score: 72.8, coverage: 0.9, rank: 3, band: 'pass' },
    ]);
    expect(bySiblings.row('C5', 'total')).toMatchObject({ score: 79.5, rank: 8, band: 'pass' });
  });

  it('scores and ranks the nodes below, by marks of the kind', () => {
    expect(at(byTotal, 'B')).toEqual([
      ['C1', 92, 3], // 46 ÷ 50
      ['C2', 92, 3],
      ['C3', 91.99, 5], // 45.995 ÷ 50
      ['C4', 100, 1],
      ['C5', 80, 6],
      ['C6', 95, 2],
      ['C7', 80, 6],
      ['C8', null, null],
      ['C9', null, null],
      ['D1', 80, 1], // 32 ÷ 40
      ['D2', 52.5, 3],
      ['D3', 77.5, 2], // 31 ÷ 40
    ]);
    expect(byTotal.row('C7', 'A').score).toBeCloseTo(2300 / 30, 9); // 18 + 5 of 20 + 10
    expect(bySiblings.row('C7', 'A').score).toBe(82);
    expect(byTotal.row('C7', 'A1')).toMatchObject({ score: 90, coverage: 0.5 });
    expect(byTotal.row('C8', 'B1')).toMatchObject({ score: null, coverage: 0.4 });
    expect(byTotal.row('C4', 'E2')).toMatchObject({ score: 2, rank: null });
    expect(byTotal.row('D1', 'B11')).toMatchObject({ score: null, coverage: 0, rank: null });
  });

  it('says what a reader should know: a part that was missing, nodes that have too little below them', () => {
    expect(byTotal.warnings.map(({ code, unit, node }) => [code, unit, node])).toEqual(
      expect.arrayContaining([
        ['component-missing', 'C3', null],
        ['coverage-below-minimum', 'C8', 'B1'],
        ['coverage-below-minimum', 'C9', 'A'],
        ['coverage-below-minimum', 'C9', 'B1'],
      ]),
    );
  });
});
