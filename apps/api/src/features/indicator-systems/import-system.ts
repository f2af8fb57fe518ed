import type { Database } from '@gongping/db';
import { TableProblems, type ReadTable } from '@gongping/tables';
import type { Actor } from '../../http/actor.ts';
import { canonicalJson } from '../../http/canonical-json.ts';
import { newId } from '../../http/new-id.ts';
import { IMPORT_REASON, runImport, type ImportCounts, type ImportOptions } from '../../tables/run-import.ts';
import { appendAudit, type AuditFact } from '../audit/audit.service.ts';
import { listUnits } from '../units/unit.service.ts';
import { subjectOf } from './draft.access.ts';
import * as repository from './indicator-system.repository.ts';
import { readSystem } from './read-system.ts';
import { contentOf, toRows, type SystemContent } from './system-content.ts';

export interface ImportedSystem extends ImportCounts {
  readonly id: string;
  readonly code: string;
  /** The version that holds what the tables say. */
  readonly version: number;
  readonly frozen: boolean;
}

/** Who imports, and how the log tells it. */
interface Import {
  readonly now: Date;
  readonly freeze: boolean;
  readonly actor: Pick<Actor, 'id' | 'displayName'> | null;
  readonly reason: string;
  readonly requestId: string;
}

interface Wanted extends Import {
  readonly code: string;
  readonly content: SystemContent;
}

/**
 * Makes a new version of an indicator system: a draft, unless it is to be frozen at once. Where the newest version says
 * the same already nothing is written, but a draft can be frozen this way.
 *
 * @throws TablesError with every problem found; nothing is written then
 */
export async function importSystem(
  db: Database,
  tables: ReadonlyMap<string, ReadTable>,
  options: ImportOptions & { readonly freeze: boolean },
): Promise<ImportedSystem> {
  return runImport(db, options, async (tx) => {
    await repository.holdSystems(tx);
    const problems = new TableProblems();
    const units = new Set((await listUnits({ db: tx })).map(({ code }) => code));
    const { code, content } = readSystem(tables, units, problems);
    problems.throwIfAny();
    const { now, freeze } = options;
    return storeSystem(
      tx,
      { code, content },
      { now, freeze, actor: null, reason: IMPORT_REASON, requestId: '' },
    );
  });
}

/** Keeps what was read, which is right, as `importSystem` says. Versions are held (`holdSystems`). */
export async function storeSystem(
  tx: Database,
  read: { readonly code: string; readonly content: SystemContent },
  options: Import,
): Promise<ImportedSystem> {
  const wanted = { ...read, ...options };
  const newest = await repository.findVersion(tx, read.code, null);
  const isSame = newest !== undefined && (await holds(tx, newest, read.content));
  return isSame ? keep(tx, newest, wanted) : addVersion(tx, (newest?.version ?? 0) + 1, wanted);
}

async function holds(
  tx: Database,
  system: repository.IndicatorSystemRow,
  content: SystemContent,
): Promise<boolean> {
  const stored = contentOf(system, await repository.listIndicators(tx, system.id));
  return canonicalJson(stored) === canonicalJson(content);
}

async function keep(
  tx: Database,
  { id, code, version, frozenAt }: repository.IndicatorSystemRow,
  wanted: Wanted,
): Promise<ImportedSystem> {
  if (frozenAt !== null || !wanted.freeze) {
    return { id, created: 0, changed: 0, unchanged: 1, code, version, frozen: frozenAt !== null };
  }
  await repository.freezeSystem(tx, id, wanted.now);
  await appendAudit(tx, {
    ...factOf({ code, version }, wanted),
    action: 'indicator-system.freeze',
    before: { code, version, frozen: false },
    after: { code, version, frozen: true },
  });
  return { id, created: 0, changed: 1, unchanged: 0, code, version, frozen: true };
}

async function addVersion(tx: Database, version: number, wanted: Wanted): Promise<ImportedSystem> {
  const { code, content, now, freeze } = wanted;
  const { title, notice, leadTasks, nodes } = content;
  const id = newId(now);
  await repository.insertSystem(
    tx,
    {
      id,
      code,
      version,
      title,
      notice,
      leadTasks,
      revision: 1,
      frozenAt: freeze ? now : null,
      createdAt: now,
    },
    toRows(nodes, { systemId: id, now }),
  );
  await appendAudit(tx, {
    ...factOf({ code, version }, wanted),
    action: 'indicator-system.import',
    after: { code, version, indicators: nodes.length, frozen: freeze },
  });
  return { id, created: 1, changed: 0, unchanged: 0, code, version, frozen: freeze };
}

function factOf(
  system: { code: string; version: number },
  { now, actor, reason, requestId }: Import,
): Omit<AuditFact, 'action'> {
  return { scope: 'platform', at: now, actor, subject: subjectOf(system), reason, requestId };
}
