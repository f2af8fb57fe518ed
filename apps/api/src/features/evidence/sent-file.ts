import { newFileEvidence } from '@gongping/contracts';
import { z } from '@hono/zod-openapi';
import { ProblemError } from '../../http/problem-error.ts';
import { largestFileBytes } from './upload-limit.ts';

/** The form that a file of evidence comes in. */
export const fileForm = newFileEvidence.extend({
  file: z.instanceof(File).openapi({ type: 'string', format: 'binary' }),
});

/** @throws ProblemError `file-too-large` */
export async function receivedFile({ file, ...fields }: z.infer<typeof fileForm>) {
  if (file.size > largestFileBytes) throw new ProblemError('file-too-large');
  return { fields, file: { name: file.name, bytes: Buffer.from(await file.arrayBuffer()) } };
}
