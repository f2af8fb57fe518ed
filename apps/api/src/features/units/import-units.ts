import type { Database } from '@gongping/db';
import { TableProblems, type ReadTable } from '@gongping/tables';
import { givenTable } from '../../tables/given-table.ts';
import {
  IMPORT_REASON,
  inBatches,
  runImport,
  type ImportCounts,
  type ImportOptions,
} from '../../tables/run-import.ts';
import { appendAuditEntries, type AuditFact } from '../audit/audit.service.ts';
import { planUnits, type UnitPlan } from './plan-units.ts';
import { unitFacts } from './unit.mapper.ts';
import { unitShape } from './unit-table.ts';
import * as repository from './unit.repository.ts';

/**
 * Adds the units of a table and changes those that are there already, by code; units that are not in the table stay.
 *
 * @throws TablesError with every problem found; nothing is written then
 */
export async function importUnits(
  db: Database,
  tables: ReadonlyMap<string, ReadTable>,
  options: ImportOptions,
): Promise<ImportCounts> {
  return runImport(db, options, async (tx) => {
    await repository.holdUnits(tx);
    const problems = new TableProblems();
    const context = { existing: await repository.listUnits(tx), now: options.now };
    const plan = planUnits(givenTable(tables, unitShape), context, problems);
    problems.throwIfAny();
    await writePlan(tx, plan, options.now);
    const { created, changed, unchanged } = plan;
    return { created: created.length, changed: changed.length, unchanged };
  });
}

async function writePlan(tx: Database, { created, changed }: UnitPlan, now: Date): Promise<void> {
  await inBatches(created, (batch) => repository.insertUnits(tx, batch));
  for (const { after } of changed) await repository.updateUnit(tx, after);
  const facts = [
    ...created.map((row) => ({ action: 'unit.create' as const, row, before: null })),
    ...changed.map(({ before, after }) => ({
      action: 'unit.change' as const,
      row: after,
      before: unitFacts(before),
    })),
  ].map(({ action, row, before }): AuditFact => ({
    scope: 'platform',
    at: now,
    actor: null,
    action,
    subject: `unit ${row.code}`,
    before,
    after: unitFacts(row),
    reason: IMPORT_REASON,
    requestId: '',
  }));
  await inBatches(facts, (batch) => appendAuditEntries(tx, 'platform', batch));
}
