import { CHECKSUMS, readChecksums } from '../checksums.ts';
import { sha256 } from '../sha256.ts';
import type { Findings } from './finding.ts';

const noList = {
  zh: '不是 SHA-256 的清单。',
  en: 'It is no list of SHA-256 hashes.',
};

/** Compares the hash of every file with the list. @returns the hashes as they are */
export const checkHashes = async (
  files: ReadonlyMap<string, Uint8Array<ArrayBuffer>>,
  findings: Findings,
): Promise<ReadonlyMap<string, string>> => {
  const hashes = new Map<string, string>();
  for (const [file, bytes] of files) if (file !== CHECKSUMS) hashes.set(file, await sha256(bytes));
  const list = files.get(CHECKSUMS);
  if (list === undefined) {
    findings.add({ kind: 'missing', file: CHECKSUMS });
    return hashes;
  }
  const listed = readChecksums(new TextDecoder().decode(list));
  if (listed === null) {
    findings.add({ kind: 'unreadable', file: CHECKSUMS, reason: noList });
    return hashes;
  }
  for (const [file, published] of listed) {
    const expected = hashes.get(file);
    findings.compared += 1;
    if (expected === undefined) findings.add({ kind: 'missing', file });
    else if (expected !== published) findings.add({ kind: 'hash', file, published, expected });
  }
  for (const file of hashes.keys()) if (!listed.has(file)) findings.add({ kind: 'unlisted', file });
  return hashes;
};
