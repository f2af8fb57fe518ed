import type { ClaimSheet } from '@gongping/contracts';
import type { Actor } from '../../http/actor.ts';
import { dayInShanghai } from '../../http/day-in-shanghai.ts';
import type { Dependencies } from '../../http/dependencies.ts';
import { toAssessmentSummary } from '../assessments/assessment.mapper.ts';
import { findNotice, listLeadTasks, toIndicator } from '../indicator-systems/indicator-system.service.ts';
import { branchesTo } from '../score-sheets/sheet-frame.ts';
import { toUnit } from '../units/unit.service.ts';
import { toReopening, toSubmission } from './claim.mapper.ts';
import { closedBy, lastDayOf } from './claim-stand.ts';
import { listReopenings, listSubmissions } from './claim-stand.repository.ts';
import { findClaimUnit, openClaims } from './claims.access.ts';
import { readClaims } from './read-claims.ts';

/**
 * A unit's self-assessment through all its leaves. Nothing of what evaluators enter goes into it.
 * @throws ProblemError `not-found` where the unit is not the person's to see
 */
export async function readClaimSheet(
  { db, clock }: Dependencies,
  actor: Actor,
  wanted: { slug: string; unit: string },
): Promise<ClaimSheet> {
  const claims = await openClaims(db, actor, wanted.slug);
  const { assessment, frame } = claims;
  const { unit, cells } = findClaimUnit(claims, wanted.unit);
  const leaves = cells.map(({ leaf }) => leaf);
  const tasks = await listLeadTasks(db, assessment.indicatorSystemId);
  const [submission] = await listSubmissions(db, assessment.id, [unit.id]);
  const [reopening] = await listReopenings(db, assessment.id, [unit.id]);
  const lastDay = lastDayOf(assessment, reopening);
  const closed = closedBy(assessment, { lastDay, today: dayInShanghai(clock()) });
  const open = closed === null && claims.writes(unit.id);
  return {
    assessment: toAssessmentSummary(assessment, frame.units.length),
    unit: toUnit(unit),
    indicators: branchesTo(frame, leaves).map(toIndicator),
    claims: await readClaims(db, assessment.id, cells),
    leadTasks: tasks
      .filter(({ unitCode }) => unitCode === unit.code)
      .map(({ clause, role, text }) => ({ clause, role, text })),
    notice: await findNotice(db, assessment.indicatorSystemId),
    mine: claims.writes(unit.id),
    writable: open && !submission,
    open,
    submission: toSubmission(submission),
    reopening: toReopening(reopening),
    lastDay,
  };
}
