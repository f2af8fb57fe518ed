import { BundleError } from '@gongping/bundle';
import { SNAPSHOT } from '../package-files.ts';
import type { SnapshotView } from '../snapshot-view.ts';
import { checkDescription } from './check-description.ts';
import type { Description } from './check-description.ts';
import { checkHashes } from './check-hashes.ts';
import { checkInputs } from './check-inputs.ts';
import { checkResults } from './check-results.ts';
import { Findings } from './finding.ts';
import type { VerifyFinding } from './finding.ts';
import { openPackage } from './open-package.ts';
import { readSnapshot } from './read-snapshot.ts';

/** What was looked at, in numbers. */
export interface Looked {
  readonly files: number;
  readonly units: number;
  readonly indicators: number;
  readonly scores: number;
  /** Scores, ranks, bands and coverages that were computed again. */
  readonly results: number;
  /** Numbers and words that were compared, hashes among them. */
  readonly compared: number;
}

export interface Verification {
  /** What the package says it is; null where it does not say. */
  readonly publication: (Description & { readonly title: string }) | null;
  /** SHA-256 of `snapshot.json` as it is in the package. */
  readonly sha256: string | null;
  readonly looked: Looked;
  /** At most a thousand of them. */
  readonly findings: readonly VerifyFinding[];
  readonly count: number;
}

const notPackage = new BundleError([
  {
    file: SNAPSHOT,
    line: null,
    column: null,
    sentence: {
      zh: '压缩包中没有公布的快照：请给出从公布页面下载的 publication.zip。',
      en: 'The archive has no snapshot of a publication; give the publication.zip of a public page.',
    },
  },
]);

const inputsOf = (
  files: ReadonlyMap<string, Uint8Array>,
  snapshot: SnapshotView,
  findings: Findings,
): void => {
  try {
    checkInputs(files, snapshot, findings);
  } catch (error) {
    if (!(error instanceof BundleError)) throw error;
    const [problem] = error.problems;
    findings.add({ kind: 'unreadable', file: problem?.file ?? null, reason: problem?.sentence ?? null });
  }
};

/**
 * Checks the package of a publication: every hash, everything that was entered against the sealed snapshot, and every
 * published number against what the engine makes of it now.
 *
 * @param sealed hash of the publication as it is known from elsewhere: the public page, or a printed report
 * @throws BundleError where it is no package that may be opened
 */
export const verifyPackage = async (
  bytes: Uint8Array,
  { sealed = null }: { readonly sealed?: string | null } = {},
): Promise<Verification> => {
  const findings = new Findings();
  const files = openPackage(bytes, findings);
  const stored = files.get(SNAPSHOT);
  if (stored === undefined && findings.count === 0) throw notPackage;
  const hashes = await checkHashes(files, findings);
  const snapshot = stored === undefined ? null : readSnapshot(stored, findings);
  const description = checkDescription(files, { hashes, snapshot }, findings);
  if (sealed !== null && description?.sha256 !== sealed)
    findings.add({ kind: 'seal', file: SNAPSHOT, published: sealed, expected: description?.sha256 ?? null });
  if (snapshot !== null) inputsOf(files, snapshot, findings);
  const results = snapshot === null ? null : checkResults(files, snapshot, findings);
  return {
    publication: description && { ...description, title: snapshot?.facts.title ?? '' },
    sha256: hashes.get(SNAPSHOT) ?? null,
    looked: {
      files: files.size,
      units: snapshot?.facts.units.length ?? 0,
      indicators: snapshot?.facts.indicators.length ?? 0,
      scores: snapshot?.facts.scores.length ?? 0,
      results: results?.rows.length ?? 0,
      compared: findings.compared,
    },
    findings: findings.list,
    count: findings.count,
  };
};
