import {
  sectionNumbers,
  type AnnualReport,
  type FormName,
  type SectionNumber,
  type TableName,
} from '@gongping/annual-report';
import type { ReportContent, ReportDraftWrite, UnitReport } from '@gongping/contracts';
import { rowsFrom, tableTexts, type TableTexts } from '#lib/statutory-table/grid.ts';

/** A report as it stands in the fields of its page. */
export interface ReportState {
  readonly tables: TableTexts;
  readonly sections: Readonly<Record<SectionNumber, string>>;
  readonly title: string;
  readonly preamble: string;
  readonly url: string;
  readonly publishedOn: string;
}

type Draft = Pick<NonNullable<UnitReport['draft']>, 'content' | 'url' | 'publishedOn'>;

/** The fields for a report. */
export function stateOf(form: FormName, { content, url, publishedOn }: Draft): ReportState {
  return {
    tables: tableTexts(form, content),
    sections: Object.fromEntries(
      sectionNumbers.map((number) => [number, content.text[number] ?? '']),
    ) as ReportState['sections'],
    title: content.title ?? '',
    preamble: content.preamble ?? '',
    url: url ?? '',
    publishedOn: publishedOn ?? '',
  };
}

/** What the fields say as a report; what is no number is blank. */
export function contentFrom(form: FormName, state: ReportState, before: ReportContent): ReportContent {
  const rows = (table: TableName) => rowsFrom(form, table, state.tables[table]);
  const text = Object.fromEntries(
    sectionNumbers.flatMap((number) => {
      const words = state.sections[number];
      // A section that nobody has touched stays one that was not given.
      return words === '' && before.text[number] === undefined ? [] : [[number, words]];
    }),
  );
  return {
    ...(state.title.trim() === '' ? {} : { title: state.title.trim() }),
    ...(state.preamble === '' ? {} : { preamble: state.preamble }),
    ...(before.amountUnit === undefined ? {} : { amountUnit: before.amountUnit }),
    table2: rows('table2'),
    table3: rows('table3'),
    table4: rows('table4'),
    text,
  };
}

/** A report to be checked. */
export function reportFrom(
  content: ReportContent,
  { form, year, unit }: Pick<UnitReport, 'form' | 'year' | 'unit'>,
): AnnualReport {
  return { ...content, form, year, unit: { name: unit.name.zh, kind: unit.kind } };
}

/** Whether an address is one that the API takes; an empty one is none yet. */
export function isAddress(url: string): boolean {
  if (url.trim() === '') return true;
  return /^https?:\/\/[^\s/]+/i.test(url.trim()) && URL.canParse(url.trim());
}

/** What is sent; an address or a day that is half typed waits. */
export function writeFrom(
  state: ReportState,
  of: { form: FormName; before: Draft; expectedRevision: number },
): ReportDraftWrite {
  const { before } = of;
  const url = state.url.trim();
  return {
    expectedRevision: of.expectedRevision,
    content: contentFrom(of.form, state, before.content),
    url: !isAddress(url) ? before.url : url === '' ? null : url,
    publishedOn: state.publishedOn === '' ? null : state.publishedOn,
  };
}
