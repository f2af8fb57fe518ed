import { BundleError, readZipDirectory, unpackPieces } from '@gongping/bundle';
import { fileTooLarge, limits, zipLimits } from './limits.ts';
import { TablesError } from './tables-error.ts';

/** The files of a zip in memory, unpacked as they are read. */
export interface Archive {
  readonly names: readonly string[];
  has(name: string): boolean;
  /** Unpacked bytes; 0 where there is no such file. */
  sizeOf(name: string): number;
  /** @returns nothing where there is no such file @throws BundleError where it is damaged */
  pieces(name: string): Iterable<Uint8Array>;
}

const isCsv = (file: string): boolean => /\.csv$/i.test(file);

/** What is wrong with a file of a bundle, as it is said of a file of tables. */
const toTablesError = (error: BundleError): TablesError =>
  new TablesError(
    error.problems.map(({ file, line, column, sentence }) => {
      if (file === null || isCsv(file)) return { sheet: file, row: line, column, sentence };
      const named = { zh: `${file}：${sentence.zh}`, en: `${file}: ${sentence.en}` };
      return { sheet: null, row: line, column, sentence: named };
    }),
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
      return entry === undefined ? [] : unpackPieces([read(entry.start, entry.length)], entry);
    },
  };
};

/** The whole of a file in an archive. @throws TablesError where it is damaged or larger than 32 MB */
export const contentOf = (archive: Archive, name: string): Uint8Array => {
  const size = archive.sizeOf(name);
  if (size > limits.fileBytes) throw fileTooLarge(name);
  const content = new Uint8Array(size);
  let length = 0;
  readingTables(() => {
    for (const piece of archive.pieces(name)) {
      content.set(piece, length);
      length += piece.length;
    }
  });
  return content;
};
