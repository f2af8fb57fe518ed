import { reportTitle, rowsOf, sectionNumbers, sectionTitles } from '@gongping/annual-report';
import type { AnnualReport, Cell } from '@gongping/annual-report';
import { xlsxWorkbook } from '@gongping/tables';
import type { Column, Table } from '@gongping/tables';

const columnsOf = (labels: readonly string[]): Column[] =>
  labels.map((label, i) => ({ name: `column${i}`, label }));

const shown = (cells: readonly Cell[] | undefined, count: number): string[] =>
  Array.from({ length: count }, (_, i) => {
    const cell = cells?.[i] ?? null;
    return cell === null ? '' : String(cell);
  });

/** Each block of table 2 has columns of its own, which stand above its rows. */
const disclosureSheet = ({ form, table2 }: AnnualReport): Table => {
  const rows = rowsOf(form, 'table2');
  return {
    shape: { name: 'table2', label: '表二', columns: columnsOf(['主动公开政府信息情况', '', '', '']) },
    rows: rows.flatMap(({ key, label, group, columns }, i): string[][] => {
      const line = [label.zh, ...shown(table2[key], columns.length)];
      if (rows[i - 1]?.group?.zh === group?.zh) return [line];
      return [[group?.zh ?? ''], ['信息内容', ...columns.map((column) => column.label.zh)], line];
    }),
  };
};

const requestSheet = ({ form, table3 }: AnnualReport): Table => {
  const rows = rowsOf(form, 'table3');
  const applicants = rows[0]?.columns.map(({ label }) => label.zh) ?? [];
  return {
    shape: { name: 'table3', label: '表三', columns: columnsOf(['类别', '项目', ...applicants]) },
    rows: rows.map(({ key, label, group, columns }) => [
      group?.zh ?? '',
      label.zh,
      ...shown(table3[key], columns.length),
    ]),
  };
};

const caseSheet = ({ form, table4 }: AnnualReport): Table => {
  const rows = rowsOf(form, 'table4');
  const outcomes = rows[0]?.columns.map(({ label }) => label.zh) ?? [];
  return {
    shape: { name: 'table4', label: '表四', columns: columnsOf(['项目', ...outcomes]) },
    rows: rows.map(({ key, label, columns }) => [label.zh, ...shown(table4[key], columns.length)]),
  };
};

/** The text below its headings, a paragraph a row. It stands last: what is above the title is no text of the report. */
const textSheet = ({ title, year, unit, preamble, text }: AnnualReport): Table => ({
  shape: {
    name: 'text',
    label: '文字',
    columns: columnsOf([title ?? reportTitle({ unit, year })]),
  },
  rows: [
    ...(preamble ?? '').split('\n'),
    ...sectionNumbers.flatMap((number) => [sectionTitles[number].zh, ...(text[number] ?? '').split('\n')]),
  ].map((line) => [line]),
});

/**
 * A report as a workbook to be filled in, which `readReportFile` reads again: a sheet for each table, and one for the text.
 * The template is that of a report without figures.
 */
export const reportWorkbook = (report: AnnualReport): Promise<Uint8Array<ArrayBuffer>> =>
  xlsxWorkbook([disclosureSheet(report), requestSheet(report), caseSheet(report), textSheet(report)]);
