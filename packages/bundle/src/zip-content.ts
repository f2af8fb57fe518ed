import { crc32 } from '#crc32';
import { Inflate } from 'fflate';
import type { ZipEntry } from './zip-directory.ts';
import { damaged } from './zip-error.ts';

/** A piece of so many bytes unpacks to 16 MB at the worst. */
const PACKED_PIECE = 16 * 1024;

/** Unpacks piece by piece; the memory of a piece is its own. */
const inflatePieces = function* (packed: Iterable<Uint8Array>): Generator<Uint8Array, void> {
  const unpacked: Uint8Array[] = [];
  const inflate = new Inflate((piece) => unpacked.push(piece));
  for (const pieces of packed) {
    for (let at = 0; at < pieces.length; at += PACKED_PIECE) {
      // What is handed over is kept until it has been unpacked.
      inflate.push(pieces.slice(at, at + PACKED_PIECE));
      yield* unpacked.splice(0);
    }
  }
  inflate.push(new Uint8Array(), true);
  yield* unpacked.splice(0);
};

/** Errors of the unpacker have a number for a code. */
const isBroken = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && typeof error.code === 'number';

/**
 * An entry's content piece by piece.
 *
 * @param packed the bytes of the entry as they lie in the archive
 * @throws BundleError where the content is damaged, or has not the size or checksum that the archive's directory says;
 *   what shows only at the end has been handed out by then
 */
export const unpackPieces = function* (
  packed: Iterable<Uint8Array>,
  entry: ZipEntry,
): Generator<Uint8Array, void> {
  let size = 0;
  let checksum = 0;
  try {
    for (const piece of entry.compressed ? inflatePieces(packed) : packed) {
      size += piece.length;
      if (size > entry.size) throw damaged(entry.name);
      checksum = crc32(piece, checksum);
      yield piece;
    }
  } catch (error) {
    throw isBroken(error) ? damaged(entry.name) : error;
  }
  if (size !== entry.size || checksum !== entry.checksum) throw damaged(entry.name);
};
