import { agreementLimits, type CalibrationReport, type GuidanceNote } from '@gongping/contracts';
import { isUnclear, type Share } from '../ratings/agreement-figures.ts';
import { trimDecimal } from '../score-sheets/decimal.ts';
import type { Cell, Sheets } from '../score-sheets/sheets.access.ts';
import {
  calibrationFigures,
  distanceFromMedian,
  medianOf,
  spreadOf,
  type SharesOfCell,
} from './calibration-figures.ts';
import type { EntryRow } from './entry.repository.ts';

interface Facts {
  readonly sheets: Sheets;
  /** The leaves of all reference units. */
  readonly cells: readonly Cell[];
  /** What those who handed in entered, or everybody once it was closed before. */
  readonly entries: readonly EntryRow[];
  readonly guidance: ReadonlyMap<string, GuidanceNote>;
}

interface Compared {
  readonly cell: Cell;
  readonly rows: readonly EntryRow[];
  readonly shares: SharesOfCell;
}

/** Two or more reference units are few: every comparison counts for the verdict that a leaf is unclear. */
const limits = agreementLimits.parse({ atLeast: 2 });

/** What a closed calibration shows: leaf by leaf how far the evaluators are apart, and how far each is from the median. */
export function calibrationReport({ sheets, cells, entries, guidance }: Facts): CalibrationReport {
  const threshold = sheets.assessment.procedure.arbitrationThreshold;
  const byCell = Map.groupBy(entries, (row) => `${row.unitId}/${row.indicatorId}`);
  const compared = cells.map((cell): Compared => {
    const rows = byCell.get(`${cell.unit.id}/${cell.leaf.row.id}`) ?? [];
    const given = rows.flatMap((row) => {
      const share = shareOf(row, cell);
      return share === null ? [] : [[row.raterId, share] as const];
    });
    return { cell, rows, shares: new Map(given) };
  });
  const all = compared.map(({ shares }) => shares);
  const raters = new Map(entries.map(({ raterId, updatedByName }) => [raterId, updatedByName]));
  const byLeaf = Map.groupBy(compared, ({ cell }) => cell.leaf);
  return {
    raters: [...raters].map(([id, displayName]) => ({ id, displayName, ...distanceFromMedian(all, id) })),
    overall: calibrationFigures(all, threshold),
    indicators: sheets.leaves.flatMap((leaf) => {
      const of = byLeaf.get(leaf);
      if (!of) return [];
      const shares = of.map((each) => each.shares);
      const figures = calibrationFigures(shares, threshold);
      const spreads = shares.flatMap((each) => spreadOf(each.values()) ?? []);
      const { id, code, name } = leaf.row;
      return [
        {
          ...figures,
          code,
          name,
          family: leaf.family,
          spread: spreads.length === 0 ? null : Math.max(...spreads),
          unclear: isUnclear(figures, limits),
          guidance: guidance.get(id) ?? null,
          cells: of.map(toCell),
        },
      ];
    }),
  };
}

function toCell({ cell, rows, shares }: Compared): CalibrationReport['indicators'][number]['cells'][number] {
  const median = medianOf(shares.values());
  return {
    unitId: cell.unit.id,
    fullMarks: trimDecimal(cell.fullMarks),
    median,
    spread: spreadOf(shares.values()),
    values: rows.map(({ raterId, state, marks, reason }) => {
      const share = shares.get(raterId);
      const isNumber = typeof share === 'number' && median !== null;
      return {
        raterId,
        state,
        marks: marks === null ? null : trimDecimal(marks),
        reason,
        fromMedian: isNumber ? share - median : null,
      };
    }),
  };
}

function shareOf({ state, marks }: EntryRow, { fullMarks }: Cell): Share | null {
  if (state === 'not_applicable') return 'NA';
  return marks === null || Number(fullMarks) === 0 ? null : Number(marks) / Number(fullMarks);
}
