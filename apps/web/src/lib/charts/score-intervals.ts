import { intervalLines } from './interval-lines.ts';
import type { ChartOption } from './option.ts';
import { baseOption, edgeColour, mutedColour, textColour, valueAxis } from './style.ts';
import { wrappedNames } from './wrapped-names.ts';

export interface ScoreIntervals {
  /** From the top down; the caller sorts. `before` is the score of the year before. */
  readonly rows: readonly {
    readonly name: string;
    readonly score: number;
    readonly low: number;
    readonly high: number;
    readonly before: number | null;
  }[];
  /** Ends of the scale. */
  readonly from: number;
  readonly to: number;
  /** Names of the two marks, for the tooltip. */
  readonly names: { readonly score: string; readonly before: string };
}

/** A line a row over the interval with the score as a dot on it, and the year before as a hollow diamond. */
export function scoreIntervals({ rows, from, to, names }: ScoreIntervals): ChartOption {
  return {
    ...baseOption,
    tooltip: { ...baseOption.tooltip, trigger: 'axis', axisPointer: { type: 'none' } },
    grid: { left: 8, right: 16, top: 8, bottom: 8, outerBoundsMode: 'same', outerBoundsContain: 'axisLabel' },
    xAxis: { ...valueAxis(to), min: from },
    yAxis: wrappedNames(rows.map(({ name }) => name)),
    series: [
      intervalLines(rows.map(({ low, high }) => ({ low: Math.max(from, low), high: Math.min(to, high) }))),
      {
        type: 'scatter',
        name: names.before,
        symbol: 'emptyDiamond',
        symbolSize: 9,
        itemStyle: { color: mutedColour },
        data: rows.flatMap(({ before }, index) => (before === null ? [] : [[before, index]])),
        emphasis: { disabled: true },
      },
      {
        type: 'scatter',
        name: names.score,
        symbolSize: 9,
        itemStyle: { color: textColour, borderColor: edgeColour },
        data: rows.map(({ score }, index) => [score, index]),
        emphasis: { disabled: true },
      },
    ],
  };
}
