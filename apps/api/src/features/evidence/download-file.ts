import type { Actor } from '../../http/actor.ts';
import type { Dependencies } from '../../http/dependencies.ts';
import { ProblemError } from '../../http/problem-error.ts';
import { visibleEvidence } from './evidence-keepers.ts';
import { readChunk } from './file.repository.ts';

export interface Download {
  readonly filename: string;
  readonly mediaType: string;
  readonly size: number;
  readonly body: ReadableStream<Uint8Array>;
}

/**
 * The file of a piece of evidence, read piece by piece as it is sent.
 * @throws ProblemError `not-found` where it is not there, is a link, or it is not the person's to see
 */
export async function downloadFile(
  { db }: Dependencies,
  actor: Actor,
  wanted: { slug: string; id: string },
): Promise<Download> {
  const { fileSha256, filename, mediaType, size } = await visibleEvidence(db, actor, wanted);
  if (fileSha256 === null || filename === null || mediaType === null || size === null)
    throw new ProblemError('not-found');
  let position = 0;
  const body = new ReadableStream<Uint8Array>({
    async pull(controller) {
      const chunk = await readChunk(db, fileSha256, position);
      position += 1;
      if (chunk) controller.enqueue(new Uint8Array(chunk));
      else controller.close();
    },
  });
  return { filename, mediaType, size, body };
}
