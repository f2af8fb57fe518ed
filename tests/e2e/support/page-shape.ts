import { sitePages } from './site-pages.ts';

const segmentsOf = (path: string): string[] => path.split('/').slice(1);
const isPlace = (segment: string): boolean => segment.startsWith('{');

/** A letter for each segment, so that a name that is written out comes before a place, as in the site's own routing. */
const precedence = (shape: string): string =>
  segmentsOf(shape)
    .map((segment) => (isPlace(segment) ? 'b' : 'a'))
    .join('');

const inOrder = sitePages.toSorted((a, b) => {
  const [first, second] = [precedence(a), precedence(b)];
  return first === second ? 0 : first < second ? -1 : 1;
});

function fits(shape: string, path: readonly string[]): boolean {
  const segments = segmentsOf(shape);
  return segments.length === path.length && segments.every((one, at) => isPlace(one) || one === path[at]);
}

/**
 * What a page is, whatever unit or year it shows: the file of the site that it comes from, and its view. Filters,
 * sorting and selection do not make another page. An address that no file stands for is its own shape.
 */
export function pageShape(address: URL): string {
  const path = segmentsOf(decodeURIComponent(address.pathname));
  const shape = inOrder.find((one) => fits(one, path)) ?? address.pathname;
  const view = address.searchParams.get('view');
  return view === null ? shape : `${shape}?view=${view}`;
}
