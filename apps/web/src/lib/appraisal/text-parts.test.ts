import { expect, it } from 'vitest';
import { textParts } from './text-parts.ts';

it('cuts a text where something stands out, and loses nothing', () => {
  const text = '请张三先生回电 13812345678';
  const parts = textParts(text, [
    { start: 1, end: 5, kind: 'name' },
    { start: 8, end: 19, kind: 'phone' },
  ]);
  expect(parts.map((part) => part.text)).toEqual(['请', '张三先生', '回电 ', '13812345678']);
  expect(parts.map((part) => part.text).join('')).toBe(text);
  expect(textParts(text, [])).toEqual([{ text, kind: null }]);
});
