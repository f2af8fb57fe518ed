import { isOpen, type ArbitrationCase } from '@gongping/contracts';
import type { Database } from '@gongping/db';
import { hasRole, type Actor } from '../../http/actor.ts';
import { ProblemError } from '../../http/problem-error.ts';
import { trimDecimal } from '../score-sheets/decimal.ts';
import { cellsOf, openSheets, type Cell, type Sheets } from '../score-sheets/sheets.access.ts';
import type { CaseRow } from './case.repository.ts';
import { requireTwoRaters } from './rated-families.ts';
import { keyOfCell, toRatings, type RatedFacts } from './rating-views.ts';

/** A round with its cases, for reviewers and organisers. @throws ProblemError `not-found`, `forbidden` */
export async function openCases(db: Database, actor: Actor, slug: string): Promise<Sheets> {
  const sheets = await openSheets(db, actor, slug);
  if (!hasRole(actor, ['organiser', 'reviewer'], sheets.assessment.id)) throw new ProblemError('forbidden');
  requireTwoRaters(sheets);
  return sheets;
}

/** The cells that cases are about, by the key of the leaf. */
export function cellsByKey({ frame, leaves }: Sheets): Map<string, Cell> {
  const cells = frame.units.flatMap((unit) => cellsOf(leaves, unit));
  return new Map(cells.map((cell) => [keyOfCell(cell), cell]));
}

/** Whether the person is neither rater of the cell and does not belong to its unit. */
export function isNeutral({ actor, sight }: Sheets, cell: Cell, facts: RatedFacts): boolean {
  if (sight.slotOf(cell.unit.id, cell.leaf) !== null || actor.homeUnitId === cell.unit.id) return false;
  return !(facts.ratings.get(keyOfCell(cell)) ?? []).some(({ updatedBy }) => updatedBy === actor.id);
}

export function toCase(
  sheets: Sheets,
  facts: RatedFacts,
  { row, cell }: { row: CaseRow; cell: Cell },
): ArbitrationCase {
  const { actor, assessment } = sheets;
  const { unit, leaf, fullMarks } = cell;
  const score = facts.scores.get(keyOfCell(cell));
  const reviews = hasRole(actor, ['reviewer'], assessment.id) && isOpen('arbitration.rule', assessment.phase);
  return {
    unit: { code: unit.code, name: { zh: unit.nameZh, en: unit.nameEn } },
    indicator: { code: leaf.row.code, name: leaf.row.name, family: leaf.family },
    fullMarks: trimDecimal(fullMarks),
    ratings: toRatings(facts, cell).map(({ slot, rater, state, marks }) => ({ slot, rater, state, marks })),
    openedAt: row.openedAt.toISOString(),
    ruling:
      row.ruledAt === null
        ? null
        : {
            by: row.ruledByName ?? '',
            at: row.ruledAt.toISOString(),
            reason: row.reason,
            state: score?.state ?? 'unscored',
            marks: score?.marks ? trimDecimal(score.marks) : null,
          },
    mayRule: reviews && isNeutral(sheets, cell, facts),
  };
}
