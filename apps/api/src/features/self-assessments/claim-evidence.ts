import type { Language } from '@gongping/contracts';
import type { Database } from '@gongping/db';
import type { Actor } from '../../http/actor.ts';
import { ProblemError } from '../../http/problem-error.ts';
import type { EvidenceKeeper } from '../evidence/evidence-keepers.ts';
import type { EvidencePlace } from '../evidence/evidence-place.ts';
import { cellsOf, findCellOfEvidence, openSheets, type Cell } from '../score-sheets/sheets.access.ts';
import { listSubmissions } from './claim-stand.repository.ts';
import { findOwnCell, openClaims, speaksFor, type Claims } from './claims.access.ts';
import { mayCompare } from './compare-claims.ts';
import { holdWriting } from './hold-claims.ts';

/** Who asks when, in which language. */
interface Asking {
  readonly language: Language;
  readonly clock: () => Date;
}

/**
 * A leaf of one's own unit as a place for the proof of its claim; open while the claim may be written.
 * @throws ProblemError `not-found`, and what closes the place
 */
export async function claimPlace(
  db: Database,
  actor: Actor,
  at: Asking & { slug: string; unit: string; indicator: string },
): Promise<EvidencePlace> {
  const claims = await openClaims(db, actor, at.slug);
  const place = placeOf(claims, findOwnCell(claims, at), at);
  // Before a file is read or a page fetched that could not be kept; what counts is the hold of the transaction.
  await place.hold(db);
  return place;
}

/** Proof of claims: the unit keeps it; whoever may look at the claim sees it. */
export const claimKeeper: EvidenceKeeper = {
  async requireSight(db, actor, { slug, row }) {
    if (speaksFor(actor, row)) return;
    const sheets = await openSheets(db, actor, slug);
    findCellOfEvidence(sheets, row);
    const submissions = await listSubmissions(db, row.assessmentId, [row.unitId]);
    if (!mayCompare(actor, sheets, submissions.length > 0)) throw new ProblemError('not-found');
  },
  async placeOf(db, actor, { slug, row, ...asking }) {
    const claims = await openClaims(db, actor, slug);
    const unit = claims.units.find(({ id }) => id === row.unitId);
    const cells = unit && claims.writes(unit.id) ? cellsOf(claims.leaves, unit) : [];
    const cell = cells.find(({ leaf }) => leaf.row.id === row.indicatorId);
    if (!cell) throw new ProblemError('not-found');
    return placeOf(claims, cell, asking);
  },
};

function placeOf({ assessment }: Claims, { unit, leaf }: Cell, { language, clock }: Asking): EvidencePlace {
  const key = { assessmentId: assessment.id, unitId: unit.id };
  return {
    assessmentId: assessment.id,
    purpose: 'claim',
    unit: { id: unit.id, code: unit.code },
    leaf: { id: leaf.row.id, code: leaf.row.code },
    hold: (tx) => holdWriting(tx, { ...key, now: clock(), language }),
  };
}
