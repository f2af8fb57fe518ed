import type { Claim, Language, ScoreWrite } from '@gongping/contracts';
import type { Database } from '@gongping/db';
import type { Actor } from '../../http/actor.ts';
import type { Dependencies } from '../../http/dependencies.ts';
import { ProblemError } from '../../http/problem-error.ts';
import { appendAudit } from '../audit/audit.service.ts';
import { checkWrite } from '../score-sheets/check-write.ts';
import { isSame } from '../score-sheets/judge-write.ts';
import { scoreFacts } from '../score-sheets/score-history.ts';
import type { Cell } from '../score-sheets/sheets.access.ts';
import * as repository from './claim.repository.ts';
import { findOwnCell, openClaims } from './claims.access.ts';
import { holdWriting } from './hold-claims.ts';
import { readClaim } from './read-claims.ts';

export interface ClaimWriteArgs {
  readonly slug: string;
  /** Codes of the unit and the leaf. */
  readonly unit: string;
  readonly indicator: string;
  readonly write: ScoreWrite;
  readonly language: Language;
  readonly requestId: string;
}

/**
 * Writes what a unit says of itself at a leaf, with its audit entry; by the same rules as a score. A write that asks for
 * what is there already changes nothing and is no conflict.
 *
 * @throws ProblemError `not-found` where the unit is not the person's, `wrong-phase`, `past-last-day`,
 *   `claims-submitted`, `invalid-input`, `stale` with the newer claim
 */
export async function writeClaim(deps: Dependencies, actor: Actor, args: ClaimWriteArgs): Promise<Claim> {
  const { db, clock } = deps;
  const { language, write } = args;
  const claims = await openClaims(db, actor, args.slug);
  const cell = findOwnCell(claims, args);
  const assessmentId = claims.assessment.id;
  const key = { assessmentId, unitId: cell.unit.id, indicatorId: cell.leaf.row.id };
  await db.transaction(async (tx) => {
    const now = clock();
    await holdWriting(tx, { ...key, now, language });
    const asked = checkWrite(cell, write, { language });
    const before = await repository.findClaim(tx, key);
    if (before && isSame(before, asked)) return;
    const seen = write.expectedRevision;
    if ((before?.revision ?? 0) !== seen) throw await staleClaim(tx, assessmentId, cell);
    const row = { ...key, ...asked, revision: seen + 1, updatedBy: actor.id, updatedAt: now };
    const written = before
      ? await repository.updateClaim(tx, row, seen)
      : await repository.insertClaim(tx, row);
    if (!written) {
      const newer = await repository.findClaim(tx, key);
      if (newer && isSame(newer, asked)) return;
      throw await staleClaim(tx, assessmentId, cell);
    }
    await appendAudit(tx, {
      scope: assessmentId,
      at: now,
      actor,
      action: 'claim.write',
      subject: `claim ${cell.unit.code}/${cell.leaf.row.code}`,
      before: before && scoreFacts(before),
      after: scoreFacts(row),
      reason: row.reason,
      requestId: args.requestId,
    });
  });
  return readClaim(db, assessmentId, cell);
}

async function staleClaim(tx: Database, assessmentId: string, cell: Cell): Promise<ProblemError> {
  const current = await readClaim(tx, assessmentId, cell);
  return new ProblemError('stale', { values: { name: current.updatedBy ?? '' }, current });
}
