import { formatDecimal } from '@gongping/scoring';

/** One row of a benchmark. */
export interface Figure {
  readonly name: string;
  readonly unit: 'µs' | 'ms' | 'MB' | '×' | '';
  readonly runs: readonly number[];
  /** What it was measured against in the same run. */
  readonly baseline?: { readonly name: string; readonly runs: readonly number[] };
  /** Of the median, of its ratio to the baseline's, or of what 95 % of the runs stay below. */
  readonly target?: { readonly of: 'median' | 'ratio' | 'p95'; readonly most: number };
}

export const medianOf = (runs: readonly number[]): number => {
  const sorted = [...runs].sort((a, b) => a - b);
  const [upper = NaN, lower = NaN] = [sorted[sorted.length >> 1], sorted[(sorted.length - 1) >> 1]];
  return (upper + lower) / 2;
};

const percentile95 = (runs: readonly number[]): number =>
  [...runs].sort((a, b) => a - b)[Math.ceil(0.95 * runs.length) - 1] ?? NaN;

/** The value that a target speaks of. */
const judgedOf = (figure: Figure): number => {
  if (figure.target?.of === 'p95') return percentile95(figure.runs);
  return figure.target?.of === 'ratio' ? ratioOf(figure) : medianOf(figure.runs);
};

const shown = (x: number): string => {
  if (Number.isNaN(x)) return '–';
  return x !== 0 && Math.abs(x) < 1e-3 ? x.toExponential(1) : formatDecimal(x, Math.abs(x) < 10 ? 2 : 0);
};

export const ratioOf = ({ runs, baseline }: Figure): number =>
  baseline === undefined ? NaN : medianOf(runs) / medianOf(baseline.runs);

/** Whether the target is held; null without one, or without the baseline that it speaks of. */
export const isHeld = (figure: Figure): boolean | null => {
  const { target } = figure;
  if (target === undefined) return null;
  const value = judgedOf(figure);
  return Number.isNaN(value) ? null : value <= target.most;
};

export const describeFigure = (figure: Figure): string => {
  const { name, unit, runs, baseline, target } = figure;
  const held = isHeld(figure);
  const columns = [
    name.padEnd(52),
    `${shown(medianOf(runs))} ${unit}`.trim().padStart(10),
    `(${shown(Math.min(...runs))}–${shown(Math.max(...runs))})`.padStart(16),
    baseline === undefined ? '' : `${baseline.name} ${shown(medianOf(baseline.runs))} ${unit}`.trim(),
    baseline === undefined ? '' : `ratio ${shown(ratioOf(figure))}`,
    target?.of === 'p95' ? `p95 ${shown(percentile95(runs))} ${unit}` : '',
    target === undefined ? '' : `target ${target.of} ≤ ${shown(target.most)}`,
    held === null ? '' : held ? 'held' : 'missed',
  ];
  return columns.filter((column) => column.trim() !== '').join('  ');
};
