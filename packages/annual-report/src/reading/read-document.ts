import { formOfYear, forms, rowsOf, tableNames } from '../forms.ts';
import type { AnnualReport, FormName, UnitKind } from '../report.ts';
import type { Block } from './blocks.ts';
import { evenText } from './cell-value.ts';
import { readSections } from './document-sections.ts';
import { periodYear } from './document-title.ts';
import type { DocumentText } from './document-sections.ts';
import { piecesOf } from './lines.ts';
import type { Piece } from './lines.ts';
import { TableReader } from './table-reader.ts';
import type { FoundCell } from './table-reader.ts';
import type { Unread } from './unread.ts';

/** A report read out of a document. */
export interface DocumentReading {
  /** Null where the document names no year. */
  readonly report: AnnualReport | null;
  /** Where each cell was found. */
  readonly found: readonly FoundCell[];
  readonly unread: readonly Unread[];
}

const YEAR = /(20\d\d)(?:年|\)|$)/;

/** The year in the title, else in the period, else in a header: 本年(2023)制发件数. */
const yearOf = ({ title, preamble, text }: DocumentText, pieces: readonly Piece[]): number | null => {
  const headers = pieces.flatMap((piece) =>
    piece.kind === 'line'
      ? piece.line.cells.map((cell) => cell.text).filter((each) => /本年/.test(each))
      : [],
  );
  const period = periodYear(`${preamble}\n${text['1'] ?? ''}`);
  for (const source of [title, period === null ? null : `${period}年`, ...headers]) {
    const [, year] = YEAR.exec(evenText(source ?? '')) ?? [];
    if (year !== undefined) return Number(year);
  }
  return null;
};

const LATER_FORM = /制发件数|现行有效|逾期不补正/;
const EARLIER_FORM = /新制作数量|上一年项目数量|政府集中采购/;

/** The form that the words of the tables are of; else that of the year. */
const formOf = (pieces: readonly Piece[], year: number): FormName => {
  const words = pieces.flatMap((piece) =>
    piece.kind === 'line' ? piece.line.cells.map(({ text }) => evenText(text)) : [evenText(piece.text)],
  );
  if (words.some((each) => LATER_FORM.test(each))) return 'v2021';
  if (words.some((each) => EARLIER_FORM.test(each))) return 'v2019';
  return formOfYear(year) ?? 'v2021';
};

/** What a name tells of the kind of a unit: a city's and a county-level city's tell nothing. */
const kindOf = (name: string): UnitKind | null => {
  if (/(?:局|委员会|委|办公室|厅|中心|支队)$/.test(name)) return 'department';
  return /[县区旗](?:人民政府)?$/.test(name) ? 'county' : null;
};

const missing = (reader: TableReader, form: FormName): Unread[] =>
  tableNames.flatMap((table): Unread[] => {
    const rows = rowsOf(form, table).filter(({ key }) => reader.tables[table][key] === undefined);
    if (rows.length === rowsOf(form, table).length) {
      const params = { table: forms[form].tables[table].title };
      return [{ code: 'table-missing', place: null, cell: null, params }];
    }
    return rows.map(({ key, label }) => ({
      code: 'row-missing',
      place: null,
      cell: { table, row: key, column: 0 },
      params: { row: label },
    }));
  });

/** The unit that a title names: what stands before the year. */
const nameOf = (title: string | undefined): string =>
  evenText(title ?? '')
    .split(/(?:20\d\d年|政府信息公开)/)[0]
    ?.replace(/^关于/, '') ?? '';

/**
 * Reads a report as it was published: the tables by what their rows are called, however they are merged and split; the text
 * by its headings.
 *
 * @param given the year, where the document names none
 */
export const readDocument = (
  blocks: readonly Block[],
  given: { readonly year?: number } = {},
): DocumentReading => {
  const pieces = piecesOf(blocks);
  const words = readSections(pieces.flatMap((piece) => (piece.kind === 'text' ? [piece] : [])));
  const year = yearOf(words, pieces) ?? given.year ?? null;
  const form = formOf(pieces, year ?? 0);
  const reader = new TableReader(form);
  for (const piece of pieces) if (piece.kind === 'line') reader.take(piece.line);
  const name = nameOf(words.title);
  const report: AnnualReport | null =
    year === null
      ? null
      : {
          form,
          year,
          unit: { name, kind: kindOf(name) },
          ...reader.tables,
          text: words.text,
          title: words.title,
          preamble: words.preamble,
          sections: words.sections,
          headings: words.headings,
          amountUnit: reader.amountUnit,
        };
  return { report, found: reader.found, unread: [...reader.unread, ...missing(reader, form)] };
};
