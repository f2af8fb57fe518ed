import { describe, expect, it } from 'vitest';
import { afterNode, placeAfter, shownNodes } from './moves.ts';

// A ( A1 ( A1-1, A1-2 ), A2, A3 ), B
const nodes = [
  { code: 'A', parent: null },
  { code: 'A1', parent: 'A' },
  { code: 'A1-1', parent: 'A1' },
  { code: 'A1-2', parent: 'A1' },
  { code: 'A2', parent: 'A' },
  { code: 'A3', parent: 'A' },
  { code: 'B', parent: null },
];

describe('a step of a node', () => {
  it.each([
    ['A2', 'up', { parent: 'A', before: 'A1' }],
    ['A1', 'up', null],
    ['A1', 'down', { parent: 'A', before: 'A3' }],
    ['A2', 'down', { parent: 'A', before: null }],
    ['A3', 'down', null],
    ['A2', 'in', { parent: 'A1', before: null }],
    ['A1', 'in', null],
    ['A1-2', 'out', { parent: 'A', before: 'A2' }],
    ['A3', 'out', { parent: null, before: 'B' }],
    ['B', 'out', null],
    ['Q', 'up', null],
  ] as const)('%s %s', (code, direction, place) => {
    expect(placeAfter(nodes, code, direction)).toEqual(place);
  });
});

it('goes right after a node among its siblings', () => {
  expect(afterNode(nodes, 'A1')).toEqual({ parent: 'A', before: 'A2' });
  expect(afterNode(nodes, 'B')).toEqual({ parent: null, before: null });
});

it('hides everything below what is folded', () => {
  expect(shownNodes(nodes, new Set(['A1'])).map(({ code }) => code)).toEqual(['A', 'A1', 'A2', 'A3', 'B']);
  expect(shownNodes(nodes, new Set(['A'])).map(({ code }) => code)).toEqual(['A', 'B']);
});
