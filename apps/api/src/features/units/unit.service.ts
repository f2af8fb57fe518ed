import type { newUnit, Unit, unitChange } from '@gongping/contracts';
import type { Database } from '@gongping/db';
import type { TemplateUnit } from '@gongping/templates';
import type { z } from 'zod';
import { isPlatformOrganiser, type Actor } from '../../http/actor.ts';
import type { Dependencies } from '../../http/dependencies.ts';
import { newId } from '../../http/new-id.ts';
import { ProblemError } from '../../http/problem-error.ts';
import { isUniqueViolation } from '../../http/unique-violation.ts';
import { appendAudit } from '../audit/audit.service.ts';
import { toUnit, unitFacts } from './unit.mapper.ts';
import * as repository from './unit.repository.ts';

export type { UnitRow } from './unit.repository.ts';
export { toUnit } from './unit.mapper.ts';

/** All units, the retired ones too, by code. */
export async function listUnits(deps: Pick<Dependencies, 'db'>): Promise<Unit[]> {
  return (await repository.listUnits(deps.db)).map(toUnit);
}

/** @throws ProblemError `forbidden` for somebody who does not organise the platform, `already-exists` */
export async function createUnit(
  { db, clock }: Dependencies,
  actor: Actor,
  { unit, requestId }: { unit: z.infer<typeof newUnit>; requestId: string },
): Promise<Unit> {
  if (!isPlatformOrganiser(actor)) throw new ProblemError('forbidden');
  const now = clock();
  const row: repository.UnitRow = {
    id: newId(now),
    code: unit.code,
    nameZh: unit.name.zh,
    nameEn: unit.name.en,
    kind: unit.kind,
    category: unit.category,
    gb2260: null,
    clauses: [],
    filesAnnualReport: unit.filesAnnualReport,
    retiredAt: null,
  };
  try {
    await db.transaction(async (tx) => {
      await repository.insertUnit(tx, row);
      const after = unitFacts(row);
      const what = { action: 'unit.create' as const, subject: `unit ${row.code}`, after, reason: '' };
      await appendAudit(tx, { scope: 'platform', at: now, actor, ...what, requestId });
    });
  } catch (error) {
    if (isUniqueViolation(error)) throw new ProblemError('already-exists', { values: { name: row.code } });
    throw error;
  }
  return toUnit(row);
}

/**
 * Changes or retires a unit. Its code and kind stay: earlier rounds were scored under them.
 * @throws ProblemError `forbidden`, `not-found`
 */
export async function changeUnit(
  { db, clock }: Dependencies,
  actor: Actor,
  args: { id: string; change: z.infer<typeof unitChange>; requestId: string },
): Promise<Unit> {
  if (!isPlatformOrganiser(actor)) throw new ProblemError('forbidden');
  const { name, category, filesAnnualReport, retired } = args.change;
  return db.transaction(async (tx) => {
    const row = await repository.findUnit(tx, args.id);
    if (!row) throw new ProblemError('not-found');
    const now = clock();
    const changed: repository.UnitRow = {
      ...row,
      nameZh: name?.zh ?? row.nameZh,
      nameEn: name?.en ?? row.nameEn,
      category: category ?? row.category,
      filesAnnualReport: filesAnnualReport ?? row.filesAnnualReport,
      retiredAt: retired === undefined ? row.retiredAt : retired ? (row.retiredAt ?? now) : null,
    };
    await repository.updateUnit(tx, changed);
    await appendAudit(tx, {
      scope: 'platform',
      at: now,
      actor,
      action: 'unit.change',
      subject: `unit ${row.code}`,
      before: unitFacts(row),
      after: unitFacts(changed),
      reason: '',
      requestId: args.requestId,
    });
    return toUnit(changed);
  });
}

/** Puts the units of a template in; those whose code is there already stay as they are. */
export async function addTemplateUnits(
  tx: Database,
  now: Date,
  template: readonly TemplateUnit[],
): Promise<void> {
  const rows = template.map(({ name, clauses, ...unit }) => ({
    ...unit,
    id: newId(now),
    nameZh: name.zh,
    nameEn: name.en,
    clauses: [...clauses],
    retiredAt: null,
  }));
  await repository.insertMissingUnits(tx, rows);
}
