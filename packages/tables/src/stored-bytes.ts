import { closeSync, fstatSync, openSync, readdirSync, readFileSync, statSync } from 'node:fs';
import type { Stats } from 'node:fs';
import { join } from 'node:path';
import type { NamedFile } from './csv-sheets.ts';
import { fileTooLarge, limits } from './limits.ts';
import { tablesError } from './tables-error.ts';

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

/** The files of a folder, by name; not those of the folders in it. @throws TablesError where it cannot be read */
export const filesOf = (folder: string): readonly NamedFile[] => {
  try {
    const names = readdirSync(folder).filter((name) => statSync(join(folder, name)).isFile());
    return names.sort().map((file) => ({ file, read: () => readBytes(join(folder, file), file) }));
  } catch (error) {
    throw toRefusal(error, folder, null);
  }
};
