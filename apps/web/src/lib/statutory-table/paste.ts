import { cellValue, type FormRow } from '@gongping/annual-report';
import type { Place, TableText } from './grid.ts';

/**
 * A block of cells as spreadsheets put it on the clipboard: tabs between cells, a line a row, quotes around a cell with
 * line breaks in it.
 */
export function parseBlock(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let cell = '';
  let quoted = false;
  const characters = text.replaceAll('\r\n', '\n').replaceAll('\r', '\n');
  for (let at = 0; at < characters.length; at += 1) {
    const character = characters[at] ?? '';
    if (quoted) {
      if (character !== '"') cell += character;
      else if (characters[at + 1] === '"') {
        cell += '"';
        at += 1;
      } else quoted = false;
    } else if (character === '"' && cell === '') quoted = true;
    else if (character === '\t' || character === '\n') {
      row.push(cell);
      cell = '';
      if (character === '\n') {
        rows.push(row);
        row = [];
      }
    } else cell += character;
  }
  if (cell !== '' || row.length > 0) rows.push([...row, cell]);
  return rows;
}

const isLabel = (cell: string | undefined): boolean => {
  const { kind } = cellValue(cell ?? '');
  return kind === 'words' || kind === 'blank';
};

/** Whoever copies whole rows has the labels before the numbers: columns of words in front are left out. */
export function withoutLabels(block: readonly (readonly string[])[], width: number): string[][] {
  let rows = block.map((row) => [...row]);
  const widest = () => Math.max(0, ...rows.map(({ length }) => length));
  const says = (row: readonly string[]) => cellValue(row[0] ?? '').kind === 'words';
  while (widest() > 1 && rows.every((row) => isLabel(row[0])) && (widest() > width || rows.some(says))) {
    rows = rows.map((row) => row.slice(1));
  }
  return rows;
}

export interface Pasted {
  readonly text: TableText;
  /** Cells that were filled in. */
  readonly filled: number;
  /** Cells of the block that the table has no place for. */
  readonly beyond: number;
}

/** A block put into a table from a cell on, to the right and down. */
export function pasteBlock(
  rows: readonly FormRow[],
  text: TableText,
  { at, block }: { at: Place; block: readonly (readonly string[])[] },
): Pasted {
  const next: Record<string, readonly string[]> = { ...text };
  const width = (rows[at.row]?.columns.length ?? 0) - at.column;
  let filled = 0;
  let beyond = 0;
  for (const [down, cells] of withoutLabels(block, width).entries()) {
    const row = rows[at.row + down];
    const own = [...(row ? (next[row.key] ?? []) : [])];
    for (const [right, cell] of cells.entries()) {
      const column = at.column + right;
      if (row === undefined || column >= row.columns.length) {
        if (cell.trim() !== '') beyond += 1;
        continue;
      }
      own[column] = cell.trim();
      filled += 1;
    }
    if (row) next[row.key] = Array.from(own, (cell) => cell ?? '');
  }
  return { text: next, filled, beyond };
}
