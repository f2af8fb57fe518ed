import type { LocalText } from '../report.ts';

/** Sentences for what can be wrong with a report as JSON. */
export const reportProblems = {
  'not-an-object': { zh: '应为对象 {…}。', en: 'This must be an object {…}.' },
  'not-a-text': { zh: '应为文字。', en: 'This must be a text.' },
  'year-invalid': {
    zh: '报告年度应为 2019 至 2100 的整数。',
    en: 'The year of the report must be a whole number from 2019 to 2100.',
  },
  'form-unknown': {
    zh: '表式应为 v2019 或 v2021。',
    en: 'The form must be v2019 or v2021.',
  },
  'kind-unknown': {
    zh: '单位类别应为 city、county 或 department。',
    en: 'The kind of the unit must be city, county or department.',
  },
  'row-unknown': {
    zh: '表式 {form} 中没有这一行，请检查行的代码。',
    en: 'The form {form} has no such row; check its key.',
  },
  'row-not-a-list': { zh: '应为数字的列表 […]。', en: 'This must be a list of numbers […].' },
  'row-length': {
    zh: '这一行有 {actual} 格，应为 {expected} 格；空白的格写 null。',
    en: 'This row has {actual} cells, not {expected}; write null for a blank one.',
  },
  'cell-not-a-number': {
    zh: '应为数字，空白的格写 null。',
    en: 'This must be a number, or null for a blank cell.',
  },
  'section-unknown': { zh: '部分的编号应为 1 至 6。', en: 'Sections are numbered from 1 to 6.' },
} as const satisfies Record<string, LocalText>;

export type ReportProblemCode = keyof typeof reportProblems;

/** Something that keeps a report from being read. */
export interface ReportProblem {
  /** For example `table3.R1[2]`. */
  readonly path: string;
  readonly code: ReportProblemCode;
  readonly params: Readonly<Record<string, string | number>>;
}

/** One sentence for people about what is wrong with a report as JSON. */
export const describeReportProblem = (
  { code, params }: Pick<ReportProblem, 'code' | 'params'>,
  language: keyof LocalText,
): string =>
  reportProblems[code][language].replace(/\{(\w+)\}/g, (gap, name: string) => String(params[name] ?? gap));
