import { expect, it } from 'vitest';
import { levelColours } from './level-colours.ts';

it('fades ink to the middle and grows ochre after it', () => {
  expect(levelColours(5)).toEqual([
    'color-mix(in srgb, var(--ink) 90%, var(--sunken))',
    'color-mix(in srgb, var(--ink) 45%, var(--sunken))',
    'color-mix(in srgb, var(--ink) 0%, var(--sunken))',
    'color-mix(in srgb, var(--ochre) 45%, var(--sunken))',
    'color-mix(in srgb, var(--ochre) 90%, var(--sunken))',
  ]);
  expect(levelColours(1)).toEqual(['color-mix(in srgb, var(--ink) 0%, var(--sunken))']);
});
