import { expect, it } from 'vitest';
import { normaliseDigits, parseNumber } from './number-input.ts';

it('reads full-width digits, the ideographic full stop and separators', () => {
  expect(normaliseDigits('１７２')).toBe('172');
  expect(parseNumber('３．４４')).toBe(3.44);
  expect(parseNumber('3。44')).toBe(3.44);
  expect(parseNumber('－２')).toBe(-2);
  expect(parseNumber(' 1,024 ')).toBe(1024);
});

it('tells empty from zero and from nonsense', () => {
  expect(parseNumber('')).toBeNull();
  expect(parseNumber('　')).toBeNull();
  expect(parseNumber('0')).toBe(0);
  expect(parseNumber('4分')).toBeUndefined();
  expect(parseNumber('1.2.3')).toBeUndefined();
});
