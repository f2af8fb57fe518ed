import { describe, expect, it } from 'vitest';
import { firstCodeBelow, nextCode } from './next-code.ts';

describe('the next free code', () => {
  it.each([
    ['A1-3', ['A1-3'], 'A1-4'],
    ['A1-9', ['A1-9', 'A1-10'], 'A1-11'],
    ['B', ['A', 'B'], 'C'],
    ['B', ['B', 'C', 'D'], 'E'],
    ['Z', ['Z'], 'Z-2'],
    ['services', ['services'], 'services-2'],
    ['a'.repeat(32), ['a'.repeat(32)], `${'a'.repeat(31)}2`],
  ])('after %s is free', (after, taken, code) => {
    expect(nextCode(after, new Set(taken))).toBe(code);
  });

  it.each([
    [null, [], 'A'],
    [null, ['A', 'B'], 'C'],
    ['A', ['A'], 'A1'],
    ['A1', ['A1'], 'A1-1'],
    ['A1', ['A1', 'A1-1'], 'A1-2'],
  ])('below %s', (parent, taken, code) => {
    expect(firstCodeBelow(parent, new Set(taken))).toBe(code);
  });
});
