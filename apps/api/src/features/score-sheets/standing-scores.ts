import type { Evidence, Score } from '@gongping/contracts';
import type { Database } from '@gongping/db';
import { listEvidenceOf } from '../evidence/list-evidence.ts';
import { toScore } from './score.mapper.ts';
import { listScores } from './score.repository.ts';
import type { Cell } from './sheets.access.ts';

/**
 * The scores that stand for cells, in their order, with all their evidence: what the results are made of, whoever
 * looks. The caller has checked who asks. Two queries, however many cells there are.
 */
export async function standingScores(
  db: Database,
  assessmentId: string,
  cells: readonly Cell[],
): Promise<Score[]> {
  const of = {
    unitIds: [...new Set(cells.map(({ unit }) => unit.id))],
    indicatorIds: [...new Set(cells.map(({ leaf }) => leaf.row.id))],
  };
  const rows = await listScores(db, assessmentId, of);
  const byCell = new Map(rows.map((row) => [key(row), row]));
  const found = await listEvidenceOf(db, assessmentId, { ...of, purpose: 'score' });
  const evidence = Map.groupBy(found, key);
  return cells.map((cell) => {
    const at = key({ unitId: cell.unit.id, indicatorId: cell.leaf.row.id });
    const own: Evidence[] = (evidence.get(at) ?? []).map((one) => one.evidence);
    return toScore(cell, byCell.get(at), own);
  });
}

/** As `standingScores`, of one cell. */
export async function standingScore(db: Database, assessmentId: string, cell: Cell): Promise<Score> {
  const [score] = await standingScores(db, assessmentId, [cell]);
  return score ?? toScore(cell, undefined, []);
}

function key({ unitId, indicatorId }: { unitId: string; indicatorId: string }): string {
  return `${unitId}/${indicatorId}`;
}
