import { expect, it } from 'vitest';
import { scoresOf } from '../support/bundle.ts';
import { figuresOf, unitIn, unmet } from '../support/figures.ts';
import { fixture } from '../support/fixture.ts';
import { scoreBundle } from '../support/score-bundle.ts';

const table = fixture('composite/missing_threshold.csv');
const unit = unitIn('unit');

it.each(['total', 'siblings'] as const)(
  'leaves a unit with less than two of three values without a score, N/A shared out by %s',
  async (notApplicable) => {
    const scored = await scoreBundle({
      units: table.map((row) => ({ code: unit(row), kind: 'unit' })),
      indicators: ['a', 'b', 'c'].map((code) => ({ code, parent: '', weight: 1 })),
      scores: scoresOf(table, ['a', 'b', 'c'], unit),
      // As printed; 2 ÷ 3 is a hair above it and counts as reaching it.
      method: { notApplicable, minimumCoverage: 0.6666666666666666 },
    });
    expect(unmet(scored, figuresOf(table, { total: 'score' }, unit), { tolerance: 1e-6 })).toEqual([]);
    expect(table.map((row) => scored.row(unit(row), 'total').rank)).toEqual([2, null, 1]);
    expect(scored.warnings).toMatchObject([{ code: 'coverage-below-minimum', unit: 'U2', node: 'total' }]);
  },
);
