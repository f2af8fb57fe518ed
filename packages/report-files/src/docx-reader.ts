import type { Block, BlockRow } from '@gongping/annual-report';
import type { XmlElement, XmlHandler } from '@gongping/tables';
import { MOST_LETTERS, tooManyLetters } from './check-size.ts';
import { fileRefused } from './report-file-error.ts';
import { SpanGrid } from './span-grid.ts';
import type { SpanCell } from './span-grid.ts';

/** How the paragraphs of a list begin; empty where there is no such list. */
export type Numbers = (list: string, level: number) => string;

interface OpenTable {
  readonly number: number;
  readonly rows: BlockRow[];
  readonly grid: SpanGrid;
  cells: SpanCell[];
  /** Paragraphs of the cell that is open. */
  lines: string[] | null;
  columns: number;
  /** Whether the cell that is open goes on one from above. */
  isCovered: boolean;
}

/** More than any report has. */
const MOST_CELLS = 50_000;
/** What is a copy of something else in the document, or not its text. */
const UNREAD = new Set(['del', 'moveFrom', 'txbxContent', 'instrText']);

/** In place of the text of a cell that is covered; no XML can hold this character. */
const COVERED = '\u0000';

/** Makes blocks of a document's XML as it is read. */
export class DocxReader implements XmlHandler {
  readonly blocks: Block[] = [];
  readonly #numbers: Numbers;
  readonly #headings: ReadonlySet<string>;
  readonly #tables: OpenTable[] = [];
  #line = '';
  #isText = false;
  #isHeading = false;
  #list: string | null = null;
  #level = 0;
  /** How deep in something that is not read. */
  #unread = 0;
  #paragraphs = 0;
  #count = 0;
  #cells = 0;
  #letters = 0;

  /** @param styles names of the styles that are headings */
  constructor(styles: ReadonlySet<string>, numbers: Numbers) {
    this.#headings = styles;
    this.#numbers = numbers;
  }

  open(element: XmlElement): void {
    const { name } = element;
    if (this.#unread > 0 || UNREAD.has(name)) {
      if (UNREAD.has(name)) this.#unread += 1;
      return;
    }
    this.#isText = name === 't';
    const table = this.#tables.at(-1);
    switch (name) {
      case 'tab':
        // In a paragraph's properties it is a place to stop at; those are let go when the text begins.
        this.#line += ' ';
        return;
      case 'br':
      case 'cr':
        this.#line += '\n';
        return;
      case 'pStyle':
        if (this.#headings.has(element.own('val') ?? '')) this.#isHeading = true;
        return;
      case 'outlineLvl':
        if (Number(element.own('val')) < 9) this.#isHeading = true;
        return;
      case 'numId':
        this.#list = element.own('val') ?? null;
        return;
      case 'ilvl':
        this.#level = Number(element.own('val') ?? 0);
        return;
      case 'p':
        return this.#begin();
      case 'tbl':
        return this.#openTable();
      case 'gridSpan':
        if (table !== undefined) table.columns = Number(element.own('val') ?? 1);
        return;
      case 'vMerge':
        if (table !== undefined) table.isCovered = element.own('val') !== 'restart';
        return;
      case 'tc':
        if (table === undefined) return;
        table.lines = [];
        table.columns = 1;
        table.isCovered = false;
    }
  }

  text(text: string): void {
    if (!this.#isText || this.#unread > 0) return;
    this.#letters += text.length;
    if (this.#letters > MOST_LETTERS) throw tooManyLetters();
    this.#line += text;
  }

  close(name: string): void {
    if (UNREAD.has(name)) {
      this.#unread -= 1;
      return;
    }
    if (this.#unread > 0) return;
    this.#isText = false;
    if (name === 'pPr') this.#line = '';
    else if (name === 'p') this.#endParagraph();
    else if (name === 'tc') this.#endCell();
    else if (name === 'tr') this.#endRow();
    else if (name === 'tbl') this.#endTable();
  }

  #begin(): void {
    this.#line = '';
    this.#isHeading = false;
    this.#list = null;
    this.#level = 0;
  }

  #endParagraph(): void {
    const text = this.#line.trim();
    this.#line = '';
    const number = text === '' || this.#list === null ? '' : this.#numbers(this.#list, this.#level);
    const lines = this.#tables.at(-1)?.lines;
    if (lines !== undefined && lines !== null) {
      lines.push(number + text);
      return;
    }
    if (text === '') return;
    this.#paragraphs += 1;
    const place = { zh: `正文第 ${this.#paragraphs} 段`, en: `paragraph ${this.#paragraphs}` };
    for (const line of (number + text).split('\n')) {
      this.blocks.push({ kind: 'text', text: line, isHeading: this.#isHeading, place });
    }
  }

  #openTable(): void {
    this.#count += 1;
    this.#tables.push({
      number: this.#count,
      rows: [],
      grid: new SpanGrid(),
      cells: [],
      lines: null,
      columns: 1,
      isCovered: false,
    });
  }

  /** A cell that goes on one from above takes up its columns and says nothing. */
  #endCell(): void {
    const table = this.#tables.at(-1);
    if (table === undefined || table.lines === null) return;
    this.#cells += 1;
    if (this.#cells > MOST_CELLS) {
      throw fileRefused({
        zh: `文档中的表格超过 ${MOST_CELLS} 格，请检查是否选错了文件。`,
        en: `The tables of the document have more than ${MOST_CELLS} cells; check that it is the right one.`,
      });
    }
    const text = table.lines.join('\n').trim();
    table.cells.push({ text: table.isCovered ? COVERED : text, columns: table.columns, rows: 1 });
    table.lines = null;
  }

  #endRow(): void {
    const table = this.#tables.at(-1);
    if (table === undefined) return;
    const cells = table.grid.place(table.cells).filter(({ text }) => text !== COVERED);
    table.rows.push({ row: table.rows.length + 1, cells });
    table.cells = [];
  }

  #endTable(): void {
    const table = this.#tables.pop();
    if (table === undefined) return;
    const { number, rows } = table;
    this.blocks.push({
      kind: 'table',
      rows,
      place: (row, column) => ({
        zh: `第 ${number} 个表格第 ${row} 行第 ${column} 列`,
        en: `table ${number}, row ${row}, column ${column}`,
      }),
    });
  }
}
