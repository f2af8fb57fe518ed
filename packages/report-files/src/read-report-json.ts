import { describeReportProblem, parseReport } from '@gongping/annual-report';
import type { AnnualReport, ReportProblem } from '@gongping/annual-report';
import { BundleError, readJson } from '@gongping/bundle';
import type { BundleProblem } from '@gongping/bundle';

/** More are counted and not listed. */
const LISTED = 500;

const located = (file: string, { path, ...problem }: ReportProblem): BundleProblem => ({
  file,
  line: null,
  column: path === '' ? null : path,
  sentence: { zh: describeReportProblem(problem, 'zh'), en: describeReportProblem(problem, 'en') },
});

/**
 * A report as JSON (the format is in docs/annual-report.md).
 *
 * @param file its name for a person
 * @throws BundleError naming line and column where it is no JSON, else the path of each value that is wrong
 */
export const readReportJson = (file: string, bytes: Uint8Array): AnnualReport => {
  const { report, problems } = parseReport(readJson(file, bytes));
  if (report !== null) return report;
  throw new BundleError(
    problems.slice(0, LISTED).map((problem) => located(file, problem)),
    problems.length,
  );
};
