import { BundleError, readZipDirectory, unpackPieces } from '@gongping/bundle';
import type { ZipEntry } from '@gongping/bundle';
import { zipLimits } from './limits.ts';
import { TablesError } from './tables-error.ts';

/** The files of a zip in memory, unpacked as they are read. */
export interface Archive {
  readonly names: readonly string[];
  has(name: string): boolean;
  /** Unpacked bytes; 0 where there is no such file. */
  sizeOf(name: string): number;
  /** @returns nothing where there is no such file @throws TablesError where it is damaged */
  pieces(name: string): Iterable<Uint8Array>;
}

/** What is wrong with a file of a bundle, as it is said of a file of tables. */
export const toTablesError = (error: BundleError): TablesError =>
  new TablesError(
    error.problems.map(({ file, line, column, sentence }) => ({ sheet: file, row: line, column, sentence })),
    error.count,
  );

/** Runs something that reads by the means of bundles. @throws TablesError in place of a BundleError */
export const readingTables = <T>(run: () => T): T => {
  try {
    return run();
  } catch (error) {
    throw error instanceof BundleError ? toTablesError(error) : error;
  }
};

const piecesOf = function* (bytes: Uint8Array, entry: ZipEntry): Generator<Uint8Array, void> {
  try {
    yield* unpackPieces([bytes.subarray(entry.start, entry.start + entry.length)], entry);
  } catch (error) {
    throw error instanceof BundleError ? toTablesError(error) : error;
  }
};

/**
 * Opens a zip. What it says of itself is checked before anything is unpacked.
 *
 * @throws TablesError where it is no zip, encrypted, out of bounds, or made to deceive (see `readZipDirectory`)
 */
export const openArchive = (bytes: Uint8Array): Archive => {
  const read = (start: number, length: number): Uint8Array => bytes.subarray(start, start + length);
  const entries = readingTables(() => readZipDirectory({ size: bytes.length, read }, zipLimits));
  return {
    names: [...entries.keys()],
    has: (name) => entries.has(name),
    sizeOf: (name) => entries.get(name)?.size ?? 0,
    pieces(name) {
      const entry = entries.get(name);
      return entry === undefined ? [] : piecesOf(bytes, entry);
    },
  };
};

/** The whole of a file in an archive; it is not larger than the archive's bounds. */
export const contentOf = (archive: Archive, name: string): Uint8Array => {
  const content = new Uint8Array(archive.sizeOf(name));
  let length = 0;
  for (const piece of archive.pieces(name)) {
    content.set(piece, length);
    length += piece.length;
  }
  return content;
};
