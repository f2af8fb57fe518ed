import { createUploadReader, type UploadReader } from '../../tables/upload-reader.ts';
import type { SystemContent } from './system-content.ts';

/** 8 MB for a file: the system of 2020 has a hundredth of it. */
export const largestUploadBytes = 8 * 1024 * 1024;

/** What a file of an indicator system says. */
export interface ReadUpload {
  readonly code: string;
  readonly content: SystemContent;
}

/** Codes of the units that may answer for tasks. */
export type KnownUnits = readonly string[];

export type SystemReader = UploadReader<KnownUnits, ReadUpload>;

/** Reads uploaded workbooks and zips of CSV. */
export function createSystemReader(): SystemReader {
  return createUploadReader<KnownUnits, ReadUpload>(new URL('./upload-worker.ts', import.meta.url));
}
