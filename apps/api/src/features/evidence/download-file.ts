import type { Actor } from '../../http/actor.ts';
import type { Dependencies } from '../../http/dependencies.ts';
import { ProblemError } from '../../http/problem-error.ts';
import { visibleEvidence } from './evidence-keepers.ts';
import { fileStream } from './stored-file.ts';

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
  return { filename, mediaType, size, body: fileStream(db, fileSha256) };
}
