import type { Rule } from '@gongping/scoring';
import { expect, it } from 'vitest';
import { withEmptyHeadings } from './optional-indicators.ts';

const rule: Rule = { method: 'veto' };
const heading = (code: string, role: 'score' | 'bonus' | 'veto') => ({
  code,
  parent: null,
  role,
  rule: null,
});
const leaf = (code: string, parent: string) => ({ code, parent, role: 'veto' as const, rule });
const indicators = [heading('D', 'score'), heading('V', 'veto'), leaf('V-1', 'V'), leaf('V-2', 'V')];

it('switches a heading off with the last of its leaves, and on with the first', () => {
  expect(withEmptyHeadings(['D', 'V-1', 'V-2'], indicators)).toEqual(['D', 'V-1', 'V-2', 'V']);
  expect(withEmptyHeadings(['V', 'V-1'], indicators)).toEqual(['V-1']);
});
