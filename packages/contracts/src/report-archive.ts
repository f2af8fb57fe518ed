import { z } from 'zod';
import { id, localText, moment } from './text.ts';

export const reportFormat = z.enum(['docx', 'pdf']);
export type ReportFormat = z.infer<typeof reportFormat>;

export const newReportArchive = z.object({ format: reportFormat });

/** The overall report and one for each unit, in a zip that is made beside the requests. */
export const reportArchive = z.object({
  id,
  format: reportFormat,
  state: z.enum(['working', 'done', 'failed', 'cancelled']),
  /** Reports that are made, of how many. */
  done: z.number().int(),
  total: z.number().int(),
  createdAt: moment,
  settledAt: moment.nullable(),
  /** What could not be made: the unit's report, or the overall one where it names none. Null unless it failed. */
  failed: z.object({ unit: localText.nullable() }).nullable(),
});
export type ReportArchive = z.infer<typeof reportArchive>;

/** The last one of each format. */
export const reportArchiveList = z.object({ archives: z.array(reportArchive) });
