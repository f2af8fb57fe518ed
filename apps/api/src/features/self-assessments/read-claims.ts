import type { Claim, Evidence } from '@gongping/contracts';
import type { Database } from '@gongping/db';
import { listEvidenceOf } from '../evidence/list-evidence.ts';
import type { Cell } from '../score-sheets/sheets.access.ts';
import { toClaim } from './claim.mapper.ts';
import { listClaims } from './claim.repository.ts';

const purpose = 'claim';

/** The claims of cells of one assessment, in the order of the cells, in two queries however many there are. */
export async function readClaims(
  db: Database,
  assessmentId: string,
  cells: readonly Cell[],
): Promise<Claim[]> {
  if (cells.length === 0) return [];
  const of = {
    unitIds: [...new Set(cells.map(({ unit }) => unit.id))],
    indicatorIds: [...new Set(cells.map(({ leaf }) => leaf.row.id))],
  };
  const rows = await listClaims(db, assessmentId, of);
  const rowOf = new Map(rows.map((row) => [`${row.unitId}/${row.indicatorId}`, row]));
  const evidenceOf = new Map<string, Evidence[]>();
  for (const { unitId, indicatorId, evidence } of await listEvidenceOf(db, assessmentId, {
    ...of,
    purpose,
  })) {
    const key = `${unitId}/${indicatorId}`;
    evidenceOf.set(key, [...(evidenceOf.get(key) ?? []), evidence]);
  }
  return cells.map((cell) => {
    const key = `${cell.unit.id}/${cell.leaf.row.id}`;
    return toClaim(cell, rowOf.get(key), evidenceOf.get(key) ?? []);
  });
}

/** One cell's claim as it stands. */
export async function readClaim(db: Database, assessmentId: string, cell: Cell): Promise<Claim> {
  const [claim] = await readClaims(db, assessmentId, [cell]);
  return claim ?? toClaim(cell, undefined, []);
}
