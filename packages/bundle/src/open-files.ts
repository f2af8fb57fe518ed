import { statSync } from 'node:fs';
import { bundleError } from './bundle-error.ts';
import { openFolder } from './open-folder.ts';
import { openZip } from './open-zip.ts';
import type { StoredFiles } from './stored-files.ts';
import { isMissing, systemCode, unreadable } from './system-error.ts';

/**
 * The files of a bundle: a folder's, or a `.zip` file's.
 *
 * @throws BundleError where there is nothing at the path, it is neither or cannot be read, or as `openZip`
 */
export const openFiles = (path: string): StoredFiles => {
  try {
    const found = statSync(path);
    if (found.isDirectory()) return openFolder(path);
    if (found.isFile() && /\.zip$/i.test(path)) return openZip(path);
  } catch (error) {
    if (systemCode(error) === null) throw error;
    if (!isMissing(error)) throw unreadable(null, error);
    throw bundleError(null, {
      zh: `找不到 ${path}，请检查路径。`,
      en: `There is nothing at ${path}; check the path.`,
    });
  }
  throw bundleError(null, {
    zh: `${path} 不是文件夹，也不是 .zip 文件，请给出数据包。`,
    en: `${path} is neither a folder nor a .zip file; give a bundle.`,
  });
};
