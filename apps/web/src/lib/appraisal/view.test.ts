import { expect, it } from 'vitest';
import { parseKind, parseView, viewsFor } from './view.ts';

it('shows answers coming in while it is open, and results once it is closed', () => {
  expect(parseView(null, viewsFor(true), false)).toBe('progress');
  expect(parseView(null, viewsFor(true), true)).toBe('results');
  expect(parseView('links', viewsFor(true), true)).toBe('links');
});

it('keeps comments and settings to the organiser', () => {
  expect(parseView('comments', viewsFor(true), false)).toBe('comments');
  expect(parseView('comments', viewsFor(false), false)).toBe('progress');
  expect(parseView('settings', viewsFor(false), true)).toBe('results');
});

it('knows two kinds of units', () => {
  expect([parseKind('county'), parseKind('department'), parseKind('town'), parseKind(null)]).toEqual([
    'county',
    'department',
    null,
    null,
  ]);
});
