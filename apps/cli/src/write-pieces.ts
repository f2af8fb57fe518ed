import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { Readable, type Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';

/** Text gathered before it is written. */
const GATHERED = 64 * 1024;

/** Writes text to a stream that stays open, no faster than it takes it. A reader that has gone ends it quietly. */
export async function writePieces(stream: Writable, pieces: Iterable<string>): Promise<void> {
  let gathered = '';
  let gone = false;
  const leave = (error: NodeJS.ErrnoException): void => {
    if (error.code !== 'EPIPE') throw error;
    gone = true;
  };
  stream.on('error', leave);
  try {
    for (const piece of pieces) {
      if (gone) return;
      gathered += piece;
      if (gathered.length < GATHERED) continue;
      if (!stream.write(gathered)) await Promise.race([once(stream, 'drain'), once(stream, 'close')]);
      gathered = '';
    }
    if (!gone) stream.write(gathered);
  } finally {
    if (!gone) stream.off('error', leave);
  }
}

/** Writes text to a file that appears when it is whole. */
export async function writeFilePieces(file: string, pieces: Iterable<string>): Promise<void> {
  const unfinished = `${file}.${process.pid}.part`;
  try {
    await pipeline(Readable.from(pieces), createWriteStream(unfinished, { flags: 'wx' }));
    await rename(unfinished, file);
  } finally {
    await rm(unfinished, { force: true });
  }
}
