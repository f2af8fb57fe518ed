import { describe, expect, it } from 'vitest';
import type { Evaluator, MatrixCell } from './assignment-matrix.ts';
import { fillEvenly } from './fill-evenly.ts';

const person = (id: string, homeUnitId: string | null = null): Evaluator => ({
  id,
  displayName: id,
  homeUnitId,
});
const cell = (unitId: string, family: string, leaves: number): MatrixCell => ({
  unitId,
  family,
  slot: 1,
  leaves,
  evaluatorId: null,
});
const unrated = new Map();
const byUnit = { by: 'unit', rated: unrated } as const;
const byFamily = { by: 'family', rated: unrated } as const;
const loads = (cells: readonly MatrixCell[]) => {
  const sums: Record<string, number> = {};
  for (const { evaluatorId, leaves } of cells) {
    if (evaluatorId !== null) sums[evaluatorId] = (sums[evaluatorId] ?? 0) + leaves;
  }
  return sums;
};

describe('by unit', () => {
  it('keeps a unit together and evens out the leaves, the largest units first', () => {
    const cells = [cell('u1', 'A', 1), cell('u2', 'A', 3), cell('u2', 'B', 2), cell('u3', 'A', 4)];
    const filled = fillEvenly(cells, [person('e1'), person('e2')], byUnit);
    // u2 (5 leaves) to e1, u3 (4) to e2, u1 (1) to e2: 5 and 5.
    expect(loads(filled)).toEqual({ e1: 5, e2: 5 });
    expect(filled.filter(({ unitId }) => unitId === 'u2').map(({ evaluatorId }) => evaluatorId)).toEqual([
      'e1',
      'e1',
    ]);
  });

  it('counts what people have already and leaves it with them', () => {
    const taken = { ...cell('u1', 'A', 10), evaluatorId: 'e1' };
    const filled = fillEvenly(
      [taken, cell('u2', 'A', 3), cell('u3', 'A', 3)],
      [person('e1'), person('e2')],
      byUnit,
    );
    expect(filled.map(({ unitId, evaluatorId }) => [unitId, evaluatorId])).toEqual([
      ['u2', 'e2'],
      ['u3', 'e2'],
    ]);
  });

  it('gives nobody the unit they belong to, however busy the others are', () => {
    const filled = fillEvenly(
      [cell('home', 'A', 1), { ...cell('u2', 'A', 90), evaluatorId: 'other' }],
      [person('insider', 'home'), person('other')],
      byUnit,
    );
    expect(filled).toEqual([{ ...cell('home', 'A', 1), evaluatorId: 'other' }]);
  });

  it('leaves open what only an insider could take', () => {
    expect(fillEvenly([cell('home', 'A', 1)], [person('insider', 'home')], byUnit)).toEqual([]);
    expect(fillEvenly([cell('home', 'A', 1)], [], byUnit)).toEqual([]);
  });
});

describe('by family', () => {
  it('keeps a family with one evaluator until the fair share is reached', () => {
    const cells = ['u1', 'u2'].flatMap((unit) => [cell(unit, 'A', 2), cell(unit, 'B', 2)]);
    const filled = fillEvenly(cells, [person('e1'), person('e2')], byFamily);
    expect(filled.map(({ family, evaluatorId }) => `${family} ${evaluatorId}`)).toEqual([
      'A e1',
      'A e1',
      'B e2',
      'B e2',
    ]);
  });

  it('passes only the cell of the own unit on', () => {
    const cells = [cell('home', 'A', 2), cell('u2', 'A', 2)];
    const filled = fillEvenly(cells, [person('insider', 'home'), person('other')], byFamily);
    expect(filled.map(({ unitId, evaluatorId }) => [unitId, evaluatorId])).toEqual([
      ['home', 'other'],
      ['u2', 'insider'],
    ]);
  });
});

describe('two raters', () => {
  const both = (unitId: string, family: string) => {
    const first = cell(unitId, family, 2);
    return [first, { ...first, slot: 2 as const }];
  };

  it.each([byUnit, byFamily])('are never one person: $by', (how) => {
    const cells = ['u1', 'u2', 'u3'].flatMap((unit) => [...both(unit, 'A'), ...both(unit, 'B')]);
    const filled = fillEvenly(cells, [person('e1'), person('e2'), person('e3')], how);
    expect(filled).toHaveLength(cells.length);
    const pairs = Map.groupBy(filled, ({ unitId, family }) => `${unitId} ${family}`);
    for (const pair of pairs.values())
      expect(new Set(pair.map(({ evaluatorId }) => evaluatorId)).size).toBe(2);
    if (how.by === 'unit') expect(loads(filled)).toEqual({ e1: 8, e2: 8, e3: 8 });
  });

  it('leaves the second place open where only the first rater is there', () => {
    expect(fillEvenly(both('u1', 'A'), [person('e1')], byUnit)).toHaveLength(1);
  });

  it('does not give a place to whoever has rated in the other', () => {
    const rated = new Map([['u1 A 1', new Set(['e1'])]]);
    const taken = both('u1', 'A').map((each) => (each.slot === 1 ? { ...each, evaluatorId: 'e2' } : each));
    const filled = fillEvenly(taken, [person('e1'), person('e3')], { by: 'unit', rated });
    expect(filled.map(({ evaluatorId }) => evaluatorId)).toEqual(['e3']);
  });
});
