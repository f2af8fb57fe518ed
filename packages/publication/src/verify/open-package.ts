import { BundleError, readZipDirectory, unpackPieces } from '@gongping/bundle';
import type { ZipEntry } from '@gongping/bundle';
import type { Findings } from './finding.ts';

/** A package holds some twenty files. */
const LIMITS = { entries: 200, unpacked: 512 * 1024 * 1024 };

const contentOf = (bytes: Uint8Array, entry: ZipEntry): Uint8Array<ArrayBuffer> => {
  const content = new Uint8Array(entry.size);
  let length = 0;
  for (const piece of unpackPieces([bytes.subarray(entry.start, entry.start + entry.length)], entry)) {
    content.set(piece, length);
    length += piece.length;
  }
  return content;
};

/**
 * The files of a package. One that is damaged is a finding; the others are read all the same.
 *
 * @throws BundleError where it is no zip that may be opened
 */
export const openPackage = (bytes: Uint8Array, findings: Findings): Map<string, Uint8Array<ArrayBuffer>> => {
  const read = (start: number, length: number): Uint8Array => bytes.subarray(start, start + length);
  const files = new Map<string, Uint8Array<ArrayBuffer>>();
  for (const [name, entry] of readZipDirectory({ size: bytes.length, read }, LIMITS)) {
    try {
      files.set(name, contentOf(bytes, entry));
    } catch (error) {
      if (!(error instanceof BundleError)) throw error;
      findings.add({ kind: 'damaged', file: name });
    }
  }
  return files;
};
