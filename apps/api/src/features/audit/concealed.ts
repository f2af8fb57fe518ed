import type { Database } from '@gongping/db';
import type { Actor } from '../../http/actor.ts';
import { isCalibrating } from '../calibrations/calibration-hold.ts';
import { blindFamilies } from '../score-sheets/blind-cells.ts';
import { openSheets } from '../score-sheets/sheets.access.ts';

/**
 * What of a log somebody may not read: what others did to ratings, their evidence and samples at units that the person
 * rates blindly, and what came of both before it was given back. The entries are left out, not blanked, so that their number tells nothing either.
 */
export interface Concealed {
  /** Their own entries are theirs to read. */
  readonly from: string;
  readonly unitCodes: readonly string[];
  /** A calibration is open: what others entered in it is nobody's to read. */
  readonly calibration: boolean;
}

/** Null where the person may read all of the log: no calibration is open, and there is no rater to be blind to. */
export async function concealedFrom(db: Database, actor: Actor, slug: string): Promise<Concealed | null> {
  const sheets = await openSheets(db, actor, slug);
  const unitCodes = [...new Set(blindFamilies(sheets).map(({ unit }) => unit.code))];
  const calibration = await isCalibrating(db, sheets.assessment.id);
  return unitCodes.length === 0 && !calibration ? null : { from: actor.id, unitCodes, calibration };
}
