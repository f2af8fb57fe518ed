import type { LocalText } from '@gongping/scoring';
import { oneLineBreak, textRefusal } from './cell-text.ts';
import { columnPlace, parseAddress } from './cell-address.ts';
import { cellValue } from './cell-value.ts';
import type { StoredCell } from './cell-value.ts';
import type { Grid, GridRow, MergedCells } from './grid.ts';
import { limits } from './limits.ts';
import { RunText } from './run-text.ts';
import type { TableProblems } from './table-problems.ts';
import { tablesError } from './tables-error.ts';
import { damagedWorkbook } from './xml-part.ts';
import type { XmlElement, XmlHandler } from './xml-part.ts';

export interface SheetContext {
  /** Name of the part, and of the sheet as a person sees it. */
  readonly part: string;
  readonly sheet: string;
  readonly shared: readonly string[];
  readonly dateStyles: readonly boolean[];
  readonly problems: TableProblems;
  /** Whether cells may be merged across rows: in a layout, but not in a list of things. */
  readonly keepsMerged: boolean;
}

const tooManyRows: LocalText = {
  zh: `超过 ${limits.rows} 行，请检查是否选错了文件，或拆成几个文件。`,
  en: `There are more than ${limits.rows} rows; check that this is the right file, or split it.`,
};
const tooManyColumns: LocalText = {
  zh: `超过 ${limits.columns} 列，请删去多余的列。`,
  en: `There are more than ${limits.columns} columns; remove those that are not needed.`,
};
const mergedRows = (range: string): LocalText => ({
  zh: `单元格 ${range} 合并了多行，请取消合并，并在每一行填写内容。`,
  en: `The cells ${range} are merged across rows; unmerge them and fill in every row.`,
});

/** What is open at the moment: a `c` element. */
interface OpenCell {
  readonly position: number;
  readonly type: string;
  readonly isDate: boolean;
  isFormula: boolean;
  value: string | null;
  run: RunText | null;
}

/** Makes rows of a worksheet's XML as it is read. */
export class SheetReader implements XmlHandler {
  readonly #context: SheetContext;
  readonly #rows: GridRow[] = [];
  readonly #merged: MergedCells[] = [];
  #row = 0;
  #cells: string[] | null = null;
  #position = 0;
  #cell: OpenCell | null = null;
  #isValue = false;

  constructor(context: SheetContext) {
    this.#context = context;
  }

  grid(): Grid {
    const { sheet, keepsMerged } = this.#context;
    const grid = { sheet, rows: this.#rows, place: columnPlace };
    return keepsMerged ? { ...grid, merged: this.#merged } : grid;
  }

  open(element: XmlElement): void {
    if (this.#cell !== null) this.#openInCell(this.#cell, element);
    else if (element.name === 'row') this.#openRow(element);
    else if (element.name === 'c' && this.#cells !== null) this.#openCell(element);
    else if (element.name === 'mergeCell') this.#checkMerge(element.attribute('ref') ?? '');
  }

  text(text: string): void {
    const cell = this.#cell;
    if (cell === null) return;
    if (this.#isValue) cell.value += text;
    else cell.run?.add(text);
  }

  close(name: string): void {
    if (name === 'row') this.#closeRow();
    else if (name === 'c' && this.#cell !== null) this.#closeCell(this.#cell);
    else this.#cell?.run?.close(name);
    this.#isValue = false;
  }

  /** Rows need not say which they are; those that do go down. */
  #openRow(element: XmlElement): void {
    const said = element.attribute('r');
    const row = said === undefined ? this.#row + 1 : (parseAddress(`A${said}`)?.row ?? 0);
    if (row <= this.#row || this.#cells !== null) throw damagedWorkbook(this.#context.part);
    this.#row = row;
    this.#cells = [];
    this.#position = -1;
  }

  #openCell(element: XmlElement): void {
    const said = element.attribute('r');
    const found = said === undefined ? { row: this.#row, position: this.#position + 1 } : parseAddress(said);
    if (found === null || found.row !== this.#row || found.position <= this.#position) {
      throw damagedWorkbook(this.#context.part);
    }
    this.#position = found.position;
    const style = Number(element.attribute('s') ?? 0);
    this.#cell = {
      position: found.position,
      type: element.attribute('t') ?? 'n',
      isDate: this.#context.dateStyles[style] ?? false,
      isFormula: false,
      value: null,
      run: null,
    };
  }

  #openInCell(cell: OpenCell, element: XmlElement): void {
    if (element.name === 'f') cell.isFormula = true;
    else if (element.name === 'is') cell.run = new RunText();
    else if (element.name === 'v') {
      cell.value = '';
      this.#isValue = true;
    } else cell.run?.open(element);
  }

  #closeCell(cell: OpenCell): void {
    this.#cell = null;
    const text = this.#textOf({ ...cell, inline: cell.run?.end() ?? null }, cell.position);
    const cells = this.#cells;
    if (text === '' || cells === null) return;
    if (cell.position >= limits.columns) throw this.#error(cell.position, tooManyColumns);
    while (cells.length < cell.position) cells.push('');
    cells.push(text);
  }

  #textOf(cell: StoredCell, position: number): string {
    const found = cellValue(cell, this.#context.shared);
    if (found === null) throw damagedWorkbook(this.#context.part);
    const refusal = typeof found === 'string' ? textRefusal(found) : found;
    if (typeof found === 'string' && refusal === null) return oneLineBreak(found);
    if (refusal !== null) this.#problem({ row: this.#row, position }, refusal);
    return '';
  }

  #closeRow(): void {
    const cells = this.#cells;
    this.#cells = null;
    if (cells === null || cells.length === 0) return;
    // The header is a row too.
    if (this.#rows.length > limits.rows) throw this.#error(null, tooManyRows);
    this.#rows.push({ row: this.#row, cells });
  }

  /** Of cells merged across rows only the first has a text: the others would be read as empty. */
  #checkMerge(range: string): void {
    const [from = '', to = from] = range.split(':');
    const [first, last] = [parseAddress(from), parseAddress(to)];
    if (first === null || last === null) throw damagedWorkbook(this.#context.part);
    if (this.#context.keepsMerged) {
      if (this.#merged.length >= limits.merged) throw damagedWorkbook(this.#context.part);
      this.#merged.push({ top: first.row, bottom: last.row, left: first.position, right: last.position });
      return;
    }
    if (first.row === last.row || first.row > (this.#rows.at(-1)?.row ?? 0)) return;
    this.#problem(first, mergedRows(range));
  }

  #place(position: number): string {
    return columnPlace(position, this.#rows[0]?.cells[position]?.trim() ?? '');
  }

  #problem(at: { readonly row: number; readonly position: number }, sentence: LocalText): void {
    const { sheet, problems } = this.#context;
    problems.add({ sheet, row: at.row, column: this.#place(at.position), sentence });
  }

  #error(position: number | null, sentence: LocalText) {
    const column = position === null ? null : this.#place(position);
    return tablesError(this.#context.sheet, sentence, { row: this.#row, column });
  }
}
