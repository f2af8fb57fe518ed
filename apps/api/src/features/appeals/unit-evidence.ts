import { isOpen, type Language, type proofPurpose } from '@gongping/contracts';
import type { Database } from '@gongping/db';
import type { z } from 'zod';
import type { Actor } from '../../http/actor.ts';
import { ProblemError } from '../../http/problem-error.ts';
import type { EvidenceKeeper } from '../evidence/evidence-keepers.ts';
import type { EvidencePlace } from '../evidence/evidence-place.ts';
import { concealedLeaves } from '../mystery-requests/concealed-leaves.ts';
import type { Cell } from '../score-sheets/sheets.access.ts';
import { standingScore } from '../score-sheets/standing-scores.ts';
import { hasOpenAppeal, holdRound, listAppeals } from './appeal.repository.ts';
import { openProblemCell, openProblemRound, requireOpen, type ProblemRound } from './problem-access.ts';
import { requireTerm } from './appeal-term.ts';
import { isProblem } from './problem-of.ts';
import { findRectification } from './rectification.repository.ts';

type Purpose = z.infer<typeof proofPurpose>;

/**
 * A leaf of a unit's list as a place for the unit's own evidence: proof of an open appeal within its term, or of what
 * was put right.
 *
 * @throws ProblemError `not-found` where the unit is not the person's
 */
export async function proofPlace(
  db: Database,
  actor: Actor,
  at: {
    slug: string;
    unit: string;
    indicator: string;
    purpose: Purpose;
    now: Date;
    language: Language;
  },
): Promise<EvidencePlace> {
  const { cell, ...round } = await openProblemCell(db, actor, at);
  return placeOf(round, cell, at);
}

function placeOf(
  round: ProblemRound,
  { unit, leaf }: Cell,
  { purpose, now, language }: { purpose: Purpose; now: Date | null; language: Language },
): EvidencePlace {
  if (!round.speaksFor(unit)) throw new ProblemError('not-found');
  const key = { assessmentId: round.assessment.id, unitId: unit.id, indicatorId: leaf.row.id };
  return {
    assessmentId: key.assessmentId,
    purpose,
    unit: { id: unit.id, code: unit.code },
    leaf: { id: leaf.row.id, code: leaf.row.code },
    async hold(tx) {
      const assessment = await holdRound(tx, key.assessmentId);
      if (!assessment) throw new ProblemError('not-found');
      if (purpose === 'appeal') {
        requireOpen({ assessment }, 'appeal.write', language);
        if (now !== null) requireTerm(assessment, now, language);
        if (!(await hasOpenAppeal(tx, key))) throw new ProblemError('appeal-closed');
        return;
      }
      requireOpen({ assessment }, 'rectification.answer', language);
      if (!(await findRectification(tx, key))) throw new ProblemError('not-found');
    },
  };
}

/** The cell of a row that the person may read. @throws ProblemError `not-found` */
async function sightOf(
  db: Database,
  actor: Actor,
  { slug, row }: { slug: string; row: { unitId: string; indicatorId: string } },
): Promise<{ round: ProblemRound; cell: Cell }> {
  const round = await openProblemRound(db, actor, slug);
  const unit = round.frame.units.find(({ id }) => id === row.unitId);
  const cell = unit && round.cells(unit).find(({ leaf }) => leaf.row.id === row.indicatorId);
  if (!cell) throw new ProblemError('not-found');
  return { round, cell };
}

/** Whether a unit may see evidence of a score: from the feedback on, at the leaves that stand in its list. */
export async function isReported(
  db: Database,
  actor: Actor,
  { slug, row }: { slug: string; row: { unitId: string; indicatorId: string } },
): Promise<boolean> {
  if (!actor.grants.some(({ role, unitId }) => role === 'liaison' && unitId === row.unitId)) return false;
  const { round, cell } = await sightOf(db, actor, { slug, row });
  const { id, phase } = round.assessment;
  if (!round.speaksFor(cell.unit) || !isOpen('problems.read', phase)) return false;
  if ((await concealedLeaves(db, round.assessment)).has(cell.leaf.row.code)) return false;
  if (isProblem(cell.leaf.row.role, await standingScore(db, id, cell))) return true;
  const appeals = await listAppeals(db, id, row.unitId);
  return appeals.some(({ indicatorId }) => indicatorId === row.indicatorId);
}

/**
 * Evidence of units for one purpose: whoever reads the list sees it, whoever speaks for the unit keeps it. Proof may be
 * taken back as long as the appeal is open; only what is added has to come within the term.
 */
export function unitKeeper(purpose: Purpose): EvidenceKeeper {
  return {
    async requireSight(db, actor, at) {
      await sightOf(db, actor, at);
    },
    async placeOf(db, actor, at) {
      const { round, cell } = await sightOf(db, actor, at);
      return placeOf(round, cell, { purpose, now: null, language: at.language });
    },
  };
}
