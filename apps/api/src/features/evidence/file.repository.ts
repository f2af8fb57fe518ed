import { type Database, schema } from '@gongping/db';
import { and, eq } from 'drizzle-orm';
import { isStillReferred } from '../../http/still-referred.ts';

const { files, fileChunks } = schema;

const chunkBytes = 256 * 1024;
/** Chunks in one statement: 4 MB, so that a file of 20 MB takes five. */
const chunksAtOnce = 16;

/**
 * Stores a file once by its content: where the same bytes are there already, nothing is written. Call it in the
 * transaction of what refers to the file.
 */
export async function storeFile(
  db: Database,
  file: { sha256: string; bytes: Buffer; createdAt: Date },
): Promise<void> {
  const { sha256, bytes, createdAt } = file;
  const inserted = await db
    .insert(files)
    .values({ sha256, size: bytes.length, createdAt })
    .onConflictDoNothing()
    .returning({ sha256: files.sha256 });
  if (inserted.length === 0) return;
  const chunks = [];
  for (let start = 0; start < bytes.length; start += chunkBytes) {
    chunks.push({ sha256, position: chunks.length, bytes: bytes.subarray(start, start + chunkBytes) });
  }
  for (let first = 0; first < chunks.length; first += chunksAtOnce) {
    await db.insert(fileChunks).values(chunks.slice(first, first + chunksAtOnce));
  }
}

/** One piece of a file, counted from 0; undefined behind its end. */
export async function readChunk(db: Database, sha256: string, position: number): Promise<Buffer | undefined> {
  const [row] = await db
    .select({ bytes: fileChunks.bytes })
    .from(fileChunks)
    .where(and(eq(fileChunks.sha256, sha256), eq(fileChunks.position, position)));
  return row?.bytes;
}

/** Deletes a file unless some row refers to it. Call it in a transaction: a refusal undoes this step alone. */
export async function deleteIfUnused(db: Database, sha256: string): Promise<void> {
  try {
    await db.transaction((step) => step.delete(files).where(eq(files.sha256, sha256)));
  } catch (error) {
    if (!isStillReferred(error)) throw error;
  }
}
