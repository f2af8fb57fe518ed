import type { BundleFiles } from './bundle-files.ts';
import { readStored } from './read-stored.ts';
import type { Bundle } from './read-stored.ts';
import type { StoredFile } from './stored-files.ts';

/** As small as those of a stored file: of the rows of a piece there are objects. */
const PIECE = 16 * 1024;

const piecesOf = function* (bytes: Uint8Array): Generator<Uint8Array, void> {
  for (let at = 0; at < bytes.length; at += PIECE) yield bytes.subarray(at, at + PIECE);
};

/**
 * Reads a bundle from its files: `units.csv`, `indicators.csv`, `scores.csv`, optionally `method.json` (all
 * defaults without it), the components' files, and a `datapackage.json` that may give other paths.
 *
 * @throws BundleError naming file, line and column of everything that is wrong
 */
export const readBundleFiles = (files: BundleFiles): Bundle => {
  const find = (file: string): StoredFile | null => {
    const bytes = files.get(file);
    return bytes === undefined ? null : { size: bytes.length, pieces: () => piecesOf(bytes) };
  };
  return readStored({ find }, () => undefined);
};
