import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { bundleError } from './bundle-error.ts';
import type { BundleFiles } from './bundle-files.ts';
import { MAXIMUM_BYTES, MAXIMUM_ENTRIES, tooLarge, tooMany, unzipFiles } from './unzip-files.ts';

const isMissing = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR');

/** Top-level CSV and JSON files; links are not followed, so that a bundle cannot reach outside its folder. */
const loadFolder = async (folder: string): Promise<BundleFiles> => {
  const entries = await readdir(folder, { withFileTypes: true });
  const names = entries
    .filter((entry) => entry.isFile() && /\.(csv|json)$/i.test(entry.name))
    .map(({ name }) => name);
  if (names.length > MAXIMUM_ENTRIES) throw tooMany();
  const files = new Map<string, Uint8Array>();
  let bytes = 0;
  for (const name of names) {
    bytes += (await stat(join(folder, name))).size;
    if (bytes > MAXIMUM_BYTES) throw tooLarge();
    files.set(name, await readFile(join(folder, name)));
  }
  return files;
};

/**
 * The files of a bundle: a folder's, or a `.zip` file's.
 *
 * @throws BundleError where there is nothing at the path, it is neither, or it is larger than a bundle may be
 */
export const loadFiles = async (path: string): Promise<BundleFiles> => {
  const found = await stat(path).catch((error: unknown) => {
    if (!isMissing(error)) throw error;
    throw bundleError(null, { zh: `找不到 ${path}。`, en: `There is nothing at ${path}.` });
  });
  if (found.isDirectory()) return loadFolder(path);
  if (!found.isFile() || !/\.zip$/i.test(path)) {
    throw bundleError(null, {
      zh: `${path} 不是文件夹，也不是 .zip 文件。`,
      en: `${path} is neither a folder nor a .zip file.`,
    });
  }
  if (found.size > MAXIMUM_BYTES) throw tooLarge();
  return unzipFiles(await readFile(path));
};
