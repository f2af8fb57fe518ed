import type { Database } from '@gongping/db';
import { TableProblems, type ReadTable } from '@gongping/tables';
import { canonicalJson } from '../../http/canonical-json.ts';
import { newId } from '../../http/new-id.ts';
import { IMPORT_REASON, runImport, type ImportCounts, type ImportOptions } from '../../tables/run-import.ts';
import { appendAudit } from '../audit/audit.service.ts';
import { listUnits } from '../units/unit.service.ts';
import * as repository from './indicator-system.repository.ts';
import { readSystem } from './read-system.ts';
import { contentOf, type SystemContent } from './system-content.ts';

export interface ImportedSystem extends ImportCounts {
  readonly code: string;
  /** The version that holds what the tables say. */
  readonly version: number;
  readonly frozen: boolean;
}

interface Wanted {
  readonly code: string;
  readonly content: SystemContent;
  readonly now: Date;
  readonly freeze: boolean;
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
    const wanted = { code, content, now: options.now, freeze: options.freeze };
    const newest = await repository.findVersion(tx, code, null);
    const isSame = newest !== undefined && (await holds(tx, newest, content));
    return isSame ? keep(tx, newest, wanted) : addVersion(tx, (newest?.version ?? 0) + 1, wanted);
  });
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
  { now, freeze }: Wanted,
): Promise<ImportedSystem> {
  if (frozenAt !== null || !freeze) {
    return { created: 0, changed: 0, unchanged: 1, code, version, frozen: frozenAt !== null };
  }
  await repository.freezeSystem(tx, id, now);
  await appendAudit(tx, {
    ...factOf(code, now),
    action: 'indicator-system.freeze',
    before: { code, version, frozen: false },
    after: { code, version, frozen: true },
  });
  return { created: 0, changed: 1, unchanged: 0, code, version, frozen: true };
}

async function addVersion(
  tx: Database,
  version: number,
  { code, content, now, freeze }: Wanted,
): Promise<ImportedSystem> {
  const { title, notice, leadTasks, nodes } = content;
  const id = newId(now);
  await repository.insertSystem(
    tx,
    { id, code, version, title, notice, leadTasks, frozenAt: freeze ? now : null, createdAt: now },
    nodes.map((node, position) => ({ ...node, id: newId(now), systemId: id, position })),
  );
  await appendAudit(tx, {
    ...factOf(code, now),
    action: 'indicator-system.import',
    after: { code, version, indicators: nodes.length, frozen: freeze },
  });
  return { created: 1, changed: 0, unchanged: 0, code, version, frozen: freeze };
}

function factOf(code: string, now: Date) {
  return {
    scope: 'platform',
    at: now,
    actor: null,
    subject: `indicator-system ${code}`,
    reason: IMPORT_REASON,
    requestId: '',
  };
}
