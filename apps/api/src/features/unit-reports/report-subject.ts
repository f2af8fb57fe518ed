import type { OpenReport } from './report.access.ts';

/** How the audit log names a report: `report C04/2019`. */
export const reportSubject = ({ unit, year }: Pick<OpenReport, 'unit' | 'year'>): string =>
  `report ${unit.code}/${year}`;
