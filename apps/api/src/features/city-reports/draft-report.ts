import {
  formOfYear,
  reportTitle,
  type AnnualReport,
  type Bindings,
  type FormName,
} from '@gongping/annual-report';
import { cityReportContent, type CityReportContent } from '@gongping/contracts';
import type { CityReportRow } from './city-report.repository.ts';

/** What is written of a year's report, as it is kept. */
export interface DraftReport {
  readonly year: number;
  readonly content: CityReportContent;
  readonly bindings: Bindings;
}

export const emptyContent: CityReportContent = {
  authority: '',
  text: { 1: '', 2: '', 3: '', 4: '', 5: '', 6: '' },
  table2: {},
  table3: {},
  table4: {},
  explanations: {},
  summed: {},
};

/** Years that a report can be written of have a form. */
export const formOf = (year: number): FormName => formOfYear(year) ?? 'v2021';

/** Only `save` writes the row, and it writes these. */
export function draftOf(row: CityReportRow): DraftReport {
  return {
    year: row.year,
    content: cityReportContent.parse(row.content),
    bindings: row.bindings as Bindings,
  };
}

export const titleOf = ({ year, content }: Pick<DraftReport, 'year' | 'content'>): string =>
  reportTitle({ unit: { name: content.authority.trim(), kind: 'city' }, year });

/** The report as the checks take it, its figures still as tokens. */
export function annualReportOf(draft: DraftReport): AnnualReport {
  const { year, content } = draft;
  const { authority, text, table2, table3, table4 } = content;
  return {
    form: formOf(year),
    year,
    unit: { name: authority.trim(), kind: 'city' },
    table2,
    table3,
    table4,
    text,
    title: titleOf(draft),
  };
}
