import { closeSync, fstatSync, openSync, readdirSync, readFileSync, statSync } from 'node:fs';
import type { Stats } from 'node:fs';
import { join } from 'node:path';
import type { NamedFile } from './csv-sheets.ts';
import { fileTooLarge, limits } from './limits.ts';
import { tablesError } from './tables-error.ts';
import type { TablesError } from './tables-error.ts';

/** The system's word for what went wrong, for example EACCES. */
const systemCode = (error: unknown): string | null =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : null;

/** @param shown the file's name for a person; null where it is the path itself */
const toRefusal = (error: unknown, path: string, shown: string | null): unknown => {
  const code = systemCode(error);
  if (code === null) return error;
  if (['ENOENT', 'ENOTDIR', 'ENAMETOOLONG'].includes(code)) {
    return tablesError(shown, {
      zh: `找不到 ${path}，请检查路径。`,
      en: `There is nothing at ${path}; check the path.`,
    });
  }
  return tablesError(shown, {
    zh: `无法读取 ${path}（${code}），请检查权限。`,
    en: `${path} cannot be read (${code}); check its permissions.`,
  });
};

/** What is at a path. @throws TablesError where there is nothing or it cannot be looked at */
export const statPath = (path: string): Stats => {
  try {
    return statSync(path);
  } catch (error) {
    throw toRefusal(error, path, null);
  }
};

/** @throws TablesError where it cannot be read or is larger than 32 MB */
export const readBytes = (path: string, shown: string | null = null): Uint8Array => {
  try {
    const descriptor = openSync(path, 'r');
    try {
      if (fstatSync(descriptor).size > limits.fileBytes) throw fileTooLarge(shown);
      return readFileSync(descriptor);
    } finally {
      closeSync(descriptor);
    }
  } catch (error) {
    throw toRefusal(error, path, shown);
  }
};

const linkRefused = (file: string): TablesError =>
  tablesError(file, {
    zh: '这是一个链接，可能指向文件夹之外，请换成文件本身。',
    en: 'This is a link, which could lead out of the folder; put the file itself there.',
  });

/**
 * The files of a folder, by name; not those of the folders in it. Links are not followed, so that nothing outside the
 * folder is read.
 *
 * @throws TablesError where it cannot be read
 */
export const filesOf = (folder: string): readonly NamedFile[] => {
  try {
    return readdirSync(folder, { withFileTypes: true })
      .filter((entry) => entry.isFile() || entry.isSymbolicLink())
      .map((entry): NamedFile => ({
        file: entry.name,
        read() {
          if (entry.isSymbolicLink()) throw linkRefused(entry.name);
          return readBytes(join(folder, entry.name), entry.name);
        },
      }))
      .sort((a, b) => (a.file < b.file ? -1 : 1));
  } catch (error) {
    throw toRefusal(error, folder, null);
  }
};
