import type { Evidence, Score } from '@gongping/contracts';
import type { Database } from '@gongping/db';
import { listEvidenceOf, type EvidenceOfCell } from '../evidence/list-evidence.ts';
import { toScore } from './score.mapper.ts';
import { findScore, listScores } from './score.repository.ts';
import type { Cell } from './sheets.access.ts';

/** The scores of cells of one assessment, in the order of the cells, in two queries however many there are. */
export async function readScores(
  db: Database,
  assessmentId: string,
  cells: readonly Cell[],
): Promise<Score[]> {
  const of = {
    purpose: 'score' as const,
    unitIds: [...new Set(cells.map(({ unit }) => unit.id))],
    indicatorIds: [...new Set(cells.map(({ leaf }) => leaf.row.id))],
  };
  const rows = await listScores(db, assessmentId, of);
  const evidence = byCell(await listEvidenceOf(db, assessmentId, of));
  const rowByCell = new Map(rows.map((row) => [`${row.unitId}/${row.indicatorId}`, row]));
  return cells.map((cell) => {
    const key = `${cell.unit.id}/${cell.leaf.row.id}`;
    return toScore(cell, rowByCell.get(key), evidence.get(key) ?? []);
  });
}

/** One cell's score as it stands. */
export async function readScore(db: Database, assessmentId: string, cell: Cell): Promise<Score> {
  const unitId = cell.unit.id;
  const indicatorId = cell.leaf.row.id;
  const row = await findScore(db, { assessmentId, unitId, indicatorId });
  const of = { purpose: 'score' as const, unitIds: [unitId], indicatorIds: [indicatorId] };
  const found = await listEvidenceOf(db, assessmentId, of);
  return toScore(
    cell,
    row,
    found.map(({ evidence }) => evidence),
  );
}

function byCell(rows: readonly EvidenceOfCell[]): Map<string, Evidence[]> {
  const cells = new Map<string, Evidence[]>();
  for (const { unitId, indicatorId, evidence } of rows) {
    const key = `${unitId}/${indicatorId}`;
    const cell = cells.get(key);
    if (cell) cell.push(evidence);
    else cells.set(key, [evidence]);
  }
  return cells;
}
