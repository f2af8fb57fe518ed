import type { AppealRuling } from '@gongping/contracts';
import type { Database } from '@gongping/db';
import type { LocalText } from '@gongping/scoring';
import { notify } from '../inbox/notify.ts';
import type { Cell } from '../score-sheets/sheets.access.ts';
import { listHolders } from './appeal.repository.ts';

interface Told {
  readonly assessment: { readonly id: string; readonly slug: string };
  readonly cell: Cell;
  /** Of the appeal. */
  readonly id: string;
  readonly at: Date;
}

/** Tells the reviewers, or the organisers where there are none, that an appeal waits. Call it in its transaction. */
export async function tellRulers(tx: Database, { assessment, cell, id, at }: Told): Promise<void> {
  const reviewers = await listHolders(tx, assessment.id, { role: 'reviewer', unitId: null });
  const userIds =
    reviewers.length > 0
      ? reviewers
      : await listHolders(tx, assessment.id, { role: 'organiser', unitId: null });
  await notify(tx, {
    kind: 'appeal-waiting',
    assessmentId: assessment.id,
    userIds,
    occasion: id,
    values: valuesOf(cell),
    path: `/work/assessments/${assessment.slug}/feedback/appeals/${id}`,
    at,
  });
}

const outcomes = {
  upheld: { zh: '采纳', en: 'upheld' },
  partly_upheld: { zh: '部分采纳', en: 'upheld in part' },
  rejected: { zh: '不予采纳', en: 'rejected' },
} as const satisfies Record<AppealRuling['outcome'], LocalText>;

/** Tells the liaisons of the unit what became of its appeal. Call it in the transaction of the ruling. */
export async function tellUnit(
  tx: Database,
  { assessment, cell, id, at, outcome }: Told & { outcome: AppealRuling['outcome'] },
): Promise<void> {
  await notify(tx, {
    kind: 'appeal-ruled',
    assessmentId: assessment.id,
    userIds: await listHolders(tx, assessment.id, { role: 'liaison', unitId: cell.unit.id }),
    occasion: id,
    values: { ...valuesOf(cell), ruling: outcomes[outcome] },
    path: `/work/assessments/${assessment.slug}/feedback/${cell.unit.code}#${cell.leaf.row.code}`,
    at,
  });
}

function valuesOf({ unit, leaf }: Cell) {
  const { code, name } = leaf.row;
  return {
    unit: { zh: unit.nameZh, en: unit.nameEn },
    indicator: { zh: `${code} ${name.zh}`, en: `${code} ${name.en}` },
  };
}
