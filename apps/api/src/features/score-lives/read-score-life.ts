import type { scoreHistory } from '@gongping/contracts';
import type { z } from 'zod';
import type { Actor } from '../../http/actor.ts';
import type { Dependencies } from '../../http/dependencies.ts';
import { entriesOf, historyOfSubjects } from '../audit/read-audit.ts';
import { ratingSubject, scoreSubject } from '../score-sheets/score-history.ts';
import { findCell, openSheets, type Cell, type Sheets } from '../score-sheets/sheets.access.ts';
import { mayCompare } from '../self-assessments/compare-claims.ts';
import { isHandedIn } from '../self-assessments/read-submissions.ts';
import { lifeEntries } from './life-entries.ts';

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
  const handedIn = await isHandedIn(db, scope, cell.unit.id);
  const isBlind = sheets.sight.isBlind(cell.unit.id, cell.leaf);
  const subjects = [
    ...(mayCompare(actor, sheets, handedIn) ? [`claim ${placeOf(cell)}`] : []),
    ...ratingSubjects(sheets, cell),
    ...(isBlind ? [] : standingSubjects(cell)),
  ];
  const rows = await historyOfSubjects(db, scope, subjects);
  const closings = isBlind ? [] : await entriesOf(db, scope, ['assessment.phase', 'publication.create']);
  const all = [...rows, ...closings].toSorted((a, b) => a.sequence - b.sequence);
  return { entries: lifeEntries(all) };
}

/** Both ratings once both are handed in; before that a rater's own, and nobody else's. */
function ratingSubjects({ sight }: Sheets, { unit, leaf }: Cell): string[] {
  return ([1, 2] as const)
    .filter((slot) => sight.bothHandedIn(unit.id, leaf) || slot === sight.slotOf(unit.id, leaf))
    .map((slot) => ratingSubject(unit.code, leaf.row.code, slot));
}

/** What follows from the ratings, or from the one score. */
function standingSubjects(cell: Cell): string[] {
  const { unit, leaf } = cell;
  const place = placeOf(cell);
  const steps = ['not-applicable', 'arbitration', 'appeal'].map((step) => `${step} ${place}`);
  return [scoreSubject(unit.code, leaf.row.code), ...steps];
}

const placeOf = ({ unit, leaf }: Cell): string => `${unit.code}/${leaf.row.code}`;
