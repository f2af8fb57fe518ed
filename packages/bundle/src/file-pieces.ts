import { closeSync, openSync, readSync } from 'node:fs';

/** Small enough that the text of a piece is of no burden to the collector of garbage. */
const PIECE = 16 * 1024;

/**
 * The bytes of a file piece by piece, in the same memory.
 *
 * @param range all of it where absent
 * @throws an error of the system where it cannot be read
 */
export const filePieces = function* (
  path: string,
  range: { readonly start: number; readonly length: number } = { start: 0, length: Infinity },
): Generator<Uint8Array, void> {
  const descriptor = openSync(path, 'r');
  try {
    const memory = new Uint8Array(PIECE);
    let left = range.length;
    for (let at = range.start; left > 0;) {
      const length = readSync(descriptor, memory, 0, Math.min(PIECE, left), at);
      if (length === 0) return;
      yield memory.subarray(0, length);
      at += length;
      left -= length;
    }
  } finally {
    closeSync(descriptor);
  }
};
