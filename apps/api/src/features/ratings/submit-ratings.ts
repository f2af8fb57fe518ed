import type { handIn, Language, RatingSheet, Score, Slot } from '@gongping/contracts';
import type { Database } from '@gongping/db';
import type { z } from 'zod';
import type { Actor } from '../../http/actor.ts';
import type { Dependencies } from '../../http/dependencies.ts';
import { ProblemError } from '../../http/problem-error.ts';
import { appendAuditEntries } from '../audit/audit.service.ts';
import { holdScoring } from '../score-sheets/hold-scoring.ts';
import { readScores } from '../score-sheets/read-scores.ts';
import { listHandedIn, lockUnitRatings } from '../score-sheets/ratings.service.ts';
import { requireScoring } from '../score-sheets/scoring-phase.ts';
import { findUnit, openSheets, type Cell, type Sheets } from '../score-sheets/sheets.access.ts';
import { consolidate } from './consolidate.ts';
import { insertHandIns } from './hand-in.repository.ts';
import { familiesOf, requireTwoRaters } from './rated-families.ts';
import { readRatingSheet } from './read-rating-sheet.ts';

export interface HandInArgs {
  readonly slug: string;
  /** Code of the unit. */
  readonly unit: string;
  readonly handIn: z.infer<typeof handIn>;
  readonly language: Language;
  readonly requestId: string;
}

/** A family of a unit as one rater hands it in. */
interface OwnFamily {
  readonly family: string;
  readonly slot: Slot;
  readonly cells: readonly Cell[];
}

/**
 * Hands in what one rater gave the families of a unit; what is handed in already stays so. Where the other rater has
 * handed in too, scores and cases follow at once.
 *
 * @throws ProblemError `not-found` where nothing of it is the person's to score, `wrong-phase`, `rating-incomplete`
 *   with every leaf that is not ready
 */
export async function submitRatings(
  deps: Dependencies,
  actor: Actor,
  args: HandInArgs,
): Promise<RatingSheet> {
  const { db, clock } = deps;
  const sheets = await openSheets(db, actor, args.slug);
  requireTwoRaters(sheets);
  const { unit, cells } = findUnit(sheets, args.unit);
  const own = ownFamilies(sheets, cells);
  const names = args.handIn.families ?? own.map(({ family }) => family);
  const wanted = own.filter(({ family }) => names.includes(family));
  if (wanted.length === 0 || names.some((name) => !own.some(({ family }) => family === name))) {
    throw new ProblemError('not-found');
  }
  requireScoring(sheets.assessment.phase, args.language);
  await db.transaction(async (tx) => {
    await holdScoring(tx, sheets.assessment.id, args.language);
    await lockUnitRatings(tx, sheets.assessment.id, unit.id);
    const present = await listHandedIn(tx, sheets.assessment.id, unit.id);
    const isIn = (family: string, slot: number) =>
      present.some((one) => one.family === family && one.slot === slot);
    const open = wanted.filter(({ family, slot }) => !isIn(family, slot));
    if (open.length === 0) return;
    await refuseIncomplete(tx, sheets, { ...args, cells: open.flatMap((one) => one.cells) });
    await keep(tx, { sheets, open, actor, now: clock(), requestId: args.requestId });
    const both = open.filter(({ family, slot }) => isIn(family, slot === 1 ? 2 : 1));
    const all = familiesOf(sheets, unit);
    await consolidate(tx, {
      sheets,
      cells: both.flatMap(({ family }) => all.get(family) ?? []),
      actor,
      now: clock(),
      requestId: args.requestId,
    });
  });
  return readRatingSheet(deps, actor, args);
}

function ownFamilies({ sight }: Sheets, cells: readonly Cell[]): OwnFamily[] {
  const own = cells.filter(({ unit, leaf }) => sight.writes(unit.id, leaf));
  const groups = Map.groupBy(own, ({ unit, leaf }) => sight.familyOf(unit.id, leaf));
  return [...groups].flatMap(([family, group]) => {
    const [first] = group;
    const slot = first ? sight.slotOf(first.unit.id, first.leaf) : null;
    return slot === null ? [] : [{ family, slot, cells: group }];
  });
}

const lacks = {
  unscored: { zh: '未评分', en: 'not scored' },
  reason: { zh: '缺少扣分理由', en: 'lacks its reason' },
  evidence: { zh: '缺少佐证材料', en: 'lacks evidence' },
} as const;

async function refuseIncomplete(
  tx: Database,
  sheets: Sheets,
  { cells, handIn: asked, language }: Pick<HandInArgs, 'handIn' | 'language'> & { cells: readonly Cell[] },
): Promise<void> {
  const scores = await readScores(tx, sheets, cells);
  const errors = scores.flatMap((score, index) => {
    const wanted = lacksOf(score, cells[index]?.leaf.row.role !== 'score', asked.acceptIncomplete);
    const message = wanted.map((what) => lacks[what][language]).join(language === 'zh' ? '、' : ', ');
    return wanted.length === 0 ? [] : [{ path: score.indicator, message }];
  });
  if (errors.length === 0) return;
  throw new ProblemError('rating-incomplete', { errors });
}

function lacksOf(score: Score, optional: boolean, acceptIncomplete: boolean): (keyof typeof lacks)[] {
  if (score.state === 'unscored') return optional ? [] : ['unscored'];
  return acceptIncomplete ? [] : score.missing;
}

async function keep(
  tx: Database,
  by: { sheets: Sheets; open: readonly OwnFamily[]; actor: Actor; now: Date; requestId: string },
): Promise<void> {
  const { sheets, open, actor, now, requestId } = by;
  const assessmentId = sheets.assessment.id;
  const rows = open.flatMap(({ family, slot, cells }) => {
    const [first] = cells;
    return first ? [{ assessmentId, unit: first.unit, family, slot }] : [];
  });
  await insertHandIns(
    tx,
    rows.map(({ unit, family, slot }) => ({
      assessmentId,
      unitId: unit.id,
      family,
      slot,
      submittedBy: actor.id,
      submittedAt: now,
    })),
  );
  await appendAuditEntries(
    tx,
    assessmentId,
    rows.map(({ unit, family, slot }) => ({
      scope: assessmentId,
      at: now,
      actor,
      action: 'rating.submit',
      subject: handInSubject(unit.code, family, slot),
      after: { handedIn: true },
      reason: '',
      requestId,
    })),
  );
}

/** How the log names what a rater hands in: `ratings C04/A 2`. */
export function handInSubject(unitCode: string, family: string, slot: Slot): string {
  return `ratings ${unitCode}/${family} ${slot}`;
}
