import type { Block, BlockCell } from '@gongping/annual-report';
import { readWorkbook } from '@gongping/tables';
import { fileRefused } from './report-file-error.ts';
import type { Grid, GridRow, MergedCells } from '@gongping/tables';

/** Whether a cell lies under another one that is merged over it. */
const isCovered = (merged: readonly MergedCells[], row: number, position: number): boolean =>
  merged.some(
    ({ top, bottom, left, right }) =>
      row >= top &&
      row <= bottom &&
      position >= left &&
      position <= right &&
      !(row === top && position === left),
  );

/** Ten times what the form and pages of text take. */
const MOST_ROWS = 5_000;

/** A number alone, or the name of a group of results, which is no heading though it is numbered. */
const OF_A_TABLE = /^\s*(?:[\d.,]+|[（(][三四五六][)）]\s*(?:不予公开|无法提供|不予处理|其他处理))\s*$/;

/** A row with one cell is a line of text: a title or a paragraph. */
const textOf = ({ cells }: GridRow): string | null => {
  const [only, ...more] = cells.filter((cell) => cell.trim() !== '');
  return only !== undefined && more.length === 0 && !OF_A_TABLE.test(only) ? only : null;
};

const blocksOf = ({ sheet, rows, merged = [], place }: Grid): readonly Block[] => {
  // Blank cells at the end of a row are cells too.
  const width = Math.max(0, ...rows.map(({ cells }) => cells.length));
  return rows.flatMap((line): Block[] => {
    const { row } = line;
    const cells = Array.from({ length: width }, (_, position) => line.cells[position] ?? '');
    const text = textOf(line);
    if (text !== null) {
      return text.split('\n').map((each): Block => ({
        kind: 'text',
        text: each,
        isHeading: false,
        place: { zh: `工作表 ${sheet} 第 ${row} 行`, en: `sheet ${sheet}, row ${row}` },
      }));
    }
    const own = merged.filter(({ top, bottom }) => row >= top && row <= bottom);
    const kept = cells.flatMap((cell, position): BlockCell[] =>
      isCovered(own, row, position) ? [] : [{ text: cell, column: position + 1 }],
    );
    return [
      {
        kind: 'table',
        rows: [{ row, cells: kept }],
        place: (_, column) => {
          const letter = place(column - 1, '') ?? '';
          return { zh: `工作表 ${sheet} 的 ${letter}${row}`, en: `sheet ${sheet}, ${letter}${row}` };
        },
      },
    ];
  });
};

/**
 * The sheets of a workbook as a document, one after the other.
 *
 * @throws TablesError where it is something else, damaged or out of bounds; BundleError where it has too many rows
 */
export const xlsxBlocks = async (path: string): Promise<readonly Block[]> => {
  const grids = await readWorkbook(path, { keepsMerged: true });
  const count = grids.reduce((sum, { rows }) => sum + rows.length, 0);
  if (count > MOST_ROWS) {
    throw fileRefused({
      zh: `工作簿有 ${count} 行，不像是一份年度报告（最多 ${MOST_ROWS} 行），请检查是否选错了文件。`,
      en: `The workbook has ${count} rows, too many for an annual report (at most ${MOST_ROWS}); check that it is the right file.`,
    });
  }
  return grids.flatMap(blocksOf);
};
