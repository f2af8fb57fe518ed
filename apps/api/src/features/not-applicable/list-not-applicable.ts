import { isOpen, type NotApplicableItem, type NotApplicableList } from '@gongping/contracts';
import type { Database } from '@gongping/db';
import { hasRole, type Actor } from '../../http/actor.ts';
import type { Dependencies } from '../../http/dependencies.ts';
import { toAssessmentSummary } from '../assessments/assessment.mapper.ts';
import { trimDecimal } from '../score-sheets/decimal.ts';
import { cellsOf, openSheets, type Cell, type Sheets } from '../score-sheets/sheets.access.ts';
import * as repository from './not-applicable.repository.ts';

/** A leaf that evaluators call N/A, with who they are. */
export interface FoundNotApplicable {
  readonly cell: Cell;
  readonly row: repository.NotApplicableRow;
  readonly raters: readonly { readonly id: string; readonly displayName: string }[];
}

/**
 * The leaves that evaluators call N/A, those that wait first: for organisers and reviewers all, for an evaluator their
 * own. In a fixed number of queries.
 * @throws ProblemError `not-found`, `forbidden`
 */
export async function listNotApplicable(
  { db }: Pick<Dependencies, 'db'>,
  actor: Actor,
  { slug, unit }: { slug: string; unit?: string | undefined },
): Promise<NotApplicableList> {
  const sheets = await openSheets(db, actor, slug);
  const found = await findNotApplicable(db, sheets);
  const items = found
    .filter(({ cell }) => unit === undefined || cell.unit.code === unit)
    .map((each) => toItem(sheets, each));
  const order = ['pending', 'rejected', 'approved'];
  return {
    assessment: toAssessmentSummary(sheets.assessment, sheets.frame.units.length),
    items: items.toSorted((a, b) => order.indexOf(a.state) - order.indexOf(b.state)),
  };
}

/** As far as the person may see them: nothing of a leaf at which the person is blind to another rater. */
export async function findNotApplicable(db: Database, sheets: Sheets): Promise<FoundNotApplicable[]> {
  const { assessment, frame, leaves, sight } = sheets;
  const rows = await repository.listNotApplicable(db, assessment.id);
  const raters = Map.groupBy(await repository.listRaters(db, assessment.id), key);
  const byUnit = Map.groupBy(rows, ({ unitId }) => unitId);
  return frame.units.flatMap((unit) => {
    const own = new Map(byUnit.get(unit.id)?.map((row) => [row.indicatorId, row]));
    const called = own.size === 0 ? [] : leaves.filter(({ row }) => own.has(row.id));
    return cellsOf(called, unit).flatMap((cell): FoundNotApplicable[] => {
      const row = own.get(cell.leaf.row.id);
      if (!row || !sight.sees(unit.id, cell.leaf) || sight.isBlind(unit.id, cell.leaf)) return [];
      const rated = row.origin === 'agreed' ? (raters.get(key(row)) ?? []) : [];
      const people = rated.map(({ raterId, displayName }) => ({ id: raterId, displayName }));
      const one = { id: row.updatedBy, displayName: row.updatedByName };
      return [{ cell, row, raters: people.length > 0 ? people : [one] }];
    });
  });
}

/** Why somebody may not decide on an N/A; null where they may. The phase and the role decide besides. */
export function barFrom(
  { actor, sight }: Sheets,
  { cell, raters }: Pick<FoundNotApplicable, 'cell' | 'raters'>,
): 'own-score' | 'own-unit' | null {
  if (actor.homeUnitId === cell.unit.id) return 'own-unit';
  const isRater = raters.some(({ id }) => id === actor.id) || sight.writes(cell.unit.id, cell.leaf);
  return isRater ? 'own-score' : null;
}

function toItem(sheets: Sheets, found: FoundNotApplicable): NotApplicableItem {
  const { cell, row, raters } = found;
  const { unit, leaf } = cell;
  const { actor, assessment } = sheets;
  const decides = hasRole(actor, ['organiser', 'reviewer'], assessment.id);
  return {
    unit: { code: unit.code, name: { zh: unit.nameZh, en: unit.nameEn } },
    indicator: { code: leaf.row.code, name: leaf.row.name },
    fullMarks: trimDecimal(cell.fullMarks),
    condition: leaf.row.naCondition,
    reason: row.reason,
    by: raters.map(({ displayName }) => displayName),
    at: row.updatedAt.toISOString(),
    revision: row.revision,
    state: row.outcome ?? 'pending',
    decision:
      row.decidedAt === null
        ? null
        : {
            by: row.decidedByName ?? '',
            at: row.decidedAt.toISOString(),
            reason: row.decisionReason ?? '',
          },
    mayDecide: decides && isOpen('na.approve', assessment.phase) && barFrom(sheets, found) === null,
  };
}

function key({ unitId, indicatorId }: { unitId: string; indicatorId: string }): string {
  return `${unitId}/${indicatorId}`;
}
