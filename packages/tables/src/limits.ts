import type { ZipLimits } from '@gongping/bundle';
import { tablesError } from './tables-error.ts';
import type { TablesError } from './tables-error.ts';

const MEGABYTE = 1024 * 1024;

/** Of a file that people edit: far more than the scores of 300 units, far less than a process can hold. */
export const limits = {
  fileBytes: 32 * MEGABYTE,
  unpackedBytes: 256 * MEGABYTE,
  /** Files in an archive: a workbook has a handful for each sheet, and its pictures. */
  entries: 1_000,
  sheets: 20,
  rows: 200_000,
  columns: 100,
  /** Ranges of merged cells that are kept: a form has a few dozen. */
  merged: 10_000,
  /** Cells that are written: more would not be read again. */
  cells: 4_000_000,
  /** Letters of a cell: what a spreadsheet can hold. */
  cell: 32_767,
} as const;

export const zipLimits: ZipLimits = { entries: limits.entries, unpacked: limits.unpackedBytes };

/** @param file its name for a person; null where it is the one that was given */
export const fileTooLarge = (file: string | null): TablesError =>
  tablesError(file, {
    zh: `文件超过 ${limits.fileBytes / MEGABYTE} MB，请检查是否选错了文件，或拆成几个文件。`,
    en: `The file is larger than ${limits.fileBytes / MEGABYTE} MB; check that it is the right one, or split it.`,
  });
