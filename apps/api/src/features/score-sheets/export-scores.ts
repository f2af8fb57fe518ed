import type { Database } from '@gongping/db';
import type { Table } from '@gongping/tables';
import type { Medium } from '../../tables/words.ts';
import { assessmentFrame } from '../assessments/assessment-frame.ts';
import { namedAssessment } from './exchanged-round.ts';
import { listScores } from './score.repository.ts';
import { scoreTable } from './score-table.ts';
import { cellsOf } from './sheets.access.ts';
import { leavesOf } from './sheet-frame.ts';

/**
 * Every cell of a round, unit by unit in printing order; those without a score too, so that the table can be filled in.
 * @throws TablesError where there is no such assessment
 */
export async function exportScores(db: Database, slug: string, medium: Medium): Promise<Table[]> {
  const frame = await assessmentFrame(db, await namedAssessment(db, slug));
  const leaves = leavesOf(frame);
  const rows = await listScores(db, frame.assessment.id);
  const byCell = new Map(rows.map((row) => [`${row.unitId}/${row.indicatorId}`, row]));
  const cells = frame.units.flatMap((unit) =>
    cellsOf(leaves, unit).map((cell) => [cell, byCell.get(`${unit.id}/${cell.leaf.row.id}`)] as const),
  );
  return [scoreTable(cells, medium)];
}
