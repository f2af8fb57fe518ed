import { cellValue } from './cell-value.ts';
import type { Line, LineCell } from './lines.ts';

/** A row told apart: what it is called, and its cells. */
export interface SplitLine {
  readonly labels: readonly LineCell[];
  readonly values: readonly LineCell[];
}

/** The labels are what stands before the first number; blank cells behind the last label are values. */
export const splitLine = ({ cells }: Line): SplitLine => {
  const kinds = cells.map(({ text }) => cellValue(text).kind);
  const firstNumber = kinds.findIndex((kind) => kind === 'number' || kind === 'dash');
  const before = firstNumber < 0 ? kinds : kinds.slice(0, firstNumber);
  const lastLabel = before.lastIndexOf('words');
  return {
    labels: cells.slice(0, lastLabel + 1).filter((_, i) => kinds[i] === 'words'),
    values: cells.slice(lastLabel + 1),
  };
};

/** So many values as a row has: without the blank cells behind them that merging leaves. */
export const withoutSpare = (values: readonly LineCell[], wanted: number): readonly LineCell[] => {
  const end = values.findLastIndex(({ text }) => text.trim() !== '') + 1;
  return values.slice(0, Math.max(end, wanted));
};
