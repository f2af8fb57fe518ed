import type { Stats } from 'node:fs';
import { lstatSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { LocalText } from '@gongping/scoring';
import { bundleError } from './bundle-error.ts';
import { filePieces } from './file-pieces.ts';
import { fileTooLarge, MAXIMUM_BYTES, wrongCase } from './stored-files.ts';
import type { StoredFiles } from './stored-files.ts';
import { isMissing, systemCode, unreadable } from './system-error.ts';

/** Why something that is there is no file of the bundle. */
const refusalOf = (found: Stats): LocalText | null => {
  if (found.isFile()) return null;
  if (found.isSymbolicLink()) {
    return {
      zh: '这是一个链接；链接可能指向数据包之外，请换成文件本身。',
      en: 'This is a link, which could lead out of the bundle; put the file itself there.',
    };
  }
  if (found.isDirectory()) {
    return {
      zh: '这是文件夹，应为文件，请更换。',
      en: 'This is a folder where a file is needed; replace it.',
    };
  }
  return { zh: '这不是普通文件，请换成文件。', en: 'This is not an ordinary file; replace it with one.' };
};

const statOf = (path: string, file: string): Stats | null => {
  try {
    return lstatSync(path);
  } catch (error) {
    if (isMissing(error)) return null;
    throw unreadable(file, error);
  }
};

const piecesOf = function* (path: string, file: string): Generator<Uint8Array, void> {
  try {
    yield* filePieces(path);
  } catch (error) {
    throw systemCode(error) === null ? error : unreadable(file, error);
  }
};

/** Follows a path step by step. @throws BundleError where a step is a link, or the last no file */
const findFile = (folder: string, file: string): { path: string; size: number } | null => {
  const steps = file.split('/');
  let path = folder;
  for (const [i, step] of steps.entries()) {
    path = join(path, step);
    const found = statOf(path, file);
    const isLast = i === steps.length - 1;
    if (found === null || (!isLast && found.isFile())) return null;
    if (!isLast && found.isDirectory()) continue;
    const refusal = refusalOf(found);
    if (refusal !== null) throw bundleError(file, refusal);
    return { path, size: found.size };
  }
  return null;
};

/** The files of a folder. Links are not followed, so that a bundle cannot reach outside its folder. */
export const openFolder = (folder: string): StoredFiles => ({
  find(file) {
    const found = findFile(folder, file);
    const advice = found === null ? wrongCase(file, readdirSync(folder)) : null;
    if (advice !== null) throw advice;
    if (found === null) return null;
    const { path, size } = found;
    if (size > MAXIMUM_BYTES) throw fileTooLarge(file, MAXIMUM_BYTES);
    return { size, pieces: () => piecesOf(path, file) };
  },
});
