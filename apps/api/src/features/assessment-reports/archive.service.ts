import type { ReportArchive, ReportFormat } from '@gongping/contracts';
import type { Database } from '@gongping/db';
import type { Actor } from '../../http/actor.ts';
import type { Dependencies } from '../../http/dependencies.ts';
import { newId } from '../../http/new-id.ts';
import { ProblemError } from '../../http/problem-error.ts';
import { visibleAssessment } from '../assessments/assessment.access.ts';
import { findPublication, type PublicationWithSnapshot } from '../publications/publication.service.ts';
import * as repository from './archive.repository.ts';
import { reportFilename } from './report-documents.ts';

export interface WantedArchives {
  readonly slug: string;
  /** Null for the newest. */
  readonly version: number | null;
}

type Deps = Pick<Dependencies, 'db' | 'clock' | 'memory'>;

/** The last archive of each format. @throws ProblemError `not-found`, `forbidden` */
export async function listReportArchives(
  deps: Deps,
  actor: Actor,
  wanted: WantedArchives,
): Promise<ReportArchive[]> {
  return archivesOf(deps.db, await ownPublication(deps, actor, wanted));
}

/**
 * Begins the archive of a format; one that is being made, or has been made, is answered instead.
 * @throws ProblemError `not-found`, `forbidden`
 */
export async function beginReportArchive(
  deps: Deps,
  actor: Actor,
  { format, ...wanted }: WantedArchives & { format: ReportFormat },
): Promise<ReportArchive> {
  const publication = await ownPublication(deps, actor, wanted);
  const now = deps.clock();
  const id = newId(now);
  await deps.db.transaction(async (tx) => {
    const begun = await repository.insertArchive(tx, {
      id,
      publicationId: publication.id,
      format,
      state: 'working',
      lease: null,
      leaseUntil: now,
      attempts: 0,
      createdAt: now,
      createdBy: actor.id,
      settledAt: null,
    });
    if (begun) await repository.insertParts(tx, partsOf(publication, { id, format }));
  });
  const archive = (await archivesOf(deps.db, publication)).find((one) => one.format === format);
  if (archive === undefined) throw new ProblemError('not-found');
  return archive;
}

/** Ends the making; what is done already is done no more. @throws ProblemError `not-found`, `forbidden` */
export async function cancelReportArchive(
  deps: Deps,
  actor: Actor,
  { id, ...wanted }: WantedArchives & { id: string },
): Promise<ReportArchive> {
  const publication = await ownPublication(deps, actor, wanted);
  const row = await repository.findArchive(deps.db, { publicationId: publication.id, id });
  if (row === undefined) throw new ProblemError('not-found');
  await repository.cancelArchive(deps.db, id, deps.clock());
  const archive = (await archivesOf(deps.db, publication)).find((one) => one.format === row.format);
  if (archive === undefined) throw new ProblemError('not-found');
  return archive;
}

/** A finished archive's reports. @throws ProblemError `not-found`, `forbidden`, `archive-not-ready` */
export async function finishedParts(
  deps: Deps,
  actor: Actor,
  { id, ...wanted }: WantedArchives & { id: string },
): Promise<{ publication: PublicationWithSnapshot; format: ReportFormat; parts: repository.PartRow[] }> {
  const publication = await ownPublication(deps, actor, wanted);
  const row = await repository.findArchive(deps.db, { publicationId: publication.id, id });
  if (row === undefined) throw new ProblemError('not-found');
  const parts = await repository.listParts(deps.db, id);
  const done = parts.filter(({ fileSha256 }) => fileSha256 !== null).length;
  if (row.state !== 'done')
    throw new ProblemError('archive-not-ready', { values: { done, total: parts.length } });
  return { publication, format: row.format, parts };
}

async function ownPublication(
  deps: Deps,
  actor: Actor,
  wanted: WantedArchives,
): Promise<PublicationWithSnapshot> {
  await visibleAssessment(deps.db, actor, { slug: wanted.slug, roles: ['organiser'] });
  return findPublication(deps, wanted);
}

function partsOf(
  { snapshot, sha256 }: PublicationWithSnapshot,
  { id, format }: { id: string; format: ReportFormat },
): repository.PartRow[] {
  const units = [null, ...snapshot.facts.units.map(({ code }) => code)];
  return units.map((unit, position) => ({
    archiveId: id,
    position,
    unit,
    filename: reportFilename({ snapshot, sha256, unit }, format),
    fileSha256: null,
    madeAt: null,
  }));
}

async function archivesOf(db: Database, { id, snapshot }: PublicationWithSnapshot): Promise<ReportArchive[]> {
  const rows = await repository.listArchives(db, id);
  const counts = new Map((await repository.countParts(db, id)).map((one) => [one.archiveId, one]));
  // Of each format one at the most is being made or has been; without one, the last that has ended counts.
  const isLive = ({ state }: repository.ArchiveRow) => state === 'working' || state === 'done';
  const ordered = [...rows.filter(isLive), ...rows.filter((row) => !isLive(row))];
  const last = ordered.filter((row, at) => ordered.findIndex(({ format }) => format === row.format) === at);
  return Promise.all(
    last.map(async (row) => ({
      id: row.id,
      format: row.format,
      state: row.state,
      done: counts.get(row.id)?.done ?? 0,
      total: counts.get(row.id)?.total ?? 0,
      createdAt: row.createdAt.toISOString(),
      settledAt: row.settledAt?.toISOString() ?? null,
      failed: row.state === 'failed' ? { unit: await failedUnit(row.id) } : null,
    })),
  );

  async function failedUnit(archiveId: string) {
    const part = await repository.nextPart(db, archiveId);
    return snapshot.facts.units.find(({ code }) => code === part?.unit)?.name ?? null;
  }
}
