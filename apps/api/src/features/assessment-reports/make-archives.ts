import type { Dependencies } from '../../http/dependencies.ts';
import { randomUUID } from 'node:crypto';
import { keepFile } from '../evidence/stored-file.ts';
import { findPublication } from '../publications/publication.service.ts';
import * as repository from './archive.repository.ts';
import { composeReport } from './report-documents.ts';

type Deps = Pick<Dependencies, 'db' | 'clock' | 'memory' | 'press' | 'robustness'>;

/**
 * Longer than a report takes, and renewed with each: so long nobody goes on where a process has died. One that stands still
 * for longer is overtaken, and what it makes is not stored.
 */
const leaseMs = 20_000;
/** Then another turn: a stop waits for this one, and other instances may want theirs. */
const turnMs = 3000;
/** Failures one after the other before it is given up. */
const mostAttempts = 3;

/**
 * Makes reports of an archive that is due, for a few seconds. Each is stored, with its place in the archive, in one
 * transaction under the lease: none is missing or there twice, wherever a process dies or is overtaken.
 *
 * @returns how many reports were made; null where no archive is due
 */
export async function makeReportArchives(deps: Deps): Promise<number | null> {
  const { db, clock } = deps;
  const now = clock();
  const lease = randomUUID();
  const archive = await repository.claimArchive(db, { lease, now, until: later(now, leaseMs) });
  if (archive === undefined) return null;
  const held = { id: archive.id, lease };
  const begun = performance.now();
  let made = 0;
  try {
    for (;;) {
      const part = await repository.nextPart(db, archive.id);
      if (part === undefined) {
        await repository.changeLeased(db, held, { state: 'done', lease: null, settledAt: clock() });
        return made;
      }
      if (!(await makePart(deps, { archive, part, held }))) return made;
      made += 1;
      if (performance.now() - begun > turnMs) break;
    }
    await repository.changeLeased(db, held, { lease: null, leaseUntil: clock() });
    return made;
  } catch (error) {
    await noteFailure(deps, archive, held);
    throw error;
  }
}

const later = (now: Date, milliseconds: number): Date => new Date(now.getTime() + milliseconds);

interface Work {
  readonly archive: repository.ArchiveRow;
  readonly part: repository.PartRow;
  readonly held: { readonly id: string; readonly lease: string };
}

/** @returns false where the archive was cancelled or taken over meanwhile */
async function makePart(deps: Deps, { archive, part, held }: Work): Promise<boolean> {
  const { db, clock, press } = deps;
  const wanted = await repository.findPublished(db, archive.publicationId);
  if (wanted === undefined) return false;
  const { snapshot, sha256 } = await findPublication(deps, wanted);
  const asked = { language: 'zh', signal: new AbortController().signal } as const;
  const report = await composeReport(deps, { snapshot, sha256, unit: part.unit }, asked);
  if (report === null) throw new Error('the publication has no such unit');
  const bytes = await press.print({ kind: 'report', report }, archive.format);
  return db.transaction(async (tx) => {
    const now = clock();
    if (!(await repository.changeLeased(tx, held, { leaseUntil: later(now, leaseMs), attempts: 0 })))
      return false;
    const fileSha256 = await keepFile(tx, { bytes, now });
    await repository.markMade(tx, part, { fileSha256, madeAt: now });
    return true;
  });
}

/** Tried again after a pause that grows; given up after the third time, and told on the page. */
async function noteFailure(
  { db, clock }: Deps,
  archive: repository.ArchiveRow,
  held: Work['held'],
): Promise<void> {
  const now = clock();
  const current = await repository.findArchive(db, archive);
  const attempts = (current?.attempts ?? 0) + 1;
  const change =
    attempts >= mostAttempts
      ? { state: 'failed' as const, lease: null, settledAt: now, attempts }
      : { lease: null, leaseUntil: later(now, attempts * 5000), attempts };
  await repository.changeLeased(db, held, change);
}
