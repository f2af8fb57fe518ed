import type { Language } from '@gongping/contracts';
import type { Database } from '@gongping/db';
import type { Actor } from '../../http/actor.ts';
import { ProblemError } from '../../http/problem-error.ts';
import { isReported } from '../appeals/unit-evidence.ts';
import { holdCell } from '../score-sheets/hold-scoring.ts';
import { requireScoring } from '../score-sheets/scoring-phase.ts';
import {
  findCellOfEvidence,
  findOwnCell,
  openSheets,
  type Cell,
  type Sheets,
} from '../score-sheets/sheets.access.ts';
import type { EvidenceKeeper } from './evidence-keepers.ts';
import type { EvidencePlace } from './evidence-place.ts';

/** A cell of the score sheets, by the codes of its unit and leaf. */
export interface CellAddress {
  readonly slug: string;
  readonly unit: string;
  readonly indicator: string;
  readonly language: Language;
}

/**
 * A cell as a place for evidence of its score.
 * @throws ProblemError `not-found` where the cell is not the person's, `wrong-phase`
 */
export async function scorePlace(db: Database, actor: Actor, at: CellAddress): Promise<EvidencePlace> {
  const sheets = await openSheets(db, actor, at.slug);
  return placeOf(sheets, findOwnCell(sheets, at), at.language);
}

/** Evidence for scores: whoever sees the cell sees it and, in its list of problems, the unit; who scores it keeps it. */
export const scoreKeeper: EvidenceKeeper = {
  async requireSight(db, actor, { slug, row }) {
    if (await isReported(db, actor, { slug, row })) return;
    findCellOfEvidence(await openSheets(db, actor, slug), row);
  },
  async placeOf(db, actor, { slug, row, language }) {
    const sheets = await openSheets(db, actor, slug);
    const cell = findCellOfEvidence(sheets, row);
    // Of two raters each takes off what is theirs, also once they see each other.
    const isOthers = sheets.sight.slotOf(cell.unit.id, cell.leaf) !== null && row.addedBy !== actor.id;
    if (!sheets.sight.writes(cell.unit.id, cell.leaf) || isOthers) throw new ProblemError('not-found');
    return placeOf(sheets, cell, language);
  },
};

function placeOf(sheets: Sheets, cell: Cell, language: Language): EvidencePlace {
  const { assessment } = sheets;
  const { unit, leaf } = cell;
  requireScoring(assessment.phase, language);
  return {
    assessmentId: assessment.id,
    purpose: 'score',
    unit: { id: unit.id, code: unit.code },
    leaf: { id: leaf.row.id, code: leaf.row.code },
    hold: (tx) => holdCell(tx, { sheets, cell }, language),
  };
}
