import type { UnitReport } from '@gongping/contracts';
import { createHash } from 'node:crypto';
import type { Actor } from '../../http/actor.ts';
import type { Dependencies } from '../../http/dependencies.ts';
import { ProblemError } from '../../http/problem-error.ts';
import { appendAudit } from '../audit/audit.service.ts';
import { cleanFilename } from '../evidence/filename.ts';
import { dropFile, storeFile } from '../evidence/stored-file.ts';
import { freshReport, reportView } from './read-unit-report.ts';
import { openOwnReport, reportingUnit } from './report.access.ts';
import { reportSubject } from './report-subject.ts';
import type { ReportReader } from './report-reader.ts';
import * as repository from './unit-report.repository.ts';
import { isDemonstration, staleReport, type ReportAsked } from './write-draft.ts';

const mediaTypes: Readonly<Record<string, string>> = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  html: 'text/html',
  htm: 'text/html',
  json: 'application/json',
};

/**
 * Reads a file and shows what is in it. Nothing of the report changes before somebody has looked and takes it over.
 * @throws ProblemError `not-found`, `report-not-obliged`, `report-unreadable`, `report-other-year`, `too-many-attempts`
 */
export async function readUpload(
  { db, clock, reader }: Pick<Dependencies, 'db' | 'clock'> & { reader: ReportReader },
  actor: Actor,
  args: ReportAsked & { file: { name: string; bytes: Buffer } },
): Promise<UnitReport> {
  const { file, language } = args;
  const open = await openOwnReport(db, actor, args);
  const read = await reader.read(file, language);
  if (read.report.year !== open.year) {
    throw new ProblemError('report-other-year', { values: { found: read.report.year, year: open.year } });
  }
  const now = clock();
  const ending = /\.(\w+)$/.exec(file.name)?.[1]?.toLowerCase() ?? '';
  const sha256 = createHash('sha256').update(file.bytes).digest('hex');
  const reading = {
    filename: cleanFilename(file.name, ending),
    mediaType: mediaTypes[ending] ?? 'application/octet-stream',
    size: file.bytes.length,
    unread: read.unread,
    readAt: now.toISOString(),
    // Whose report it is, is known; the file may name the unit otherwise.
    report: { ...read.report, unit: reportingUnit(open.unit) },
    found: read.found,
  };
  return db.transaction(async (tx) => {
    const key = { unitId: open.unit.id, year: open.year };
    const row = await repository.lockReport(tx, key);
    await storeFile(tx, { sha256, bytes: file.bytes, createdAt: now });
    const started = row ?? {
      ...key,
      draft: freshReport(open, null),
      url: null,
      publishedOn: null,
      source: null,
      sourceSha256: null,
      edited: false,
      demonstration: isDemonstration(actor, row),
      revision: 0,
      updatedBy: actor.id,
      updatedAt: now,
    };
    await repository.saveDraft(tx, { ...started, reading, readingSha256: sha256 });
    if (row?.readingSha256 && row.readingSha256 !== sha256) await dropFile(tx, row.readingSha256);
    await appendAudit(tx, {
      scope: 'platform',
      at: now,
      actor,
      action: 'report.read',
      subject: reportSubject(open),
      after: { filename: reading.filename, sha256, size: reading.size, unread: reading.unread.length },
      reason: '',
      requestId: args.requestId,
    });
    return reportView(tx, open, { now, language });
  });
}

/**
 * Makes the file that was read the report: its tables and its text in place of what was written.
 * @throws ProblemError `not-found`, `report-not-obliged`, `stale`
 */
export async function adoptReading(
  { db, clock }: Pick<Dependencies, 'db' | 'clock'>,
  actor: Actor,
  args: ReportAsked & { expectedRevision: number; sha256: string },
): Promise<UnitReport> {
  const open = await openOwnReport(db, actor, args);
  const now = clock();
  return db.transaction(async (tx) => {
    const row = await repository.lockReport(tx, { unitId: open.unit.id, year: open.year });
    const view = () => reportView(tx, open, { now, language: args.language });
    if (!row) throw new ProblemError('not-found');
    const { reading } = row;
    const isKnown = row.revision === args.expectedRevision && row.readingSha256 === args.sha256;
    if (reading === null || !isKnown) throw await staleReport(view);
    const { report, found: _found, ...source } = reading;
    await repository.saveDraft(tx, {
      ...row,
      draft: report,
      source,
      sourceSha256: args.sha256,
      edited: false,
      reading: null,
      readingSha256: null,
      revision: row.revision + 1,
      updatedBy: actor.id,
      updatedAt: now,
    });
    if (row.sourceSha256 && row.sourceSha256 !== args.sha256) await dropFile(tx, row.sourceSha256);
    return view();
  });
}

/** Lets a file go that was read. @throws ProblemError `not-found`, `report-not-obliged` */
export async function dropReading(
  { db }: Pick<Dependencies, 'db'>,
  actor: Actor,
  args: ReportAsked,
): Promise<void> {
  const open = await openOwnReport(db, actor, args);
  await db.transaction(async (tx) => {
    const row = await repository.lockReport(tx, { unitId: open.unit.id, year: open.year });
    if (!row?.readingSha256) return;
    await repository.saveDraft(tx, { ...row, reading: null, readingSha256: null });
    await dropFile(tx, row.readingSha256);
  });
}
