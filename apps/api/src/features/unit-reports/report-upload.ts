import { z } from '@hono/zod-openapi';
import { bodyLimit } from 'hono/body-limit';
import { ProblemError } from '../../http/problem-error.ts';
import { largestReportBytes } from './report-reader.ts';

/** The form's other fields and its boundaries. */
const formBytes = 64 * 1024;

/** What files of reports are uploaded to: they have a limit of their own. */
export const REPORT_UPLOAD = /^\/api\/v1\/(?:unit-reports\/[^/]+\/\d+\/reading|city-reports\/\d+\/previous)$/;

/** Refuses what is announced as too large before it is sent, and what turns out so while it comes in. */
export const limitReportUpload = bodyLimit({
  maxSize: largestReportBytes + formBytes,
  onError: () => {
    throw new ProblemError('report-too-large');
  },
});

/** A file in a form. */
export const fileField = z.instanceof(File).openapi({ type: 'string', format: 'binary' });

/** The file that a form sends. @throws ProblemError `report-too-large` */
export async function sentFile(file: File): Promise<{ name: string; bytes: Buffer }> {
  if (file.size > largestReportBytes) throw new ProblemError('report-too-large');
  return { name: file.name, bytes: Buffer.from(await file.arrayBuffer()) };
}
