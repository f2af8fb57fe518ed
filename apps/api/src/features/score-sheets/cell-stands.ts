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
 * Reads where all cells of a round stand, for counting, in as many queries however large it is. What was entered is
 * fetched only of cells that may lack something, which are few.
 */
export async function readStands(
  db: Database,
  { assessmentId, units, leaves }: Wanted,
  { scores, rater }: { scores: boolean; rater: AskingRater | null },
): Promise<CellStands> {
  const wanted = leaves.map(toStandLeaf);
  const of = rater && { ...rater, leaves: wanted };
  const personId = rater?.personId ?? null;
  const [scoreStands, blankScores, ratingStands, blankRatings, proofs] = await atOnce(db, [
    async () => (scores ? repository.listScoreStands(db, assessmentId, wanted) : []),
    async () => (scores ? repository.listBlankScores(db, assessmentId, wanted) : []),
    async () => (of ? repository.listRatingStands(db, assessmentId, of) : []),
    async () => (of ? repository.listBlankRatings(db, assessmentId, of) : []),
    () => repository.listProofs(db, assessmentId, { leaves: wanted, personId }),
  ]);
  const stands = [...scoreStands, ...ratingStands];
  const proofOf = provedPlaces(proofs, leaves.length);
  const doubtful = doubtfulCells({ stands, blanks: [...blankScores, ...blankRatings] }, { wanted, proofOf });
  // Asked also where there are none: the number of queries follows from who asks alone.
  const [ofScores, ofRatings] = await atOnce(db, [
    async () => (scores ? repository.listJudgedScores(db, assessmentId, doubtful) : []),
    async () => (of ? repository.listJudgedRatings(db, assessmentId, doubtful) : []),
  ]);
  return standsOf({ leaves, units, stands, judged: [...ofScores, ...ofRatings], proofOf });
}

/** What there is of evidence at the leaves of a unit, by their places: 0 none, 1 somebody's, 2 the asking person's too. */
type ProofOf = (unitId: string) => Uint8Array;

function provedPlaces(proofs: readonly repository.ProofRow[], leaves: number): ProofOf {
  const none = new Uint8Array(leaves);
  const byUnit = new Map(
    proofs.map(({ unitId, proved, byPerson }) => {
      const own = new Uint8Array(leaves);
      for (const at of placesIn(proved)) own[at] = 1;
      for (const at of placesIn(byPerson)) own[at] = 2;
      return [unitId, own] as const;
    }),
  );
  return (unitId) => byUnit.get(unitId) ?? none;
}

/** Cells whose marks say that they need a reason or evidence, and one of the two is not there. */
function doubtfulCells(
  { stands, blanks }: { stands: readonly repository.StandRow[]; blanks: readonly repository.BlankRow[] },
  { wanted, proofOf }: { wanted: readonly repository.StandLeaf[]; proofOf: ProofOf },
): repository.StandCell[] {
  const blankAt = new Map(
    blanks.map(({ unitId, slot, blank }) => [unitKey(unitId, slot), new Set(placesIn(blank))]),
  );
  return stands.flatMap(({ unitId, slot, lost }) => {
    const blank = blankAt.get(unitKey(unitId, slot));
    const proof = proofOf(unitId);
    // A rater may be blind, where only the person's own evidence counts.
    const enough = slot === null ? 1 : 2;
    return placesIn(lost).flatMap((at) => {
      const leaf = wanted[at];
      if (!leaf || (!blank?.has(at) && (proof[at] ?? 0) >= enough)) return [];
      return [{ unit: unitId, leaf: leaf.id, at, slot }];
    });
  });
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
  readonly judged: readonly repository.JudgedRow[];
  readonly proofOf: ProofOf;
}

/** What stands at the leaves of a unit, by their places. */
interface UnitStand {
  readonly states: Uint8Array;
  readonly lacking: Map<number, { readonly ever: Missing[]; readonly blind: Missing[] }>;
}

function standsOf({ leaves, units, stands, judged, proofOf }: Rows): CellStands {
  const placeOf = new Map(leaves.map(({ row }, at) => [row.id, at]));
  // Asked of every cell of a round: no keys are made of it.
  const bySlot = new Map<number | null, Map<string, UnitStand>>();
  const changes = new Map<string, Date>();
  for (const { unitId, slot, scored, notApplicable, lastChange } of stands) {
    const own: UnitStand = { states: new Uint8Array(leaves.length), lacking: new Map() };
    for (const at of placesIn(scored)) own.states[at] = 1;
    for (const at of placesIn(notApplicable)) own.states[at] = 2;
    const ofSlot = bySlot.get(slot) ?? new Map<string, UnitStand>();
    bySlot.set(slot, ofSlot.set(unitId, own));
    if (lastChange !== null) changes.set(unitId, lastChange);
  }
  const kinds = new Map(units.map(({ id, kind }) => [id, kind]));
  for (const row of judged) {
    const { unitId, slot, at } = row;
    const [leaf, kind] = [leaves[at], kinds.get(unitId)];
    if (!leaf || !kind) continue;
    const of = { rule: leaf.rule, fullMarks: Number(fullMarksOf(leaf.row, kind) ?? 0) };
    const { input, marks, reason } = row;
    const score = { state: 'scored' as const, input, marks, reason };
    const lacks = (evidenced: boolean) => missingOf(score, of, evidenced ? 1 : 0);
    const proof = proofOf(unitId)[at] ?? 0;
    const found = { ever: lacks(proof > 0), blind: lacks(proof > 1) };
    bySlot.get(slot)?.get(unitId)?.lacking.set(at, found);
  }
  return {
    stateOf(unitId, leaf, slot) {
      const at = placeOf.get(leaf.row.id) ?? -1;
      return states[bySlot.get(slot)?.get(unitId)?.states[at] ?? 0] ?? 'unscored';
    },
    missing(unitId, leaf, { slot, blind }) {
      const lacking = bySlot.get(slot)?.get(unitId)?.lacking;
      if (!lacking || lacking.size === 0) return nothing;
      const found = lacking.get(placeOf.get(leaf.row.id) ?? -1);
      return (blind ? found?.blind : found?.ever) ?? nothing;
    },
    lastChange: (unitId) => changes.get(unitId) ?? null,
  };
}

const unitKey = (unitId: string, slot: number | null): string => `${unitId} ${slot ?? ''}`;

const placesIn = (places: string | null): number[] => (places === null ? [] : places.split(',').map(Number));
