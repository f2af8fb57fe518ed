// What of the package runs in browsers: everything that takes bytes rather than paths.
export { BundleError, describeBundleProblem } from '../src/bundle-error.ts';
export type { BundleProblem } from '../src/bundle-error.ts';
export type { BundleFiles } from '../src/bundle-files.ts';
export { readRecords } from '../src/csv-records.ts';
export { csvText } from '../src/csv-text.ts';
export type { Licence } from '../src/data-package.ts';
export { decimalCell } from '../src/decimal-cell.ts';
export { readBundleFiles } from '../src/read-bundle-files.ts';
export { readJson } from '../src/read-json.ts';
export type { Bundle } from '../src/read-stored.ts';
export { resultColumns } from '../src/results-csv.ts';
export { zipBundle } from '../src/zip-bundle.ts';
export { unpackPieces } from '../src/zip-content.ts';
export { readZipDirectory } from '../src/zip-directory.ts';
export type { ZipEntry, ZipLimits } from '../src/zip-directory.ts';
