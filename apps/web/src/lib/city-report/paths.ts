import type { CityReportVersion } from '@gongping/contracts';

type Address = Pick<CityReportVersion, 'year' | 'version'>;

/** The public page of an annual report; the address of a version shows the same for ever. */
export const cityReportPath = ({ year, version }: Address): string => `/p/${year}/annual-report/${version}`;

/** Where the API serves a report as a file. */
export const cityReportFilePath = (
  { year, version }: Address,
  format: 'docx' | 'pdf' | 'xlsx' | 'json' | 'html',
): string => `/api/v1/annual-reports/${year}/${version}/report.${format}`;

/** What the hash of a report is of. */
export const sealedPath = ({ year, version }: Address): string =>
  `/api/v1/annual-reports/${year}/${version}/sealed.json`;
