import { DATA_PACKAGE, describePackage } from './data-package.ts';
import { CHECKSUMS, checksumsText } from './checksums.ts';
import { DICTIONARY, dictionaryTable } from './dictionary.ts';
import { README, readmeText } from './readme.ts';
import { sha256 } from './sha256.ts';
import type { PublicationLicence, SnapshotView } from './snapshot-view.ts';
import { surveyTables } from './survey-tables.ts';
import { tableBytes } from './table.ts';
import { totalsTable } from './totals-table.ts';

export const SNAPSHOT = 'snapshot.json';

type Bytes = Uint8Array<ArrayBuffer>;

export interface PackageContents {
  /** The bundle that `gongping score` reads, with `results.csv` and `datapackage.json`. */
  readonly bundle: ReadonlyMap<string, Uint8Array>;
  readonly snapshot: SnapshotView;
  /** As it can be downloaded: its canonical JSON. */
  readonly snapshotBytes: Uint8Array;
  /** Of the publication. */
  readonly sha256: string;
  readonly licence: PublicationLicence;
}

const headerOf = (bytes: Uint8Array): string[] => {
  const end = bytes.indexOf(0x0a);
  return new TextDecoder().decode(bytes.subarray(0, end)).trim().split(',');
};

const copied = (bytes: Uint8Array): Bytes => new Uint8Array(bytes);

/**
 * The files of a publication's package: the bundle and beside it the sealed snapshot, how totals came about, what is
 * published of the survey, a data dictionary, a README and the hash of every file. The same publication always has the
 * same files.
 */
export const packageFiles = async (contents: PackageContents): Promise<Map<string, Bytes>> => {
  const { bundle, snapshot, snapshotBytes, licence } = contents;
  const tables = [totalsTable(snapshot.outcome), ...surveyTables(snapshot.facts.appraisals)];
  const files = new Map<string, Bytes>();
  for (const [file, bytes] of bundle) if (file !== DATA_PACKAGE) files.set(file, copied(bytes));
  for (const table of tables) files.set(table.file, copied(tableBytes(table)));
  const columns = [...files]
    .filter(([file]) => file.endsWith('.csv'))
    .map(([file, bytes]) => [file, headerOf(bytes)] as const);
  const dictionary = dictionaryTable(new Map(columns));
  files.set(DICTIONARY, copied(tableBytes(dictionary)));
  files.set(SNAPSHOT, copied(snapshotBytes));
  const whole = (await sha256(copied(snapshotBytes))) === contents.sha256;
  files.set(README, new TextEncoder().encode(readmeText({ ...contents, whole })));
  const hashes = new Map<string, string>();
  for (const [file, bytes] of files) hashes.set(file, await sha256(bytes));
  const described = describePackage({
    bundle: bundle.get(DATA_PACKAGE) ?? new Uint8Array(),
    tables: [...tables, dictionary],
    hashes,
    sizes: new Map([...files].map(([file, { length }]) => [file, length])),
    publication: { snapshot, sha256: contents.sha256, whole },
    licence,
  });
  files.set(DATA_PACKAGE, described);
  hashes.set(DATA_PACKAGE, await sha256(described));
  const sorted = [...hashes].sort(([a], [b]) => (a < b ? -1 : 1));
  files.set(CHECKSUMS, new TextEncoder().encode(checksumsText(new Map(sorted))));
  return files;
};
