import type { LocalText } from '../report.ts';
import type { Block } from './blocks.ts';
import { cellValue } from './cell-value.ts';
import { disclosureRowOf, plainLabel } from './row-labels.ts';

export interface LineCell {
  readonly text: string;
  /** Its column in its table; null in a line of text. */
  readonly column: number | null;
  readonly place: () => LocalText;
}

/** A row of a table, however it is laid out. */
export interface Line {
  readonly cells: readonly LineCell[];
}

/** What a document is made of once its tables are rows. */
export type Piece = { readonly kind: 'line'; readonly line: Line } | Extract<Block, { kind: 'text' }>;

const isValue = ({ text }: LineCell): boolean => {
  const { kind } = cellValue(text);
  return kind === 'number' || kind === 'dash';
};

const isWords = ({ text }: LineCell): boolean => cellValue(text).kind === 'words';

const hasValue = (cells: readonly LineCell[]): boolean => cells.some(isValue);

/** Cells of a line of text: between strokes; a number alone; after a label of table 2, between blanks. */
const cellsOfText = (text: string): readonly string[] | null => {
  if (text.includes('|')) {
    const cells = text.split('|');
    const first = cells.findIndex((cell) => cell.trim() !== '');
    return first < 0 ? [''] : cells.slice(first);
  }
  if (cellValue(text).kind === 'number') return [text];
  const words = text.trim().split(/\s+/);
  const [label = '', ...values] = words;
  const isRow = values.length > 0 && disclosureRowOf(plainLabel(label)) !== null;
  return isRow && values.every((each) => ['number', 'dash'].includes(cellValue(each).kind)) ? words : null;
};

/** Puts lines with a cell each together: a label, then its numbers one below the other. */
class Assembler {
  readonly pieces: Piece[] = [];
  #cells: LineCell[] | null = null;

  /** @param isAlone whether the source gave a line to each cell */
  add(cells: readonly LineCell[], isAlone: boolean): void {
    const open = this.#cells;
    const filled = cells.filter(({ text }) => text.trim() !== '');
    const isLabel = filled.length > 0 && !hasValue(filled);
    // A label goes on labels only: behind a number or a blank cell it begins the next row.
    const goesOn = isAlone && (!isLabel || open?.every(isWords) === true);
    if (open !== null && goesOn) {
      // Of a cell and the stroke behind it the cell is meant, of a stroke alone a blank one.
      open.push(...(filled.length > 0 ? filled : cells.slice(0, 1)));
      return;
    }
    this.flush();
    this.#cells = [...(isAlone ? cells.slice(0, 1) : cells)];
    if (!isAlone) this.flush();
  }

  flush(): void {
    if (this.#cells !== null) this.pieces.push({ kind: 'line', line: { cells: this.#cells } });
    this.#cells = null;
  }
}

/** The rows of all tables of a document and the text between them, in order. */
export const piecesOf = (blocks: readonly Block[]): readonly Piece[] => {
  const assembler = new Assembler();
  for (const block of blocks) {
    if (block.kind === 'table') {
      for (const { row, cells } of block.rows) {
        const line = cells.map(({ text, column }): LineCell => ({
          text,
          column,
          place: () => block.place(row, column),
        }));
        assembler.add(line, line.length === 1);
      }
      assembler.flush();
      continue;
    }
    const cells = cellsOfText(block.text);
    if (cells === null) {
      assembler.flush();
      assembler.pieces.push(block);
      continue;
    }
    const line = cells.map((text): LineCell => ({ text, column: null, place: () => block.place }));
    assembler.add(line, cells.filter((text) => text.trim() !== '').length <= 1);
  }
  assembler.flush();
  return assembler.pieces;
};
