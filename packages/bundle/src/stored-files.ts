import { bundleError } from './bundle-error.ts';
import type { BundleError } from './bundle-error.ts';
import { shownText } from './shown-text.ts';

/** A file where it lies. */
export interface StoredFile {
  readonly size: number;
  /**
   * Its content piece by piece, from the start at every call; a piece is good until the next is asked for.
   *
   * @throws BundleError where it cannot be read or is not what it says it is
   */
  pieces(): Iterable<Uint8Array>;
}

/** The files of a bundle, in a folder, an archive or memory, which are read when they are asked for. */
export interface StoredFiles {
  /**
   * @returns null where there is no such file
   * @throws BundleError where there is something else of this name
   */
  find(file: string): StoredFile | null;
}

const MEGABYTE = 1024 * 1024;
/** Of everything in a bundle, unpacked. */
export const MAXIMUM_BYTES = 512 * MEGABYTE;
/** Of the files that are read whole, together: everything but the scores. */
const MAXIMUM_TABLE_BYTES = 64 * MEGABYTE;

/** @param limit in bytes, of everything unpacked */
export const bundleTooLarge = (limit = MAXIMUM_BYTES): BundleError =>
  bundleError(null, {
    zh: `解压后超过 ${limit / MEGABYTE} MB，请拆分。`,
    en: `It is larger than ${limit / MEGABYTE} MB when unpacked; split it.`,
  });

/** @param limit in bytes */
export const fileTooLarge = (file: string, limit: number): BundleError =>
  bundleError(file, {
    zh: `文件过大（上限 ${limit / MEGABYTE} MB），请检查是否选错了文件。`,
    en: `The file is too large (at most ${limit / MEGABYTE} MB); check that it is the right one.`,
  });

export const noSuchFile = (file: string): BundleError =>
  bundleError(file, { zh: '数据包中没有这个文件，请补上。', en: 'The bundle has no such file; add it.' });

/** A name that differs in capital letters only is no such file, but most likely the one that is meant. */
export const wrongCase = (file: string, names: Iterable<string>): BundleError | null => {
  for (const name of names) {
    if (name === file || name.toLowerCase() !== file.toLowerCase()) continue;
    const shown = shownText(name);
    return bundleError(file, {
      zh: `没有这个文件，但有大小写不同的“${shown}”，请改名为“${file}”。`,
      en: `There is no such file, but “${shown}”; rename it to “${file}”.`,
    });
  }
  return null;
};

const contentOf = (file: string, { size, pieces }: StoredFile): Uint8Array => {
  const bytes = new Uint8Array(size);
  let length = 0;
  for (const piece of pieces()) {
    // It has grown since its size was looked at.
    if (length + piece.length > size) throw fileTooLarge(file, size);
    bytes.set(piece, length);
    length += piece.length;
  }
  return bytes.subarray(0, length);
};

/** The files that are read whole, each once, and not more than 64 MB of them. */
export class WholeFiles {
  readonly #stored: StoredFiles;
  readonly #files = new Map<string, Uint8Array>();
  #room = MAXIMUM_TABLE_BYTES;

  constructor(stored: StoredFiles) {
    this.#stored = stored;
  }

  /** @throws BundleError as `StoredFiles.find`, and where there is too much */
  find(file: string): Uint8Array | null {
    const known = this.#files.get(file);
    if (known !== undefined) return known;
    const found = this.#stored.find(file);
    if (found === null) return null;
    if (found.size > this.#room) throw fileTooLarge(file, MAXIMUM_TABLE_BYTES);
    const bytes = contentOf(file, found);
    this.#room -= bytes.length;
    this.#files.set(file, bytes);
    return bytes;
  }

  /** @throws BundleError as {@link find}, and where there is none */
  get(file: string): Uint8Array {
    const bytes = this.find(file);
    if (bytes === null) throw noSuchFile(file);
    return bytes;
  }
}
