import { sectionNumbers } from './report.ts';
import type { AnnualReport } from './report.ts';

export interface ReportPart {
  readonly where: string;
  readonly text: string;
}

/** Everything in a report that is text, in its order. */
export const partsOf = ({ title, preamble, text }: AnnualReport): readonly ReportPart[] =>
  [
    { where: 'title', text: title },
    { where: 'preamble', text: preamble },
    ...sectionNumbers.map((number) => ({ where: `text ${number}`, text: text[number] })),
  ].flatMap(({ where, text: words }) =>
    words === undefined || words === '' ? [] : [{ where, text: words }],
  );
