import type { FormRow } from '../form.ts';
import { rowsOf } from '../forms.ts';
import type { Cell, CellPlace, FormName, LocalText, TableName } from '../report.ts';
import { cellValue, inTenThousands, measured } from './cell-value.ts';
import type { Line, LineCell } from './lines.ts';
import { ApplicantColumns, isHeader } from './applicant-columns.ts';
import { caseRowOf, disclosureRowOf, groupOf, plainLabel, requestRowOf } from './row-labels.ts';
import type { ResultGroup } from './row-labels.ts';
import { splitLine, withoutSpare } from './split-line.ts';
import type { SplitLine } from './split-line.ts';
import type { Unread } from './unread.ts';

/** A cell of the report and where in the document it was found. */
export interface FoundCell extends CellPlace {
  readonly place: LocalText;
  /** As it stands there. */
  readonly text: string;
}

interface RequestRow {
  readonly row: FormRow;
  /** As it stands in the document. */
  readonly label: string;
  /** Words behind the label that are none. */
  readonly behind: LineCell[];
}

const APPLICANTS = 7;
const OUTCOMES = 5;
/** What only table 2 says. */
const DISCLOSURE =
  /第二十条|制发件数|新制作数量|现行有效件数|上一年项目数量|处理决定数量|收费金额|采购项目数量/;

/** Reads the three tables out of the rows of a document, wherever they are split. */
export class TableReader {
  readonly tables: Record<TableName, Record<string, Cell[]>> = { table2: {}, table3: {}, table4: {} };
  readonly found: FoundCell[] = [];
  readonly unread: Unread[] = [];
  /** Unit of the amount of procurement. */
  amountUnit: string | undefined;
  readonly #form: FormName;
  #group: ResultGroup | null = null;
  readonly #applicants = new ApplicantColumns();
  /** Whether what article 20 asks for has been named. */
  #isDisclosure = false;
  /** Groups of table 4 that were named and have no numbers yet. */
  #cases: string[] = [];

  constructor(form: FormName) {
    this.#form = form;
  }

