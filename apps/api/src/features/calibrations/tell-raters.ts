import type { Database } from '@gongping/db';
import { notify } from '../inbox/notify.ts';
import { cellsToCalibrate, type OpenCalibration } from './calibration.access.ts';
import * as repository from './calibration.repository.ts';

/**
 * Tells the evaluators who have something to calibrate that it is to be done, or that everybody's entries can be seen.
 * @param occasion the revision of the setting: who has been told of it is not told again
 */
export async function tellRaters(
  tx: Database,
  found: OpenCalibration,
  about: { kind: 'calibration-opened' | 'calibration-closed'; occasion: string; at: Date },
): Promise<void> {
  const { assessment } = found.sheets;
  const raters = await repository.listRaters(tx, assessment.id);
  await notify(tx, {
    ...about,
    assessmentId: assessment.id,
    userIds: raters.filter((rater) => cellsToCalibrate(found, rater).length > 0).map(({ id }) => id),
    values: {},
    path: `/work/assessments/${assessment.slug}/scoring/calibration`,
  });
}
