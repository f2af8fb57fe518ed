import { describe, expect, it } from 'vitest';
import { scoresOf } from '../support/bundle.ts';
import { figuresOf, nodesNamed, unitIn, unmet } from '../support/figures.ts';
import { cell, fixture } from '../support/fixture.ts';
import { scoreBundle } from '../support/score-bundle.ts';

const tree = fixture('composite/asem_tree.csv');
const values = fixture('composite/asem_treated_values.csv');
const code = unitIn('UnitCode');
const parents = new Set(tree.map((node) => cell(node, 'Parent')));
const isInner = (node: string): boolean => parents.has(node);
const codes = tree.map((node) => cell(node, 'iCode'));
const leaves = codes.filter((node) => !isInner(node));
const inner = codes.filter(isInner);

const scored = await scoreBundle({
  units: values.map((row) => ({ code: code(row), kind: 'country' })),
  indicators: tree.map((node) => {
    const leaf = !isInner(cell(node, 'iCode'));
    return {
      code: cell(node, 'iCode'),
      parent: cell(node, 'Parent'),
      name: cell(node, 'iName'),
      weight: cell(node, 'Weight'),
      normalisation: leaf ? 'minmax:0:100' : '',
      // The source writes 1.0 and -1.0.
      direction: leaf ? Number(cell(node, 'Direction')) : '',
    };
  }),
  scores: scoresOf(values, leaves, code),
  // The source ranks on scores rounded to two decimals, which makes two ties (ConEcFin, Instit).
  method: { ranking: { within: 'all', basis: 'rounded', decimals: 2 } },
});

describe('ASEM Sustainable Connectivity: 51 countries, 49 indicators, three levels above them', () => {
  it('normalises every treated value as published, less being better where the tree says so', () => {
    const published = figuresOf(fixture('composite/asem_expected_minmax.csv'), nodesNamed(leaves), code);
    expect(published).toHaveLength(51 * 49);
    expect(unmet(scored, published, { tolerance: 1e-9 })).toEqual([]);
  });

  it('gives the published score at every node, and that of the index as the total', () => {
    const columns = { ...nodesNamed(inner), total: 'Index' };
    const published = figuresOf(fixture('composite/asem_expected_scores.csv'), columns, code);
    expect(published).toHaveLength(51 * 12);
    expect(unmet(scored, published, { tolerance: 1e-9 })).toEqual([]);
  });

  it('gives the published rank at every node, ties included', () => {
    const published = figuresOf(fixture('composite/asem_expected_ranks.csv'), nodesNamed(inner), code);
    expect(published).toHaveLength(51 * 11);
    expect(unmet(scored, published, { field: 'rank' })).toEqual([]);
  });
});
