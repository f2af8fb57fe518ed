import type { AppealImpact, AppealRuling, Language, ruledScore, rulingBar } from '@gongping/contracts';
import type { Database } from '@gongping/db';
import type { z } from 'zod';
import type { Actor } from '../../http/actor.ts';
import type { Dependencies } from '../../http/dependencies.ts';
import { ProblemError } from '../../http/problem-error.ts';
import { appendAudit } from '../audit/audit.service.ts';
import { refusalOf } from '../results/compute.ts';
import { engineInput } from '../results/engine-input.ts';
import { gatherFacts } from '../results/gather-facts.ts';
import type { Asked } from '../score-sheets/judge-write.ts';
import { standingScore } from '../score-sheets/standing-scores.ts';
import { putScores } from '../score-sheets/put-scores.ts';
import { authorOf } from '../score-sheets/score-author.ts';
import { openSheets, visibleCells, type Cell, type Sheets } from '../score-sheets/sheets.access.ts';
import { visibleAssessment } from '../assessments/assessment.access.ts';
import * as repository from './appeal.repository.ts';
import { impactOf } from './impact.ts';
import { requireOpen } from './problem-access.ts';
import { checkRuledScore, scoreOfRuling } from './ruled-score.ts';
import { tellUnit } from './tell-of-appeal.ts';

export const rulers = ['reviewer', 'organiser'] as const;

export interface WantedAppeal {
  readonly slug: string;
  readonly id: string;
  readonly language: Language;
}

/** An appeal before somebody who may rule in its round. */
export interface OpenedAppeal {
  readonly sheets: Sheets;
  readonly row: repository.AppealRow;
  readonly cell: Cell;
}

/** @throws ProblemError `not-found`, `forbidden` */
export async function openAppeal(
  db: Database,
  actor: Actor,
  wanted: Pick<WantedAppeal, 'slug' | 'id'>,
): Promise<OpenedAppeal> {
  const { id } = await visibleAssessment(db, actor, { slug: wanted.slug, roles: rulers });
  const row = await repository.findAppeal(db, id, wanted.id);
  if (!row) throw new ProblemError('not-found');
  const sheets = await openSheets(db, actor, wanted.slug);
  const unit = sheets.frame.units.find((one) => one.id === row.unitId);
  const cell = unit && visibleCells(sheets, unit).find(({ leaf }) => leaf.row.id === row.indicatorId);
  if (!cell) throw new ProblemError('not-found');
  return { sheets, row, cell };
}

/**
 * What keeps a person from ruling: whoever had a hand in the score, and whoever belongs to the unit, leaves it to
 * another.
 */
export async function barOf(
  db: Database,
  actor: Actor,
  { sheets, row, cell }: OpenedAppeal,
): Promise<z.infer<typeof rulingBar> | null> {
  if (row.state !== 'open') return 'closed';
  if (actor.homeUnitId === row.unitId) return 'own-unit';
  const assessmentId = sheets.assessment.id;
  const evaluator = sheets.sight.evaluatorOf(row.unitId, cell.leaf)?.evaluatorId;
  const families = [cell.leaf.family];
  const { unitId, indicatorId } = row;
  const raters = await repository.listRaters(db, { assessmentId, unitId, indicatorId, families });
  const author = await authorOf(db, assessmentId, cell);
  // Whoever ruled an earlier appeal at the leaf did not give the score that this one is about first.
  const gave = author !== null && author.origin !== 'appeal' && author.id === actor.id;
  return gave || evaluator === actor.id || raters.has(actor.id) ? 'own-score' : null;
}

/**
 * What a change of the score would do, before anybody rules; nothing is written.
 * @throws ProblemError `not-found`, `forbidden`, `invalid-input`, `cannot-compute`
 */
export async function previewRuling(
  { db }: Dependencies,
  actor: Actor,
  wanted: WantedAppeal & { score: z.infer<typeof ruledScore> },
): Promise<AppealImpact> {
  const opened = await openAppeal(db, actor, wanted);
  const asked = checkRuledScore(opened.cell, wanted.score, wanted.language);
  return computeImpact(db, opened, { asked, language: wanted.language });
}

