import type { ReportCell, ReportTable } from './official-report.ts';

/** One place of a table: a cell that begins there, or the one that reaches over it. */
export interface GridSlot {
  readonly cell: ReportCell;
  readonly colspan: number;
  readonly rowspan: number;
  /** How far the cell's beginning lies above and to the left. */
  readonly above: number;
  readonly left: number;
  /** True for cells of the head and those that name their row. */
  readonly header: boolean;
}

/** As many slots in every row. */
export interface TableGrid {
  readonly columns: number;
  readonly head: readonly (readonly GridSlot[])[];
  readonly rows: readonly (readonly GridSlot[])[];
}

/**
 * The places of a table's cells.
 * @throws RangeError where the cells leave a hole or lie over one another, or reach below the table or its head
 */
export function tableGrid(table: ReportTable): TableGrid {
  const head = place(table.head, { table, part: 'head' });
  const rows = place(table.rows, { table, part: 'rows' });
  const columns = (head[0] ?? rows[0] ?? []).length;
  const odd = [...head, ...rows].findIndex((row) => row.length !== columns);
  if (odd >= 0) throw broken(table, `line ${odd + 1} is not ${columns} columns wide`);
  return { columns, head, rows };
}

interface Part {
  readonly table: ReportTable;
  readonly part: 'head' | 'rows';
}

function place(lines: readonly (readonly ReportCell[])[], { table, part }: Part): GridSlot[][] {
  const grid: GridSlot[][] = lines.map(() => []);
  lines.forEach((cells, at) => {
    let column = 0;
    const line = grid[at] ?? [];
    for (const cell of cells) {
      while (line[column] !== undefined) column += 1;
      const { colspan = 1, rowspan = 1 } = cell;
      const header = part === 'head' || cell.header === true;
      for (let above = 0; above < rowspan; above += 1) {
        const below = grid[at + above];
        if (below === undefined) throw broken(table, `“${cell.text}” reaches below its ${part}`);
        for (let left = 0; left < colspan; left += 1) {
          if (below[column + left] !== undefined)
            throw broken(table, `“${cell.text}” lies over another cell`);
          below[column + left] = { cell, colspan, rowspan, above, left, header };
        }
      }
      column += colspan;
    }
  });
  const hole = grid.findIndex(
    (line) => line.includes(undefined as never) || Object.keys(line).length !== line.length,
  );
  if (hole >= 0) throw broken(table, `line ${hole + 1} of its ${part} has a hole`);
  return grid;
}

function broken({ caption }: ReportTable, what: string): RangeError {
  return new RangeError(`The table “${caption}” cannot be drawn: ${what}.`);
}

/** How a cell's text stands. */
export function alignOf({ cell, header }: Pick<GridSlot, 'cell' | 'header'>): 'left' | 'center' | 'right' {
  if (cell.align !== undefined) return cell.align;
  if (header) return 'center';
  if (/^[-−+]?\d[\d,]*(\.\d+)?%?$/.test(cell.text)) return 'right';
  return /^[-–—]$/.test(cell.text) ? 'center' : 'left';
}

/** Shares of the width, which sum up to 1: those given, or by the longest text of each column within bounds. */
export function columnShares(table: ReportTable, { columns, head, rows }: TableGrid): number[] {
  const weights =
    table.widths?.length === columns
      ? table.widths
      : Array.from({ length: columns }, (_, column) => {
          const single = [...head, ...rows].map((line) => line[column]).filter((slot) => slot?.colspan === 1);
          const longest = Math.max(0, ...single.map((slot) => textWidth(slot?.cell.text ?? '')));
          return Math.min(MOST, Math.max(LEAST, longest + 3));
        });
  const sum = weights.reduce((total, weight) => total + weight, 0);
  return weights.map((weight) => weight / sum);
}

const LEAST = 5;
const MOST = 44;

/** The longest line, in halves of a Chinese character. */
function textWidth(text: string): number {
  const widths = text
    .split('\n')
    .map((line) => [...line].reduce((sum, character) => sum + (character > '\u2e7f' ? 2 : 1), 0));
  return Math.max(...widths);
}
