import {
  boundKeys,
  checkReport,
  composeReport,
  figureKeys,
  isTableFigure,
  REQUESTS_CHART,
  reportTitle,
  staleFigures,
  tableFigure,
  tableFigureLabel,
  type AnnualReport,
  type Bindings,
  type Finding,
  type StaleFigure,
} from '@gongping/annual-report';
import type { CityReport, CityReportContent, DepartmentSums } from '@gongping/contracts';
import { localText } from '#lib/format/local-text.ts';
import { m } from '#lib/paraglide/messages.js';
import type { ShownFigure } from './bound-text-dom.ts';

/** The report as the checks take it. */
export function annualReportOf({ year, form }: CityReport, content: CityReportContent): AnnualReport {
  const { authority, text, table2, table3, table4 } = content;
  const unit = { name: authority.trim(), kind: 'city' as const };
  return { form, year, unit, table2, table3, table4, text, title: reportTitle({ unit, year }) };
}

/** What the newest publication says, by key. */
export const currentOf = ({ figures }: CityReport): Readonly<Record<string, string>> =>
  Object.fromEntries(figures.map(({ key, value }) => [key, value]));

/** Figures of the text that do not say what is published now; one that was just put in is bound with the next saving. */
export function staleOf(report: CityReport, content: CityReportContent): readonly StaleFigure[] {
  const current = currentOf(report);
  return staleFigures(boundKeys(content.text), { bindings: bindingsOf(report), current });
}

/** What is bound, and what will be with the next saving. */
export function bindingsOf(report: CityReport): Bindings {
  const { source } = report;
  if (source === null) return report.bindings;
  const fresh = report.figures.map(({ key, value }) => [key, { value, source }] as const);
  return { ...Object.fromEntries(fresh), ...report.bindings };
}

/** Long values are tables and pictures: a text shows their names. */
const longest = 80;

/** How a figure stands in the text of the editor. */
export function shownFigure(
  key: string,
  { report, annual, bindings }: { report: CityReport; annual: AnnualReport; bindings: Bindings },
): ShownFigure {
  if (isTableFigure(key)) {
    const value = tableFigure(annual, key);
    const label = localText(tableFigureLabel(annual.form, key) ?? { zh: key, en: key });
    return value === null
      ? { text: m.cityreport_blank(), state: 'missing', label }
      : { text: String(value), state: 'bound', label };
  }
  if (key === REQUESTS_CHART) {
    const name = m.cityreport_requests_chart();
    return { text: name, state: 'bound', label: name };
  }
  const offered = report.figures.find((figure) => figure.key === key);
  const label = offered ? localText(offered.label) : key;
  const value = bindings[key]?.value;
  if (value === undefined) return { text: label, state: 'missing', label };
  const text = value.length > longest ? label : value;
  return { text, state: offered?.value === value ? 'bound' : 'stale', label };
}

/** What the checks find in the report as it is printed, beside last year's and the departments'. */
export function findingsOf(
  report: CityReport,
  content: CityReportContent,
  sums: DepartmentSums,
): readonly Finding[] {
  const { previous } = report;
  const annual = annualReportOf(report, content);
  const unit = { name: '', kind: 'city' as const };
  const together: AnnualReport = {
    ...annual,
    unit: { name: '', kind: 'department' },
    table3: sums.table3.rows,
  };
  return checkReport(composeReport(annual, bindingsOf(report)), {
    previous: previous === null ? undefined : { ...previous, unit, text: {} },
    departments: sums.filed === 0 ? [] : [together],
  });
}

/** The figures of one section, in the order in which they stand. */
export const keysOf = (text: string): readonly string[] => figureKeys([text]);
