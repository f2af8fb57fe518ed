import { describe, expect, test } from 'vitest';
import { indicatorSystem2020 } from '../../indicators/indicator-system.ts';
import { stories } from './stories.ts';

const leaves = indicatorSystem2020.indicators.flatMap((leaf) =>
  leaf.rule !== null && leaf.role === 'score' ? [{ code: leaf.code, rule: leaf.rule }] : [],
);

describe('stories', () => {
  test('there is one for every scored leaf, and no other', () => {
    expect(Object.keys(stories).toSorted()).toEqual(leaves.map(({ code }) => code).toSorted());
  });

  test.each(leaves)('$code is told by its own rule, position by position', ({ code, rule }) => {
    const found = stories[code]?.found;
    expect(found?.method).toBe(rule.method);
    if (rule.method === 'graded' && found?.method === 'graded') {
      expect(found.levels.map((wordings) => wordings.length > 0)).toEqual(rule.levels.map((_, at) => at > 0));
    }
    if (rule.method === 'checklist' && found?.method === 'checklist') {
      expect(found.points.every((wordings) => wordings.length > 0)).toBe(true);
      expect(found.points).toHaveLength(rule.points.length);
      expect(found.zero !== undefined).toBe(rule.zeroWhen !== null);
    }
    if (rule.method === 'deduct' && found?.method === 'deduct') {
      expect(found.items.every((wordings) => wordings.length > 0)).toBe(true);
      expect(found.items).toHaveLength(rule.items.length);
    }
    if (rule.method === 'ratio' && found?.method === 'ratio') {
      expect(found.deductions ?? []).toHaveLength(rule.deductions.length);
      const partial = rule.credits.some(({ credit }) => credit > 0 && credit < 1) || code === 'D4-1';
      expect(found.partial.length > 0).toBe(partial);
    }
  });
});
