/** A rating as it was given. */
export type Category = number | string;

const compare = (a: Category, b: Category): number => {
  if (typeof a === 'number' && typeof b === 'number') return a - b;
  if (typeof a !== typeof b) return typeof a === 'number' ? -1 : 1;
  return a < b ? -1 : a > b ? 1 : 0;
};

/** The categories that are used: numbers by size, then texts by code point. */
export function categoriesOf(ratings: readonly (readonly (Category | null)[])[]): Category[] {
  const used = new Set<Category>();
  for (const list of ratings) for (const rating of list) if (rating !== null) used.add(rating);
  return [...used].sort(compare);
}

/** Place of a category in their order. @throws RangeError for a rating that is not among them, or a repeated category */
export function placeIn(categories: readonly Category[]): (rating: Category) => number {
  const places = new Map(categories.map((category, i) => [category, i]));
  if (places.size !== categories.length) throw new RangeError('a category is listed twice');
  return (rating) => {
    const place = places.get(rating);
    if (place === undefined) throw new RangeError(`the rating ${rating} is not among the categories`);
    return place;
  };
}

/** @throws RangeError where rows differ in length */
export function columnsOf(rows: readonly (readonly unknown[])[]): number {
  const columns = rows[0]?.length ?? 0;
  if (rows.some((row) => row.length !== columns)) {
    throw new RangeError('every row must have the same number of places');
  }
  return columns;
}
