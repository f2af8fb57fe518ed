import type { Evidence, Rating, RatedLeaf } from '@gongping/contracts';
import type { Database } from '@gongping/db';
import { listEvidenceOf } from '../evidence/list-evidence.ts';
import { trimDecimal } from '../score-sheets/decimal.ts';
import { listRatings, listScores, type RatingRow, type ScoreRow } from '../score-sheets/ratings.service.ts';
import { toScore } from '../score-sheets/score.mapper.ts';
import type { Cell, Sheets } from '../score-sheets/sheets.access.ts';
import { listCases, type CaseRow } from './case.repository.ts';
import { listHandIns, type HandInRow } from './hand-in.repository.ts';

/** Everything that is known of leaves that both raters have handed in, by the leaf. */
export interface RatedFacts {
  readonly ratings: ReadonlyMap<string, readonly RatingRow[]>;
  readonly scores: ReadonlyMap<string, ScoreRow>;
  readonly cases: ReadonlyMap<string, CaseRow>;
  readonly evidence: ReadonlyMap<string, readonly { addedBy: string; evidence: Evidence }[]>;
}

/** Reads the facts of cells in a fixed number of queries; the caller has checked that they may be seen. */
export async function readRatedFacts(
  db: Database,
  sheets: Sheets,
  cells: readonly Cell[],
): Promise<RatedFacts> {
  const { id } = sheets.assessment;
  const of = {
    unitIds: [...new Set(cells.map(({ unit }) => unit.id))],
    indicatorIds: [...new Set(cells.map(({ leaf }) => leaf.row.id))],
  };
  const ratings = await listRatings(db, id, of);
  const scores = await listScores(db, id, of);
  const cases = await listCases(db, id);
  const evidence = await listEvidenceOf(db, id, { purpose: 'score', ...of });
  return {
    ratings: Map.groupBy(ratings, leafKey),
    scores: new Map(scores.map((row) => [leafKey(row), row])),
    cases: new Map(cases.map((row) => [leafKey(row), row])),
    evidence: Map.groupBy(evidence, leafKey),
  };
}

export function leafKey({ unitId, indicatorId }: { unitId: string; indicatorId: string }): string {
  return `${unitId}/${indicatorId}`;
}

export function keyOfCell({ unit, leaf }: Cell): string {
  return leafKey({ unitId: unit.id, indicatorId: leaf.row.id });
}

/** Both ratings of a cell, each with what its rater added as evidence. */
export function toRatings(facts: RatedFacts, cell: Cell): Rating[] {
  const key = keyOfCell(cell);
  return (facts.ratings.get(key) ?? []).map((row) => ({
    slot: row.slot === 2 ? 2 : 1,
    rater: row.updatedByName,
    state: row.state,
    input: row.input as Rating['input'],
    marks: row.marks === null ? null : trimDecimal(row.marks),
    reason: row.reason,
    evidence: (facts.evidence.get(key) ?? [])
      .filter(({ addedBy }) => addedBy === row.updatedBy)
      .map(({ evidence }) => evidence),
  }));
}

/** The score of a cell as it stands, with all its evidence. */
export function scoreOf(facts: RatedFacts, cell: Cell) {
  const key = keyOfCell(cell);
  const evidence = (facts.evidence.get(key) ?? []).map((each) => each.evidence);
  return toScore(cell, facts.scores.get(key), evidence);
}

export function toRatedLeaf(facts: RatedFacts, cell: Cell): RatedLeaf {
  const { state, marks, input, reason, fullMarks } = scoreOf(facts, cell);
  const found = facts.cases.get(keyOfCell(cell));
  const agreed = state === 'unscored' ? 'none' : 'agreed';
  return {
    indicator: cell.leaf.row.code,
    outcome: found === undefined ? agreed : found.ruledAt === null ? 'open' : 'ruled',
    ratings: toRatings(facts, cell),
    score: { state, marks, input, reason, fullMarks },
  };
}

/** When and by whom families were handed in. */
export async function handInsByFamily(
  db: Database,
  assessmentId: string,
  unitId?: string,
): Promise<Map<string, HandInRow>> {
  const rows = await listHandIns(db, assessmentId, unitId);
  return new Map(rows.map((row) => [handInKey(row.unitId, row.family, row.slot), row]));
}

export function handInKey(unitId: string, family: string, slot: number): string {
  return `${unitId}/${family}/${slot}`;
}
