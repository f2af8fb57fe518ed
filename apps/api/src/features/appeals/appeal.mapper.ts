import type { Appeal, AppealFigures } from '@gongping/contracts';
import type { AppealRow } from './appeal.repository.ts';

/** What of an appeal a reader may see: units learn their total and rank with the final result, and no names. */
export interface AppealView {
  readonly names: boolean;
  readonly totals: boolean;
}

const nothing: AppealFigures = { marks: null, total: null, band: null, rank: null };

export function toAppeal(row: AppealRow, view: AppealView): Appeal {
  const figures = (kept: AppealRow['before']): AppealFigures =>
    view.totals ? { ...nothing, ...kept } : { ...nothing, marks: kept?.marks ?? null };
  return {
    id: row.id,
    unit: { code: row.unitCode, name: { zh: row.unitNameZh, en: row.unitNameEn } },
    indicator: { code: row.indicatorCode, name: row.indicatorName },
    state: row.state,
    statement: row.statement,
    submittedAt: row.submittedAt.toISOString(),
    submittedBy: row.submittedByName,
    revision: row.revision,
    ruling:
      row.ruledAt === null
        ? null
        : {
            text: row.ruling,
            at: row.ruledAt.toISOString(),
            by: view.names ? row.ruledByName : null,
            before: figures(row.before),
            after: figures(row.after),
          },
  };
}
