import { hasRole, type Actor } from '../../http/actor.ts';
import type { Database } from '@gongping/db';
import * as repository from './calibration.repository.ts';

/** Whether the person has to hand in the calibration before scoring anything (校准先行). */
export async function isHeldBack(db: Database, actor: Actor, assessmentId: string): Promise<boolean> {
  if (!hasRole(actor, ['evaluator'], assessmentId)) return false;
  return repository.isWaitedFor(db, assessmentId, actor);
}

/** Whether a calibration is open: until it is closed nobody reads what another has entered. */
export async function isCalibrating(db: Database, assessmentId: string): Promise<boolean> {
  const row = await repository.findCalibration(db, assessmentId);
  return row !== undefined && row.closedAt === null;
}

/** Units that everybody scored to calibrate: two ratings of one are not independent of each other. */
export async function referenceUnits(db: Database, assessmentId: string): Promise<ReadonlySet<string>> {
  return new Set(await repository.listUnitIds(db, assessmentId));
}
