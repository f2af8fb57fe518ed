import type { BundleFiles } from './bundle-files.ts';
import { unpackPieces } from './zip-content.ts';
import { readZipDirectory } from './zip-directory.ts';
import type { ZipEntry } from './zip-directory.ts';

/**
 * Unpacks a zip in memory. What the archive says of itself is checked before anything is unpacked, and no file can
 * grow beyond the size that the archive declares for it.
 *
 * @throws BundleError as `readZipDirectory`, and where a file is damaged or not of its declared size
 */
export const unzipFiles = (bytes: Uint8Array): BundleFiles => {
  const read = (start: number, length: number): Uint8Array => bytes.subarray(start, start + length);
  const contentOf = (entry: ZipEntry): Uint8Array => {
    const content = new Uint8Array(entry.size);
    let length = 0;
    for (const piece of unpackPieces([read(entry.start, entry.length)], entry)) {
      content.set(piece, length);
      length += piece.length;
    }
    return content;
  };
  const entries = [...readZipDirectory({ size: bytes.length, read })];
  return new Map(entries.map(([name, entry]) => [name, contentOf(entry)]));
};
