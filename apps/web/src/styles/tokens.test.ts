import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

/*
 * Contrast by WCAG 2.1: (L1 + 0.05) ÷ (L2 + 0.05) of relative luminances. Text needs 4.5, marks and
 * boundaries 3.
 */
const source = readFileSync(new URL('./tokens.css', import.meta.url), 'utf8');

const tokens = new Map<string, { light: string; dark: string }>();
for (const [, name = '', light, dark, both] of source.matchAll(
  /--([\w-]+):\s*(?:light-dark\((#[0-9a-f]{6}),\s*(#[0-9a-f]{6})\)|(#[0-9a-f]{6}));/g,
)) {
  tokens.set(name, { light: light ?? both ?? '', dark: dark ?? both ?? '' });
}

function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const channel = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(front: string, back: string, theme: 'light' | 'dark'): number {
  const a = luminance(tokens.get(front)?.[theme] ?? '#000000');
  const b = luminance(tokens.get(back)?.[theme] ?? '#000000');
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
}

const surfaces = ['ground', 'surface', 'sunken', 'raised'];
const written = ['text', 'muted', 'faint', 'ink', 'ink-strong', 'vermilion', 'ochre'];
const families = ['a', 'b', 'c', 'd'];

const textPairs = [
  ...written.flatMap((front) => surfaces.map((back) => [front, back] as const)),
  ...families.flatMap((family) =>
    ['ground', 'surface', 'raised'].map((back) => [`family-${family}-text`, back] as const),
  ),
  ...[1, 2, 3, 4].flatMap((band) =>
    ['ground', 'surface', 'sunken'].map((back) => [`band-${band}`, back] as const),
  ),
  ['on-ink', 'ink'] as const,
  ['on-ink', 'ink-strong'] as const,
  ['on-vermilion', 'vermilion'] as const,
  ['ink', 'ink-soft'] as const,
  ['ink-strong', 'ink-soft'] as const,
  ['text', 'ink-soft'] as const,
  ['muted', 'ink-soft'] as const,
  ['text', 'vermilion-soft'] as const,
  ['vermilion', 'vermilion-soft'] as const,
  ['text', 'ochre-soft'] as const,
  ['ochre', 'ochre-soft'] as const,
];

const markPairs = [
  ...surfaces.map((back) => ['edge', back] as const),
  ...families.flatMap((family) =>
    ['ground', 'surface'].map((back) => [`family-${family}-edge`, back] as const),
  ),
];

describe.each(['light', 'dark'] as const)('contrast in the %s theme', (theme) => {
  it.each(textPairs)('%s is legible on %s', (front, back) => {
    expect(tokens.has(front) && tokens.has(back)).toBe(true);
    expect(contrast(front, back, theme)).toBeGreaterThanOrEqual(4.5);
  });

  it.each(markPairs)('%s is visible on %s', (front, back) => {
    expect(contrast(front, back, theme)).toBeGreaterThanOrEqual(3);
  });
});
