import { createWriteStream } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { Readable, type Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';

/** Text gathered before it is written. */
const GATHERED = 16 * 1024;

/**
 * Writes text to a stream that stays open, no faster than it takes it. Where its reader has gone (`| head`), the rest
 * is not made.
 */
export async function writePieces(stream: Writable, pieces: Iterable<string>): Promise<void> {
  try {
    await pipeline(Readable.from(gather(pieces)), stream, { end: false });
  } catch (error) {
    if (!isClosedPipe(error)) throw error;
  }
}

/** Writes text to a file that appears when it is whole. */
export async function writeFilePieces(file: string, pieces: Iterable<string>): Promise<void> {
  const unfinished = `${file}.${process.pid}.part`;
  try {
    await pipeline(Readable.from(gather(pieces)), createWriteStream(unfinished, { flags: 'wx' }));
    await rename(unfinished, file);
  } finally {
    await rm(unfinished, { force: true });
  }
}

/** Whether whoever read what was written has stopped reading. */
export function isClosedPipe(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'EPIPE';
}

function* gather(pieces: Iterable<string>): Generator<string, void> {
  let gathered = '';
  for (const piece of pieces) {
    gathered += piece;
    if (gathered.length < GATHERED) continue;
    yield gathered;
    gathered = '';
  }
  if (gathered !== '') yield gathered;
}
