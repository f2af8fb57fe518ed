import { describe, expect, it } from 'vitest';
import { parseSort, sortHref, sortRows, type Column } from './table.ts';

interface Row {
  name: string;
  total: number | null;
}

const columns: Column<Row>[] = [
  { key: 'name', label: 'Unit', value: (row) => row.name },
  { key: 'total', label: 'Total', numeric: true, value: (row) => row.total },
];

const rows: Row[] = [
  { name: 'b', total: 80 },
  { name: 'a', total: null },
  { name: 'd', total: 92.41 },
  { name: 'c', total: 80 },
];

const names = (sorted: Row[]) => sorted.map((row) => row.name).join('');

describe('sortRows', () => {
  it('keeps the given order without a sort or for an unknown column', () => {
    expect(names(sortRows(rows, columns, null))).toBe('badc');
    expect(names(sortRows(rows, columns, parseSort('colour')))).toBe('badc');
  });

  it('puts missing values last in both directions and keeps ties in order', () => {
    expect(names(sortRows(rows, columns, parseSort('total')))).toBe('bcda');
    expect(names(sortRows(rows, columns, parseSort('-total')))).toBe('dbca');
  });
});

describe('sortHref', () => {
  const [name, total] = columns as [Column<Row>, Column<Row>];

  it('starts numbers from the largest, text from the first, then turns round', () => {
    const url = new URL('http://localhost/results?kind=county');
    expect(sortHref(url, total, { parameter: 'sort', sort: null })).toBe('?kind=county&sort=-total');
    expect(sortHref(url, name, { parameter: 'sort', sort: null })).toBe('?kind=county&sort=name');
    expect(sortHref(url, total, { parameter: 'sort', sort: parseSort('-total') })).toBe(
      '?kind=county&sort=total',
    );
  });
});
