import { describe, expect, it } from 'vitest';
import type { Score } from './input.ts';
import { ScoreTable } from './score-table.ts';

describe('ScoreTable', () => {
  it('gives back what was added, in order and any number of times, also past the end of a chunk', () => {
    const values = [0, -0.5, 'NA', null, 1 / 3] as const;
    const scores = Array.from({ length: 70_000 }, (_, i): Score => ({
      unit: `U${i % 300}`,
      indicator: `I${i % 7}`,
      value: values[i % 5] ?? null,
    }));
    const table = new ScoreTable();
    for (const { unit, indicator, value } of scores) table.add(unit, indicator, value);
    expect(table.length).toBe(70_000);
    expect([...table]).toEqual(scores);
    expect([...table]).toEqual(scores);
  });

  it('is empty before anything is added', () => {
    expect([...new ScoreTable()]).toEqual([]);
  });
});
