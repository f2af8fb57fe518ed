import type { Database } from '@gongping/db';
import { insertAppraisal } from './appraisal.ts';
import { insertAssessment, type RoundOf } from './assessment.ts';
import { insertFieldwork } from './fieldwork.ts';
import { insertCalibration } from './calibration.ts';
import { insertChannels } from './channels.ts';
import { cellsOf, insertJudgements } from './judgements.ts';
import { insertObjections } from './objections.ts';
import { insertPeople, type People } from './people.ts';
import { placesOf, type LargePlaces } from './places.ts';
import { analyse, insertRecords } from './records.ts';
import { insertFrame, type Size } from './system.ts';

export type { Persona } from './people.ts';
export type { LargePlaces } from './places.ts';
export type { Size } from './system.ts';
export type { RoundOf } from './assessment.ts';

/** Rounds of one size that share units, indicators and people, and in which everything is there twice. */
export interface LargeRounds<Name extends string> extends People {
  readonly places: Readonly<Record<Name, LargePlaces>>;
}

/**
 * Fills a migrated database by rows, since millions of requests would take hours: every leaf of every unit is claimed,
 * rated by two, scored, and has evidence for the claim and for the score.
 */
export async function insertLargeRounds<Name extends string>(
  db: Database,
  size: Size,
  rounds: Readonly<Record<Name, RoundOf>>,
): Promise<LargeRounds<Name>> {
  const now = new Date();
  const frame = await insertFrame(db, size, now);
  const people = await insertPeople(db, frame, now);
  const by = { ids: people.ids, now };
  const places: Partial<Record<Name, LargePlaces>> = {};
  for (const [name, round] of Object.entries<RoundOf>(rounds)) {
    const assessmentId = await insertAssessment(db, { frame, people, now }, round);
    const cells = cellsOf(frame, assessmentId);
    await insertJudgements(db, cells, by);
    await insertObjections(db, cells, { ...by, phase: round.phase });
    await insertFieldwork(db, cells, by);
    const slug = String(round.year);
    await insertCalibration(db, cells, by);
    const surveyId = await insertAppraisal(db, frame, { assessmentId, slug, now });
    const { organiser, evaluator } = people.ids;
    const invitation = await insertChannels(db, frame, { surveyId, organiser, evaluator, now });
    await insertRecords(db, cells, by);
    places[name as Name] = { ...(await placesOf(db, frame, { assessmentId, slug })), invitation };
  }
  await analyse(db);
  return { ...people, places: places as Record<Name, LargePlaces> };
}
