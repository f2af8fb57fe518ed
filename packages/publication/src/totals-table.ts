import { ROOT } from '@gongping/scoring';
import type { ResultRow, TotalPart, UnitTotal } from '@gongping/scoring';
import { numberCell, yesOrNo } from './cells.ts';
import { tableOf } from './table.ts';
import type { ColumnsOf, PublishedTable } from './table.ts';

export const TOTALS = 'totals.csv';

interface Totals {
  readonly rows: Iterable<Pick<ResultRow, 'unit' | 'node' | 'rank'>>;
  readonly totals: readonly UnitTotal[];
}

const partColumns = (code: string): ColumnsOf<UnitTotal> => {
  const part = ({ parts }: UnitTotal): TotalPart | undefined => parts.find((one) => one.code === code);
  return {
    [`part_${code}`]: (total) => numberCell(part(total)?.value),
    [`weight_${code}`]: (total) => numberCell(part(total)?.weightInUse),
  };
};

/** How each unit's total came about, in the order of computing: the parts that are mixed first, the band last. */
export const totalsTable = ({ rows, totals }: Totals): PublishedTable => {
  const ranks = new Map<string, number | null>();
  for (const { unit, node, rank } of rows) if (node === ROOT) ranks.set(unit, rank);
  const parts = [...new Set(totals.flatMap((total) => total.parts.map(({ code }) => code)))];
  const columns: ColumnsOf<UnitTotal> = {
    unit: ({ unit }) => unit,
    kind: ({ kind }) => kind,
    ...Object.assign({}, ...parts.map(partColumns)),
    mixed: ({ mixed }) => numberCell(mixed),
    bonus_granted: ({ bonus }) => numberCell(bonus.granted),
    bonus: ({ bonus }) => numberCell(bonus.counted),
    penalty: ({ penalty }) => numberCell(penalty),
    before_cap: ({ beforeCap }) => numberCell(beforeCap),
    cap_applied: ({ capApplied }) => yesOrNo(capApplied),
    total: ({ total }) => numberCell(total),
    rank: ({ unit }) => numberCell(ranks.get(unit)),
    band_earned: ({ bandEarned }) => bandEarned ?? '',
    vetoes: ({ vetoes }) => vetoes.join('|'),
    band: ({ band }) => band ?? '',
  };
  return tableOf({ file: TOTALS, key: ['unit'] }, columns, totals);
};
