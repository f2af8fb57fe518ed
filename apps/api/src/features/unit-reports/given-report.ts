import { describeReportProblem, parseReport, type AnnualReport } from '@gongping/annual-report';
import { sectionNumbers } from '@gongping/annual-report';
import type { Language, ReportContent } from '@gongping/contracts';
import { ProblemError } from '../../http/problem-error.ts';
import { reportingUnit, type OpenReport } from './report.access.ts';

/**
 * What somebody wrote as the report of the unit and the year that it is written for.
 *
 * @param before the report so far: the sections and headings that were found in its file stay known
 * @throws ProblemError `invalid-input` naming every row that the form does not have
 */
export function givenReport(
  content: ReportContent,
  { open, before, language }: { open: OpenReport; before: AnnualReport | null; language: Language },
): AnnualReport {
  const { form, year, unit } = open;
  const { report, problems } = parseReport({ ...content, form, year, unit: reportingUnit(unit) });
  if (report === null) {
    const errors = problems.map(({ path, ...problem }) => ({
      path: `content.${path}`,
      message: describeReportProblem(problem, language),
    }));
    throw new ProblemError('invalid-input', { errors });
  }
  const found = before?.sections;
  if (found === undefined) return report;
  // Of a file without a section: once somebody has written it here, it is there.
  const sections = sectionNumbers.filter(
    (number) => found.includes(number) || (report.text[number] ?? '').trim() !== '',
  );
  return { ...report, sections, headings: before?.headings };
}
