import { zipSync } from 'fflate';
import type { BundleFiles } from './bundle-files.ts';

/** The earliest time a zip can hold: the same files give the same bytes on every day and machine. */
const noTime = (): Date => new Date(1980, 0, 1);

/** A zip of the files, in the order of their names. */
export const zipBundle = (files: BundleFiles): Uint8Array<ArrayBuffer> => {
  const sorted = [...files].sort(([a], [b]) => (a < b ? -1 : 1));
  return zipSync(Object.fromEntries(sorted), { mtime: noTime(), level: 6 });
};
