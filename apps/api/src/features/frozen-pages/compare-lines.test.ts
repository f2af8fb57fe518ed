import { expect, it } from 'vitest';
import { compareLines } from './compare-lines.ts';

it('names the lines that only one of two texts has', () => {
  expect(compareLines('甲\n乙\n丙', '甲\n丁\n丙')).toEqual({ removed: [1], added: [1] });
  expect(compareLines('', '甲')).toEqual({ removed: [], added: [0] });
  expect(compareLines('甲', '')).toEqual({ removed: [0], added: [] });
});

it('finds no difference where lines only changed places, and counts those that repeat', () => {
  expect(compareLines('甲\n乙', '乙\n甲')).toEqual({ removed: [], added: [] });
  expect(compareLines('甲\n甲\n甲', '甲\n甲')).toEqual({ removed: [2], added: [] });
});
