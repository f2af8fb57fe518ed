import type { Evidence, Score } from '@gongping/contracts';
import type { Database } from '@gongping/db';
import { listEvidenceOf } from '../evidence/list-evidence.ts';
import { findRating, listRatings, type RatingRow } from './rating.repository.ts';
import { toScore } from './score.mapper.ts';
import { findScore, listScores, type ScoreRow } from './score.repository.ts';
import { showsEvidence, type Cell, type Sheets } from './sheets.access.ts';

/**
 * The scores of cells in the order of the cells, in three queries however many there are. One of two raters gets what
 * they gave a cell themselves, with their own evidence as long as they are blind to the other.
 */
export async function readScores(db: Database, sheets: Sheets, cells: readonly Cell[]): Promise<Score[]> {
  const { id } = sheets.assessment;
  const of = {
    unitIds: [...new Set(cells.map(({ unit }) => unit.id))],
    indicatorIds: [...new Set(cells.map(({ leaf }) => leaf.row.id))],
  };
  const slots = cells.map(({ unit, leaf }) => sheets.sight.slotOf(unit.id, leaf));
  const scores = slots.includes(null) ? await listScores(db, id, of) : [];
  const ratings = slots.some((slot) => slot !== null) ? await listRatings(db, id, of) : [];
  const rows = new Map<string, ScoreRow | RatingRow>();
  for (const row of scores) rows.set(key(row, null), row);
  for (const row of ratings) rows.set(key(row, row.slot), row);
  const evidence = await readEvidence(db, sheets, cells);
  return cells.map((cell, index) => {
    const row = rows.get(key(idsOf(cell), slots[index] ?? null));
    return toScore(cell, row, evidence.get(cell) ?? []);
  });
}

/** One cell's score as it stands, for the person as `readScores`. */
export async function readScore(db: Database, sheets: Sheets, cell: Cell): Promise<Score> {
  const slot = sheets.sight.slotOf(cell.unit.id, cell.leaf);
  const ids = { assessmentId: sheets.assessment.id, ...idsOf(cell) };
  const row = slot === null ? await findScore(db, ids) : await findRating(db, { ...ids, slot });
  const evidence = await readEvidence(db, sheets, [cell]);
  return toScore(cell, row, evidence.get(cell) ?? []);
}

/** The evidence of cells, as far as it is the person's to see. */
async function readEvidence(
  db: Database,
  sheets: Sheets,
  cells: readonly Cell[],
): Promise<Map<Cell, Evidence[]>> {
  const purpose = 'score';
  const found = await listEvidenceOf(db, sheets.assessment.id, {
    purpose,
    unitIds: [...new Set(cells.map(({ unit }) => unit.id))],
    indicatorIds: [...new Set(cells.map(({ leaf }) => leaf.row.id))],
  });
  const byCell = Map.groupBy(found, (row) => key(row, null));
  return new Map(
    cells.map((cell) => {
      const rows = byCell.get(key(idsOf(cell), null)) ?? [];
      const shown = rows.filter((row) => showsEvidence(sheets, cell, { ...row, purpose }));
      return [cell, shown.map(({ evidence }) => evidence)];
    }),
  );
}

function idsOf({ unit, leaf }: Cell): { unitId: string; indicatorId: string } {
  return { unitId: unit.id, indicatorId: leaf.row.id };
}

function key(of: { unitId: string; indicatorId: string }, slot: number | null): string {
  return `${of.unitId}/${of.indicatorId}/${slot ?? ''}`;
}
