import { oneLineBreak } from './cell-text.ts';
import type { Table } from './table.ts';

/** In letters: a code is seen whole, and a long text wraps before it fills the screen. */
const NARROWEST = 8;
const WIDEST = 50;
/** Enough to tell what a column usually holds. */
const ROWS_LOOKED_AT = 200;
/** Room that a spreadsheet leaves on both sides. */
const MARGIN = 2;

/** Han characters and what else is written in full width take the room of two letters. */
const WIDE = /[\u1100-\u115F\u2E80-\uA4CF\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE6F\uFF00-\uFF60\uFFE0-\uFFE6]/g;

const lineWidth = (line: string): number => line.length + (line.match(WIDE)?.length ?? 0);

const textWidth = (text: string): number =>
  Math.max(
    ...oneLineBreak(text.slice(0, WIDEST * 4))
      .split('\n')
      .map(lineWidth),
  );

/** How wide a spreadsheet should show each column of a table. */
export const columnWidths = ({ shape, rows }: Table): readonly number[] => {
  const shown = rows.slice(0, ROWS_LOOKED_AT);
  return shape.columns.map(({ label }, position) => {
    const widest = Math.max(textWidth(label), ...shown.map((cells) => textWidth(cells[position] ?? '')));
    return Math.min(Math.max(widest + MARGIN, NARROWEST), WIDEST);
  });
};
