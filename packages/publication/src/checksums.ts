/** Names the SHA-256 of every other file, in the notation of `sha256sum`. */
export const CHECKSUMS = 'SHA256SUMS';

/** @param hashes by file, in the order in which they are listed */
export const checksumsText = (hashes: ReadonlyMap<string, string>): string =>
  [...hashes].map(([file, hash]) => `${hash}  ${file}\n`).join('');

/** @returns hash by file; null where it is no such list */
export const readChecksums = (text: string): ReadonlyMap<string, string> | null => {
  const lines = text.split('\n');
  if (lines.pop() !== '') return null;
  const hashes = new Map<string, string>();
  for (const line of lines) {
    const [, hash, file] = /^([0-9a-f]{64}) [ *](.+)$/.exec(line) ?? [];
    if (hash === undefined || file === undefined || hashes.has(file)) return null;
    hashes.set(file, hash);
  }
  return hashes;
};
