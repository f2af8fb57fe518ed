import { sectionNumbers } from '../report.ts';
import type { AnnualReport, SectionNumber } from '../report.ts';
import type { Bindings } from './bindings.ts';
import { figureKeys, fillText } from './bound-text.ts';
import { isTableFigure, tableFigure } from './table-figures.ts';

/** Figures that stand for a table or a picture of their own: `table county`, `chart county`, `chart requests`. */
export const isBlockFigure = (key: string): boolean => /^(?:table|chart) \w+$/.test(key);

/** A picture of the report's own tables. */
export const REQUESTS_CHART = 'chart requests';

/** The figures of a report's texts that are bound to published results. */
export const boundKeys = (text: AnnualReport['text']): readonly string[] =>
  figureKeys(sectionNumbers.map((number) => text[number] ?? '')).filter(
    (key) => !isTableFigure(key) && key !== REQUESTS_CHART,
  );

/** A line of nothing but tables and pictures has no words. */
const withoutBlocks = (text: string): string =>
  text
    .split('\n')
    .flatMap((line) => {
      const rest = line.replaceAll(/\{\{(?:table|chart) \w+\}\}/g, '');
      return rest === line || rest.trim() !== '' ? [rest] : [];
    })
    .join('\n');

/** A section's words with every figure filled in, as they are printed; tables and pictures are left out. */
export const composeText = (report: AnnualReport, bindings: Bindings, number: SectionNumber): string =>
  fillText(withoutBlocks(report.text[number] ?? ''), (key) =>
    isTableFigure(key) ? (tableFigure(report, key)?.toString() ?? null) : (bindings[key]?.value ?? null),
  );

/** A report with its texts as they are printed: what is checked, and what is given out as data. */
export const composeReport = (report: AnnualReport, bindings: Bindings): AnnualReport => ({
  ...report,
  text: Object.fromEntries(sectionNumbers.map((number) => [number, composeText(report, bindings, number)])),
});
