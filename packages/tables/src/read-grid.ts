import type { LocalText } from '@gongping/scoring';
import type { Grid, GridRow } from './grid.ts';
import { nameKey } from './name-key.ts';
import { shownText } from './shown-text.ts';
import type { TableProblems } from './table-problems.ts';
import type { Column, ReadTable, TableRow, TableShape } from './table.ts';

const listed = (columns: readonly Column[]): LocalText => ({
  zh: columns.map(({ name, label }) => (name === label ? name : `${label}（${name}）`)).join('、'),
  en: columns.map(({ name, label }) => (name === label ? name : `${name} (${label})`)).join(', '),
});

const unknownColumn = (header: string, { columns }: TableShape): LocalText => ({
  zh: `没有“${shownText(header)}”这一列，请改名或删去；可用的列：${listed(columns).zh}。`,
  en: `There is no column “${shownText(header)}”; rename or remove it. The columns are ${listed(columns).en}.`,
});
const duplicateColumn = (header: string): LocalText => ({
  zh: `“${shownText(header)}”这一列出现了两次，请只保留一列。`,
  en: `The column “${shownText(header)}” occurs twice; keep one of them.`,
});
const missingColumn = (column: Column): LocalText => ({
  zh: `首行缺少必需的列：${listed([column]).zh}，请补上。`,
  en: `The first row lacks a column that is needed: ${listed([column]).en}; add it.`,
});
const noHeader = ({ columns }: TableShape): LocalText => ({
  zh: `表是空的，请在首行写列名：${listed(columns).zh}。`,
  en: `The table is empty; write the names of the columns in the first row: ${listed(columns).en}.`,
});
const cellWithoutHeader: LocalText = {
  zh: '这个单元格所在的列没有列名，请补上列名，或清空这个单元格。',
  en: 'This cell’s column has no name; name it, or empty the cell.',
};
const moreCells = (count: number, titles: number): LocalText => ({
  zh: `这一行有 ${count} 个单元格，首行只有 ${titles} 个列名；含逗号的单元格要加引号。`,
  en: `The line has ${count} cells, the first line names ${titles} columns; a cell with a comma needs quotes.`,
});

const columnNamed = ({ columns }: TableShape, header: string): Column | undefined => {
  const key = nameKey(header);
  return (
    columns.find(({ name }) => nameKey(name) === key) ?? columns.find(({ label }) => nameKey(label) === key)
  );
};

/** Names of a shape's columns → where they stand in the file. */
const readHeader = (grid: Grid, shape: TableShape, problems: TableProblems): ReadonlyMap<string, number> => {
  const positions = new Map<string, number>();
  const [header] = grid.rows;
  if (header === undefined) {
    problems.add({ sheet: grid.sheet, row: null, column: null, sentence: noHeader(shape) });
    return positions;
  }
  for (const [position, written] of header.cells.entries()) {
    const title = written.trim();
    if (title === '') continue;
    const column = columnNamed(shape, title);
    const isFirst = column !== undefined && !positions.has(column.name);
    if (isFirst) positions.set(column.name, position);
    else {
      const sentence = column === undefined ? unknownColumn(title, shape) : duplicateColumn(title);
      problems.add({ sheet: grid.sheet, row: header.row, column: grid.place(position, title), sentence });
    }
  }
  for (const column of shape.columns) {
    if (column.required !== true || positions.has(column.name)) continue;
    const sentence = missingColumn(column);
    problems.add({ sheet: grid.sheet, row: header.row, column: column.label, sentence });
  }
  return positions;
};

/** The first cell of a row that no header stands above; −1 where there is none. */
const strayCell = ({ cells }: GridRow, titles: readonly string[]): number =>
  cells.findIndex((cell, position) => cell.trim() !== '' && (titles[position] ?? '').trim() === '');

/** Gives the rows of a sheet or file the meaning of a shape; what has none is a problem. */
export const readGrid = (grid: Grid, shape: TableShape, problems: TableProblems): ReadTable => {
  const positions = readHeader(grid, shape, problems);
  const [header, ...rows] = grid.rows;
  const titles = header?.cells ?? [];
  for (const row of rows) {
    const position = strayCell(row, titles);
    if (position < 0) continue;
    const column = grid.place(position, '');
    const sentence = column === null ? moreCells(row.cells.length, titles.length) : cellWithoutHeader;
    problems.add({ sheet: grid.sheet, row: row.row, column, sentence });
  }
  return {
    shape,
    sheet: grid.sheet,
    rows: rows.map(({ row, cells }): TableRow => ({
      row,
      cell: (column) => cells[positions.get(column) ?? -1] ?? '',
    })),
    has: (column) => positions.has(column),
    place(column) {
      const position = positions.get(column);
      const title = position === undefined ? null : grid.place(position, (titles[position] ?? '').trim());
      return title ?? shape.columns.find(({ name }) => name === column)?.label ?? column;
    },
  };
};
