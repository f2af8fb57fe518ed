import type { ScoreState, Slot } from '@gongping/contracts';
import { atOnce, type Database } from '@gongping/db';
import { fullMarksOf } from '../assessments/counting-indicators.ts';
import type { UnitRow } from '../units/unit.service.ts';
import { missingOf, type Missing } from './missing.ts';
import type { Leaf } from './sheet-frame.ts';
import * as repository from './stand.repository.ts';

/** Where cells stand, without what was entered in them. `slot`: of one of two raters; null for the score itself. */
export interface CellStands {
  stateOf(unitId: string, leaf: Leaf, slot: Slot | null): ScoreState;
  /** What is missing; for somebody `blind`, whose own evidence alone counts. */
  missing(unitId: string, leaf: Leaf, of: { slot: Slot | null; blind: boolean }): readonly Missing[];
  /** When a leaf of the unit was written last. */
  lastChange(unitId: string): Date | null;
}

interface Wanted {
  readonly assessmentId: string;
  readonly units: readonly UnitRow[];
  readonly leaves: readonly Leaf[];
}

/** One of two raters, who gets what they gave themselves. */
export interface AskingRater {
  readonly personId: string;
  /** The person's places among the two: one in most rounds. */
  readonly slots: readonly Slot[];
}

/**
 * Reads where all cells of a round stand, for counting: two queries for the scores, and two for the ratings where a
 * rater asks. What was entered is fetched only of cells that may lack something, which are few.
 */
export async function readStands(
  db: Database,
  { assessmentId, units, leaves }: Wanted,
  { scores, rater }: { scores: boolean; rater: AskingRater | null },
): Promise<CellStands> {
  const wanted = leaves.map(toStandLeaf);
  const of = rater && { ...rater, leaves: wanted };
  const [scoreStands, ratingStands, doubtfulScores, doubtfulRatings] = await atOnce(db, [
    async () => (scores ? repository.listScoreStands(db, assessmentId, wanted) : []),
    async () => (of ? repository.listRatingStands(db, assessmentId, of) : []),
    async () => (scores ? repository.listDoubtfulScores(db, assessmentId, wanted) : []),
    async () => (of ? repository.listDoubtfulRatings(db, assessmentId, of) : []),
  ]);
  const stands = [...scoreStands, ...ratingStands];
  return standsOf({ leaves, units, stands, doubtful: [...doubtfulScores, ...doubtfulRatings] });
}

function toStandLeaf({ row }: Leaf, at: number): repository.StandLeaf {
  const { id, role, countyMarks: county, departmentMarks: department } = row;
  return { at, id, outside: role !== 'score', county, department };
}

const nothing: readonly Missing[] = [];
const states = ['unscored', 'scored', 'not_applicable'] as const;

interface Rows {
  readonly leaves: readonly Leaf[];
  readonly units: readonly UnitRow[];
  readonly stands: readonly repository.StandRow[];
  readonly doubtful: readonly repository.DoubtfulRow[];
}

function standsOf({ leaves, units, stands, doubtful }: Rows): CellStands {
  const placeOf = new Map(leaves.map(({ row }, at) => [row.id, at]));
  const byUnit = new Map<string, Uint8Array>();
  const changes = new Map<string, Date>();
  for (const { unitId, slot, scored, notApplicable, lastChange } of stands) {
    const own = new Uint8Array(leaves.length);
    for (const at of placesIn(scored)) own[at] = 1;
    for (const at of placesIn(notApplicable)) own[at] = 2;
    byUnit.set(unitKey(unitId, slot), own);
    if (lastChange !== null) changes.set(unitId, lastChange);
  }
  const kinds = new Map(units.map(({ id, kind }) => [id, kind]));
  const lacking = new Map<string, { ever: Missing[]; blind: Missing[] }>();
  for (const row of doubtful) {
    const { unitId, slot, at } = row;
    const [leaf, kind] = [leaves[at], kinds.get(unitId)];
    if (!leaf || !kind) continue;
    const of = { rule: leaf.rule, fullMarks: Number(fullMarksOf(leaf.row, kind) ?? 0) };
    const { input, marks, reason } = row;
    const score = { state: 'scored' as const, input, marks, reason };
    const lacks = (evidenced: boolean) => missingOf(score, of, evidenced ? 1 : 0);
    const found = { ever: lacks(row.evidenced), blind: lacks(row.evidencedByPerson) };
    lacking.set(`${unitKey(unitId, slot)} ${at}`, found);
  }
  return {
    stateOf: (unitId, leaf, slot) =>
      states[byUnit.get(unitKey(unitId, slot))?.[placeOf.get(leaf.row.id) ?? -1] ?? 0] ?? 'unscored',
    missing(unitId, leaf, { slot, blind }) {
      if (lacking.size === 0) return nothing;
      const found = lacking.get(`${unitKey(unitId, slot)} ${placeOf.get(leaf.row.id) ?? -1}`);
      return (blind ? found?.blind : found?.ever) ?? nothing;
    },
    lastChange: (unitId) => changes.get(unitId) ?? null,
  };
}

const unitKey = (unitId: string, slot: number | null): string => `${unitId} ${slot ?? ''}`;

const placesIn = (places: string | null): number[] => (places === null ? [] : places.split(',').map(Number));
