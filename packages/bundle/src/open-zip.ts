import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { filePieces } from './file-pieces.ts';
import { bundleTooLarge, MAXIMUM_BYTES, wrongCase } from './stored-files.ts';
import type { StoredFiles } from './stored-files.ts';
import { unpackPieces } from './zip-content.ts';
import { readZipDirectory } from './zip-directory.ts';
import type { ZipEntry } from './zip-directory.ts';

const readDirectory = (path: string): ReadonlyMap<string, ZipEntry> => {
  const descriptor = openSync(path, 'r');
  try {
    const { size } = fstatSync(descriptor);
    if (size > MAXIMUM_BYTES) throw bundleTooLarge();
    return readZipDirectory({
      size,
      read: (start, length) => {
        const bytes = new Uint8Array(length);
        return bytes.subarray(0, readSync(descriptor, bytes, 0, length, start));
      },
    });
  } finally {
    closeSync(descriptor);
  }
};

/**
 * The files of a `.zip` file, unpacked as they are read: never the archive nor an unpacked file as a whole.
 *
 * @throws BundleError as `readZipDirectory`, and where the archive itself has more than 512 MB
 */
export const openZip = (path: string): StoredFiles => {
  const entries = readDirectory(path);
  return {
    find(file) {
      const entry = entries.get(file);
      const advice = entry === undefined ? wrongCase(file, entries.keys()) : null;
      if (advice !== null) throw advice;
      if (entry === undefined) return null;
      return { size: entry.size, pieces: () => unpackPieces(filePieces(path, entry), entry) };
    },
  };
};
