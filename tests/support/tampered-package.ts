import { unzipFiles, zipBundle } from '@gongping/bundle';
import { createHash } from 'node:crypto';

type Files = ReadonlyMap<string, Uint8Array>;

const list = 'SHA256SUMS';
const hashOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/** Places of the digits in a file. */
export function digitsOf(bytes: Uint8Array): number[] {
  return [...bytes.keys()].filter((at) => (bytes[at] ?? 0) >= 0x30 && (bytes[at] ?? 0) <= 0x39);
}

/** A zip like the package, in which one digit of one file is another. */
export function withOneDigitChanged(
  zip: Uint8Array,
  { file, at, by }: { file: string; at: number; by: number },
  forge: (files: Map<string, Uint8Array>) => void = () => undefined,
): Uint8Array {
  return tampered(zip, (files) => {
    const bytes = new Uint8Array(files.get(file) ?? []);
    bytes[at] = 0x30 + (((bytes[at] ?? 0x30) - 0x30 + by) % 10);
    files.set(file, bytes);
    forge(files);
  });
}

/** A zip of the same files after somebody was at them. */
export function tampered(zip: Uint8Array, forge: (files: Map<string, Uint8Array>) => void): Uint8Array {
  const files = new Map(unzipFiles(zip));
  forge(files);
  return zipBundle(files);
}

/** What a forger would do besides: the hashes that the package has of its files are made to fit. */
export function withFittingHashes(files: Map<string, Uint8Array>): void {
  const described = JSON.parse(text(files, 'datapackage.json')) as {
    publication: { sha256: string };
    resources: { path: string; hash: string; bytes: number }[];
  };
  for (const resource of described.resources) {
    const bytes = files.get(resource.path) ?? new Uint8Array();
    Object.assign(resource, { hash: `sha256:${hashOf(bytes)}`, bytes: bytes.length });
  }
  described.publication.sha256 = hashOf(files.get('snapshot.json') ?? new Uint8Array());
  put(files, 'datapackage.json', `${JSON.stringify(described, null, 2)}\n`);
  const lines = [...files]
    .filter(([file]) => file !== list)
    .map(([file, bytes]) => `${hashOf(bytes)}  ${file}\n`);
  put(files, list, lines.join(''));
}

const text = (files: Files, file: string): string => new TextDecoder().decode(files.get(file));
const put = (files: Map<string, Uint8Array>, file: string, content: string): void => {
  files.set(file, new TextEncoder().encode(content));
};
