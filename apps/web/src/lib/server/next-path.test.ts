import { expect, it } from 'vitest';
import { nextPath } from './next-path.ts';

it('keeps a path of this site with its query', () => {
  expect(nextPath('/work/results?sort=-total')).toBe('/work/results?sort=-total');
});

it.each(['https://example.org/', '//example.org/', '/\\example.org', '\\\\example.org', 'work', '', null, 7])(
  'replaces %s',
  (value) => {
    expect(nextPath(value)).toBe('/work');
  },
);
