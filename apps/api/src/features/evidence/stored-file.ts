import type { Database } from '@gongping/db';
import { createHash } from 'node:crypto';
import { deleteIfUnused, readChunk, storeFile } from './file.repository.ts';

/** Files by their content, for everything that keeps some; see `storeFile`. */
export { storeFile };

/** A stored file, read piece by piece as it is sent. */
export function fileStream(db: Database, sha256: string): ReadableStream<Uint8Array> {
  let position = 0;
  return new ReadableStream<Uint8Array>({
    async pull(controller) {
      const chunk = await readChunk(db, sha256, position);
      position += 1;
      if (chunk) controller.enqueue(new Uint8Array(chunk));
      else controller.close();
    },
  });
}

/** Deletes a file that nothing refers to any more; where something does, it stays. */
export const dropFile: (tx: Database, sha256: string) => Promise<void> = deleteIfUnused;

/** The whole of a file that is small enough for it. */
export async function readFile(db: Database, sha256: string): Promise<Uint8Array> {
  return new Uint8Array(await new Response(fileStream(db, sha256)).arrayBuffer());
}

/** Keeps a file by its content, as `storeFile`. @returns what it is kept under */
export async function keepFile(
  db: Database,
  { bytes, now }: { bytes: Uint8Array; now: Date },
): Promise<string> {
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  await storeFile(db, { sha256, bytes: Buffer.from(bytes), createdAt: now });
  return sha256;
}
