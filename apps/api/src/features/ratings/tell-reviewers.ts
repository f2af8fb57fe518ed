import type { Database } from '@gongping/db';
import type { LocalText } from '@gongping/scoring';
import { notify } from '../inbox/notify.ts';
import type { Cell, Sheets } from '../score-sheets/sheets.access.ts';
import { listReviewers } from './case.repository.ts';

/**
 * Tells the reviewers who may rule that cases of a unit wait: one message, however many there are. Call it in their
 * transaction.
 * @param of.raters of the unit: they cannot rule
 * @param of.occasion id of the first case
 */
export async function tellReviewers(
  tx: Database,
  { assessment }: Sheets,
  of: { cells: readonly Cell[]; raters: ReadonlySet<string>; occasion: string; at: Date },
): Promise<void> {
  const [first] = of.cells;
  if (!first) return;
  const { unit, leaf } = first;
  const reviewers = await listReviewers(tx, assessment.id, unit.id);
  const list = `/work/assessments/${assessment.slug}/scoring/arbitration`;
  await notify(tx, {
    kind: 'case-waiting',
    assessmentId: assessment.id,
    userIds: reviewers.filter((id) => !of.raters.has(id)),
    occasion: of.occasion,
    values: { unit: { zh: unit.nameZh, en: unit.nameEn }, indicator: namesOf(of.cells, first) },
    path: of.cells.length === 1 ? `${list}/${unit.code}/${leaf.row.code}` : list,
    at: of.at,
  });
}

function namesOf({ length }: readonly Cell[], { leaf }: Cell): LocalText {
  const { code, name } = leaf.row;
  if (length === 1) return { zh: `${code} ${name.zh}`, en: `${code} ${name.en}` };
  return { zh: `${code} ${name.zh}等 ${length} 项`, en: `${code} ${name.en} and ${length - 1} more` };
}
