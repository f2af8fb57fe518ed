import { withParameters } from '#lib/frame/address.ts';
import type { Snippet } from 'svelte';

/** A column of `DataTable`. */
export interface Column<Row> {
  /** Name in the address (`?sort=-total`). */
  readonly key: string;
  readonly label: string;
  /** Names the row: a real row heading that stays in sight when scrolling. The first column unless given. */
  readonly rowHeader?: boolean;
  /** Right-aligned, tabular. */
  readonly numeric?: boolean;
  /** What the column is sorted by; a column without it cannot be sorted. `null` always comes last. */
  readonly value?: (row: Row) => string | number | null;
  /** What the cell shows; without a snippet the text. */
  readonly text?: (row: Row) => string;
  readonly cell?: Snippet<[Row]>;
  /** CSS width where the content should not decide. */
  readonly width?: string;
  /** Hidden below 640 px; never the only place of a fact. */
  readonly wideOnly?: boolean;
  /** A sentence behind the heading, for abbreviations. */
  readonly title?: string;
}

export interface Sort {
  readonly key: string;
  readonly descending: boolean;
}

/** Reads `?sort=total` (ascending) and `?sort=-total` (descending). */
export function parseSort(text: string | null): Sort | null {
  if (!text) return null;
  const descending = text.startsWith('-');
  const key = descending ? text.slice(1) : text;
  return key === '' ? null : { key, descending };
}

/**
 * Rows in the order of `sort`, equal ones in the order given; a new array.
 * Chinese text sorts by pinyin; cells without a value come last whichever way one sorts.
 */
export function sortRows<Row>(
  rows: readonly Row[],
  columns: readonly Column<Row>[],
  sort: Sort | null,
): Row[] {
  const value = columns.find((column) => column.key === sort?.key)?.value;
  if (!sort || !value) return [...rows];
  const direction = sort.descending ? -1 : 1;
  const collator = new Intl.Collator('zh-CN', { numeric: true });
  return [...rows].sort((a, b) => {
    const left = value(a);
    const right = value(b);
    if (left === null || right === null) return Number(left === null) - Number(right === null);
    if (typeof left === 'number' && typeof right === 'number') return direction * (left - right);
    return direction * collator.compare(String(left), String(right));
  });
}

/**
 * The address that a heading leads to: first click sorts numbers from the largest and text from the
 * first, the second click turns round; every other parameter stays.
 */
export function sortHref<Row>(
  url: { readonly searchParams: { toString(): string } },
  column: Column<Row>,
  { parameter, sort }: { parameter: string; sort: Sort | null },
): string {
  const first = column.numeric === true;
  const descending = sort?.key === column.key ? !sort.descending : first;
  return withParameters(url.searchParams, { [parameter]: `${descending ? '-' : ''}${column.key}` });
}