async function computeImpact(
  db: Database,
  { sheets, cell }: OpenedAppeal,
  { asked, language }: { asked: Asked | null; language: Language },
): Promise<AppealImpact> {
  const gathered = await gatherFacts(db, sheets.assessment, { evidence: 'none' });
  const facts = { ...gathered, method: { ...gathered.method, unscored: 'exclude' as const } };
  const unit = cell.unit.code;
  const indicator = cell.leaf.row.code;
  const { marks: before } = await standingScore(db, sheets.assessment.id, cell);
  const value = asked?.state === 'not_applicable' ? ('NA' as const) : Number(asked?.marks ?? 0);
  const after = asked === null ? before : asked.marks;
  const score = asked && { unit, indicator, value };
  try {
    return impactOf(engineInput(facts), facts.units, { unit, before, after, score });
  } catch (error) {
    throw refusalOf(error, language);
  }
}

/**
 * Rules an appeal: the new score where it is upheld, the reason, and what stood before and stands after.
 *
 * @throws ProblemError `not-found`, `forbidden`, `wrong-phase`, `may-not-rule`, `appeal-closed`, `stale`,
 *   `invalid-input`, `cannot-compute`
 */
export async function ruleAppeal(
  { db, clock }: Dependencies,
  actor: Actor,
  args: WantedAppeal & { ruling: AppealRuling; requestId: string },
): Promise<void> {
  const { ruling, language, requestId } = args;
  const found = await openAppeal(db, actor, args);
  requireOpen(found.sheets, 'appeal.rule', language);
  await db.transaction(async (tx) => {
    const assessment = await repository.holdRound(tx, found.sheets.assessment.id);
    if (!assessment) throw new ProblemError('not-found');
    requireOpen({ assessment }, 'appeal.rule', language);
    const opened = await openAppeal(tx, actor, args);
    const { row, cell } = opened;
    await refuseBarred(tx, actor, { opened, language });
    if (row.revision !== ruling.expectedRevision) throw new ProblemError('appeal-closed');
    const stands = await standingScore(tx, assessment.id, cell);
    const asked = scoreOfRuling(cell, { ruling, stands }, language);
    const { before, after } = await computeImpact(tx, opened, { asked, language });
    const now = clock();
    if (asked) {
      const by = { assessmentId: assessment.id, actor, now, action: 'score.write' as const, requestId };
      await putScores(tx, [{ cell, asked, origin: 'appeal' }], by);
    }
    const ruled = {
      state: ruling.outcome,
      ruling: ruling.text,
      ruledBy: actor.id,
      ruledAt: now,
      before,
      after,
    };
    if (!(await repository.closeAppeal(tx, row.id, { ...ruled, seen: row.revision })))
      throw new ProblemError('appeal-closed');
    await appendAudit(tx, {
      scope: assessment.id,
      at: now,
      actor,
      action: 'appeal.rule',
      subject: `appeal ${row.unitCode}/${row.indicatorCode}`,
      before,
      after: { outcome: ruling.outcome, ...after },
      reason: ruling.text,
      requestId,
    });
    await tellUnit(tx, { assessment, cell, id: row.id, at: now, outcome: ruling.outcome });
  });
}

const why = {
  'own-score': {
    zh: '该项得分由您评出或由您负责，不能由您裁定申诉。',
    en: 'You gave this score or were assigned to it, so the appeal is not yours to rule.',
  },
  'own-unit': {
    zh: '您是被评估单位的人员，不能裁定本单位的申诉。',
    en: 'You belong to the unit that appeals, so the appeal is not yours to rule.',
  },
} as const;

async function refuseBarred(
  tx: Database,
  actor: Actor,
  { opened, language }: { opened: OpenedAppeal; language: Language },
): Promise<void> {
  const bar = await barOf(tx, actor, opened);
  if (bar === 'closed') throw new ProblemError('appeal-closed');
  if (bar !== null) throw new ProblemError('may-not-rule', { values: { why: why[bar][language] } });
}