  take(line: Line): void {
    const { labels, values } = splitLine(line);
    const names = labels.map(({ text }) => plainLabel(text));
    this.#noteHeader(names);
    this.#applicants.note(labels);
    if (isHeader(names) && !values.some(({ text }) => cellValue(text).kind === 'number')) return;
    // The numbers of table 4 stand below 总计 too, which is no row there.
    if (names.includes('结果维持')) return this.#takeCases([], values);
    if (this.#takeRequest(line, { labels, values })) return;
    if (values.length === 0 || this.#takeDisclosure(names, values)) return;
    this.#takeCases(names, values);
  }

  #noteHeader(names: readonly string[]): void {
    if (names.some((name) => DISCLOSURE.test(name))) this.#isDisclosure = true;
    for (const name of names) {
      const row = caseRowOf(name);
      if (row !== null && !this.#cases.includes(row)) this.#cases.push(row);
    }
  }

  /** The row of table 3 that the last of the labels is of that is of any. */
  #requestOf(labels: readonly LineCell[]): RequestRow | null {
    let request: RequestRow | null = null;
    for (const cell of labels) {
      const { text } = cell;
      const name = plainLabel(text);
      this.#group = /^本年度办理结果/.test(name) ? null : (groupOf(name) ?? this.#group);
      const row = this.#rowOf('table3', requestRowOf(name, this.#group));
      if (row !== undefined) request = { row, label: text.trim(), behind: [] };
      // A number that is none, in words: 三千. A remark in brackets belongs to the label.
      else if (request !== null && !/^[（(]/.test(text.trim())) request.behind.push(cell);
    }
    return request;
  }

  /** By the columns of the header where the line stands below them, else by what its cells say. */
  #takeRequest(line: Line, told: SplitLine): boolean {
    // Also of a line without numbers: a group may have a line of its own above its rows.
    const request = this.#requestOf(told.labels);
    if (request === null) return false;
    const { row, label } = request;
    const values = this.#applicants.split(line)?.values ?? [...request.behind, ...told.values];
    if (values.length < APPLICANTS - 1) return false;
    if (this.#isTwice('table3', row, values)) return true;
    const cells = withoutSpare(values, APPLICANTS);
    const hasTotal = cells.length === APPLICANTS && cells.at(-1)?.text.trim() !== '';
    const isShort = this.#applicants.lackTotal && !hasTotal && cells.length <= APPLICANTS;
    if (cells.length === APPLICANTS || isShort) this.#set('table3', row, cells);
    else this.#refuse(label, cells, APPLICANTS);
    if (isShort) this.#note('total-missing', values[0], { row: row.label });
    return true;
  }

  #takeDisclosure(names: readonly string[], values: readonly LineCell[]): boolean {
    if (!this.#isDisclosure) return false;
    const key = names.map(disclosureRowOf).findLast((found) => found !== null) ?? null;
    const row = this.#rowOf('table2', key);
    if (row === undefined) return false;
    if (this.#isTwice('table2', row, values)) return true;
    const cells = withoutSpare(values, row.columns.length);
    if (cells.length === row.columns.length) this.#set('table2', row, cells);
    else this.#refuse(row.label.zh, cells, row.columns.length);
    return true;
  }

  /** A row of five for each group that was named, or a group with its five. */
  #takeCases(names: readonly string[], values: readonly LineCell[]): void {
    const named = names.map(caseRowOf).findLast((found) => found !== null) ?? null;
    const count = Math.max(1, Math.trunc(values.length / OUTCOMES));
    const groups = names.length > 0 && named !== null && values.length < 2 * OUTCOMES ? [named] : this.#cases;
    const wanted = groups.length * OUTCOMES;
    const all = withoutSpare(values, wanted);
    // A cell a line: what merging left behind the header stands before the first number.
    const spare = all.slice(0, Math.max(0, all.length - wanted)).every(({ text }) => text.trim() === '');
    const cells = spare ? all.slice(-wanted) : all;
    if (groups.length === 0 || count < groups.length || cells.length !== wanted) return;
    groups.forEach((key, i) => {
      const row = this.#rowOf('table4', key);
      const own = cells.slice(i * OUTCOMES, (i + 1) * OUTCOMES);
      if (row !== undefined && !this.#isTwice('table4', row, own)) this.#set('table4', row, own);
    });
    this.#cases = [];
  }

  #rowOf(table: TableName, key: string | null): FormRow | undefined {
    return rowsOf(this.#form, table).find((row) => row.key === key);
  }

  #isTwice(table: TableName, { key, label }: FormRow, values: readonly LineCell[]): boolean {
    if (this.tables[table][key] === undefined) return false;
    this.#note('row-twice', values[0], { row: label });
    return true;
  }

  #refuse(row: string, cells: readonly LineCell[], expected: number): void {
    this.#note('row-length', cells[0], { row, actual: cells.length, expected });
  }

  #set(table: TableName, { key, columns }: FormRow, cells: readonly LineCell[]): void {
    this.tables[table][key] = columns.map(({ measure }, column): Cell => {
      const cell = cells[column];
      if (cell === undefined) return null;
      const read = cellValue(cell.text);
      if (read.kind === 'blank') return null;
      const at: CellPlace = { table, row: key, column };
      if (read.kind !== 'number') return this.#blank('cell-not-a-number', cell, at);
      const value = measured(read, measure);
      if (value === null) return this.#blank('money-for-a-count', cell, at);
      this.found.push({ ...at, place: cell.place(), text: cell.text.trim() });
      if (measure !== 'amount') return value;
      if (this.#form === 'v2021') return inTenThousands(value, read.unit);
      if (read.unit !== '') this.amountUnit = read.unit;
      return value;
    });
  }

  #blank(code: Unread['code'], cell: LineCell, at: CellPlace): null {
    this.unread.push({ code, place: cell.place(), cell: at, params: { text: cell.text.trim() } });
    return null;
  }

  #note(code: Unread['code'], cell: LineCell | undefined, params: Unread['params']): void {
    this.unread.push({ code, place: cell?.place() ?? null, cell: null, params });
  }
}
