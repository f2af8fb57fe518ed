import { BundleError } from '@gongping/bundle';
import { closeSync, fstatSync, openSync, readFileSync } from 'node:fs';

const MEGABYTE = 1024 * 1024;

/** Of a report with its pictures: published ones have a few megabytes. */
export const MAXIMUM_BYTES = 32 * MEGABYTE;

const refusal = (zh: string, en: string): BundleError =>
  new BundleError([{ file: null, line: null, column: null, sentence: { zh, en } }]);

const toRefusal = (error: unknown, path: string): unknown => {
  if (!(error instanceof Error) || !('code' in error) || typeof error.code !== 'string') return error;
  const { code } = error;
  return ['ENOENT', 'ENOTDIR', 'ENAMETOOLONG'].includes(code)
    ? refusal(`找不到 ${path}，请检查路径。`, `There is nothing at ${path}; check the path.`)
    : refusal(`无法读取 ${path}（${code}）。`, `${path} cannot be read (${code}).`);
};

/** @throws BundleError where there is nothing, it cannot be read or is larger than 32 MB */
export const readBytes = (path: string): Uint8Array => {
  try {
    const descriptor = openSync(path, 'r');
    try {
      if (fstatSync(descriptor).size > MAXIMUM_BYTES) {
        throw refusal(
          `文件超过 ${MAXIMUM_BYTES / MEGABYTE} MB，请压缩其中的图片，或检查是否选错了文件。`,
          `The file is larger than ${MAXIMUM_BYTES / MEGABYTE} MB; make its pictures smaller, or check that it is the right one.`,
        );
      }
      return readFileSync(descriptor);
    } finally {
      closeSync(descriptor);
    }
  } catch (error) {
    throw toRefusal(error, path);
  }
};
