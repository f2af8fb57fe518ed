import type { scoreHistory } from '@gongping/contracts';
import type { Database } from '@gongping/db';
import type { z } from 'zod';
import type { Actor } from '../../http/actor.ts';
import type { Dependencies } from '../../http/dependencies.ts';
import { entriesOf, historyOfSubjects } from '../audit/read-audit.ts';
import { scoreSubject } from '../score-sheets/score-history.ts';
import { findCell, openSheets, type Cell, type Sheets } from '../score-sheets/sheets.access.ts';
import { mayCompare } from '../self-assessments/compare-claims.ts';
import { isHandedIn } from '../self-assessments/read-submissions.ts';
import { lifeEntries } from './life-entries.ts';
import { listRaters, listSlotsHandedIn } from './rater.repository.ts';

/**
 * How a cell came to its score, oldest first, from the unit's claim to the final score. It holds what the person may see
 * and nothing else: one of two raters who are still blind to each other sees only their own rating, and a claim only
 * where claims are shown.
 *
 * @throws ProblemError `not-found`, `unit-not-assessed`
 */
export async function readScoreLife(
  { db }: Dependencies,
  actor: Actor,
  wanted: { slug: string; unit: string; indicator: string },
): Promise<z.infer<typeof scoreHistory>> {
  const sheets = await openSheets(db, actor, wanted.slug);
  const cell = findCell(sheets, wanted);
  const { id: scope } = sheets.assessment;
  const place = `${cell.unit.code}/${cell.leaf.row.code}`;
  const blindSlot = await blindSlotOf(db, actor, { sheets, cell });
  const isBlind = blindSlot !== null;
  const handedIn = await isHandedIn(db, scope, cell.unit.id);
  const subjects = [
    ...(mayCompare(actor, sheets, handedIn) ? [`claim ${place}`] : []),
    ...[1, 2].filter((slot) => !isBlind || slot === blindSlot).map((slot) => `rating ${place} ${slot}`),
    ...(isBlind
      ? []
      : [scoreSubject(cell.unit.code, cell.leaf.row.code), `arbitration ${place}`, `appeal ${place}`]),
  ];
  const rows = await historyOfSubjects(db, scope, subjects);
  const closings = isBlind ? [] : await entriesOf(db, scope, ['assessment.phase', 'publication.create']);
  const all = [...rows, ...closings].toSorted((a, b) => a.sequence - b.sequence);
  return { entries: lifeEntries(all) };
}

/**
 * The place of a person who is one of two raters of the cell and may not see the other yet, whatever other role the
 * person has; null of everybody else.
 */
async function blindSlotOf(
  db: Database,
  actor: Actor,
  { sheets, cell }: { sheets: Sheets; cell: Cell },
): Promise<number | null> {
  if (!sheets.assessment.procedure.doubleScoring) return null;
  const assigned = sheets.sight.evaluatorOf(cell.unit.id, cell.leaf);
  const family = assigned?.family ?? cell.leaf.family;
  const of = { assessmentId: sheets.assessment.id, unitId: cell.unit.id, family };
  const own = (await listRaters(db, of)).find(({ evaluatorId }) => evaluatorId === actor.id);
  if (!own) return null;
  const handedIn = await listSlotsHandedIn(db, of);
  return handedIn.includes(1) && handedIn.includes(2) ? null : own.slot;
}
