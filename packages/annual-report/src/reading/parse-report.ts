import { formOfYear, rowsOf, tableNames } from '../forms.ts';
import { sectionNumbers } from '../report.ts';
import type { AnnualReport, Cell, FormName, Rows, SectionNumber, TableName, UnitKind } from '../report.ts';
import type { ReportProblem, ReportProblemCode } from './report-problem.ts';

export type ParsedReport =
  | { readonly report: AnnualReport; readonly problems: readonly [] }
  | { readonly report: null; readonly problems: readonly ReportProblem[] };

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const FIRST_YEAR = 2019;
const LAST_YEAR = 2100;

/** Reads the parts of a report, noting what is wrong on the way. */
class Parser {
  readonly problems: ReportProblem[] = [];

  add(path: string, code: ReportProblemCode, params: ReportProblem['params'] = {}): void {
    this.problems.push({ path, code, params });
  }

  /** What may be absent or null is an empty object then. */
  record(value: unknown, path: string): Readonly<Record<string, unknown>> {
    if (value === undefined || value === null) return {};
    if (isRecord(value)) return value;
    this.add(path, 'not-an-object');
    return {};
  }

  text(value: unknown, path: string): string | undefined {
    if (value === undefined || value === null) return undefined;
    if (typeof value === 'string') return value;
    this.add(path, 'not-a-text');
    return undefined;
  }

  year(value: unknown): number {
    if (typeof value === 'number' && Number.isInteger(value) && value >= FIRST_YEAR && value <= LAST_YEAR) {
      return value;
    }
    this.add('year', 'year-invalid');
    return FIRST_YEAR;
  }

  /** The form of the year where none is named. */
  form(value: unknown, year: number): FormName {
    if (value === 'v2019' || value === 'v2021') return value;
    if (value !== undefined && value !== null) this.add('form', 'form-unknown');
    return formOfYear(year) ?? 'v2021';
  }

  kind(value: unknown): UnitKind | null {
    if (value === 'city' || value === 'county' || value === 'department') return value;
    if (value !== undefined && value !== null) this.add('unit.kind', 'kind-unknown');
    return null;
  }

  sections(value: unknown): AnnualReport['text'] {
    const text: Partial<Record<SectionNumber, string>> = {};
    for (const [key, words] of Object.entries(this.record(value, 'text'))) {
      const number = sectionNumbers.find((each) => each === key);
      if (number === undefined) {
        this.add(`text.${key}`, 'section-unknown');
        continue;
      }
      const said = this.text(words, `text.${key}`);
      if (said !== undefined) text[number] = said;
    }
    return text;
  }

  table(value: unknown, table: TableName, form: FormName): Rows {
    const rows: Record<string, readonly Cell[]> = {};
    for (const [key, cells] of Object.entries(this.record(value, table))) {
      const path = `${table}.${key}`;
      const row = rowsOf(form, table).find((each) => each.key === key);
      // The format does not name the rows of table 2 in the form of 2019: what is not known is left alone.
      if (row === undefined && table === 'table2' && form === 'v2019') continue;
      if (row === undefined) this.add(path, 'row-unknown', { form });
      else rows[key] = this.#cells(cells, path, row.columns.length);
    }
    return rows;
  }

  /** A list without cells is a blank row. */
  #cells(value: unknown, path: string, expected: number): readonly Cell[] {
    if (!Array.isArray(value)) {
      if (value !== null) this.add(path, 'row-not-a-list');
      return [];
    }
    if (value.length !== expected && value.length > 0) {
      this.add(path, 'row-length', { expected, actual: value.length });
      return [];
    }
    return value.map((cell: unknown, i): Cell => {
      if (cell === null) return null;
      if (typeof cell === 'number' && Number.isFinite(cell)) return cell;
      this.add(`${path}[${i}]`, 'cell-not-a-number');
      return null;
    });
  }
}

/** A report from parsed JSON; what the format does not know is left alone. */
export const parseReport = (value: unknown): ParsedReport => {
  const parser = new Parser();
  if (!isRecord(value)) {
    parser.add('', 'not-an-object');
    return { report: null, problems: parser.problems };
  }
  const year = parser.year(value['year']);
  const form = parser.form(value['form'], year);
  const unit = parser.record(value['unit'], 'unit');
  const [table2, table3, table4] = tableNames.map((table) => parser.table(value[table], table, form));
  const report: AnnualReport = {
    form,
    year,
    unit: { name: parser.text(unit['name'], 'unit.name') ?? '', kind: parser.kind(unit['kind']) },
    table2: table2 ?? {},
    table3: table3 ?? {},
    table4: table4 ?? {},
    text: parser.sections(value['text']),
    title: parser.text(value['title'], 'title'),
    preamble: parser.text(value['preamble'], 'preamble'),
    amountUnit: parser.text(value['amountUnit'], 'amountUnit'),
  };
  return parser.problems.length > 0 ? { report: null, problems: parser.problems } : { report, problems: [] };
};
