import type { Warning } from '@gongping/scoring';
import { expect, it } from 'vitest';
import { warningLines } from './tell-warnings.ts';

const capped = (unit: string): Warning => ({
  code: 'total-cap',
  params: { unit, score: 101, cap: 100 },
  unit,
  node: null,
});
const ignored: Warning = {
  code: 'veto-ignored',
  params: { unit: 'C01', node: 'V\u001b[2J' },
  unit: 'C01',
  node: 'V',
};

it('tells the first three of each kind and counts the rest', () => {
  const warnings = [...Array.from({ length: 1000 }, (_, i) => capped(`C${i}`)), ignored];
  const lines = warningLines(warnings, 'en');
  expect(lines).toHaveLength(5);
  expect(lines[2]).toMatch(/^C2 exceeds/);
  expect(lines[3]).toBe('… and 997 more of this kind (total-cap); --json has them all.');
  expect(lines[4]).toContain('V\\u001b[2J');
  expect(warningLines(warnings.slice(0, 3), 'zh')).toHaveLength(3);
});
