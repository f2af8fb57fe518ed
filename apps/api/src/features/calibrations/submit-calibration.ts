import type { Calibration, Language } from '@gongping/contracts';
import type { Database } from '@gongping/db';
import type { Actor } from '../../http/actor.ts';
import type { Dependencies } from '../../http/dependencies.ts';
import { ProblemError } from '../../http/problem-error.ts';
import { appendAuditEntries, type AuditFact } from '../audit/audit.service.ts';
import type { Cell } from '../score-sheets/sheets.access.ts';
import { cellsToCalibrate, openCalibration, type OpenCalibration } from './calibration.access.ts';
import * as repository from './calibration.repository.ts';
import { listEntries } from './entry.repository.ts';
import { readCalibration } from './read-calibration.ts';
import { tellRaters } from './tell-raters.ts';
import { holdEntries } from './write-entry.ts';

/**
 * Hands in what an evaluator gave the reference units; the last one to do so closes the calibration.
 * @throws ProblemError `not-found` where the person has nothing to calibrate, `wrong-phase`, `calibration-closed`,
 *   `calibration-submitted`, `calibration-incomplete` with every leaf that is unscored
 */
export async function submitCalibration(
  deps: Dependencies,
  actor: Actor,
  args: { slug: string; language: Language; requestId: string },
): Promise<Calibration> {
  const { db, clock } = deps;
  const { language, requestId } = args;
  const found = await openCalibration(db, actor, args.slug);
  const { id: assessmentId } = found.sheets.assessment;
  const cells = found.rates ? cellsToCalibrate(found, actor) : [];
  if (cells.length === 0) throw new ProblemError('not-found');
  await db.transaction(async (tx) => {
    await holdEntries(tx, found, { language, lock: 'update' });
    await refuseIncomplete(tx, cells, { assessmentId, actor, language });
    const at = clock();
    await repository.insertSubmission(tx, { assessmentId, raterId: actor.id, submittedAt: at });
    const common = { scope: assessmentId, at, subject: 'calibration', reason: '', requestId };
    const facts: AuditFact[] = [
      { ...common, actor, action: 'calibration.submit', after: { leaves: cells.length } },
    ];
    if (await areAllIn(tx, found)) {
      await repository.closeCalibration(tx, assessmentId, { closedAt: at, closedBy: null, closeReason: '' });
      await tellRaters(tx, found, { kind: 'calibration-closed', occasion: 'closed', at });
      facts.push({ ...common, actor: null, action: 'calibration.close', after: { closed: true } });
    }
    await appendAuditEntries(tx, assessmentId, facts);
  });
  return readCalibration(deps, actor, args);
}

async function refuseIncomplete(
  tx: Database,
  cells: readonly Cell[],
  of: { assessmentId: string; actor: Actor; language: Language },
): Promise<void> {
  const unitIds = [...new Set(cells.map(({ unit }) => unit.id))];
  const rows = await listEntries(tx, of.assessmentId, { raterId: of.actor.id, unitIds });
  const done = new Set(
    rows.filter(({ state }) => state !== 'unscored').map((row) => `${row.unitId}/${row.indicatorId}`),
  );
  const message = of.language === 'zh' ? '未评分' : 'not scored';
  const errors = cells
    .filter(({ unit, leaf }) => !done.has(`${unit.id}/${leaf.row.id}`))
    .map(({ unit, leaf }) => ({ path: `${unit.code}/${leaf.row.code}`, message }));
  if (errors.length > 0) throw new ProblemError('calibration-incomplete', { errors });
}

/** Whether every evaluator of the round who has something to calibrate has handed in. */
export async function areAllIn(tx: Database, found: OpenCalibration): Promise<boolean> {
  const { id } = found.sheets.assessment;
  const submitted = new Set((await repository.listSubmissions(tx, id)).map(({ raterId }) => raterId));
  const raters = await repository.listRaters(tx, id);
  return raters.every((rater) => submitted.has(rater.id) || cellsToCalibrate(found, rater).length === 0);
}
