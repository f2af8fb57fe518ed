import { intervalLines } from './interval-lines.ts';
import type { ChartOption } from './option.ts';
import { baseOption, edgeColour, textColour, valueAxis } from './style.ts';
import { wrappedNames } from './wrapped-names.ts';

export interface RankIntervals {
  /** From the top down; the caller sorts. `text` stands at the end of the line. */
  readonly rows: readonly {
    readonly name: string;
    readonly rank: number;
    readonly low: number;
    readonly high: number;
    readonly text: string;
  }[];
}

/** A line a row from the lower to the upper rank, and the official rank as a dot on it. */
export function rankIntervals({ rows }: RankIntervals): ChartOption {
  const last = Math.max(2, ...rows.flatMap(({ rank, high }) => [rank, high]));
  return {
    ...baseOption,
    tooltip: { ...baseOption.tooltip, show: false },
    grid: { left: 8, right: 56, top: 8, bottom: 8, outerBoundsMode: 'same', outerBoundsContain: 'axisLabel' },
    xAxis: { ...valueAxis(last), min: 1, minInterval: 1 },
    yAxis: wrappedNames(rows.map(({ name }) => name)),
    series: [
      intervalLines(rows),
      {
        type: 'scatter',
        symbolSize: 9,
        itemStyle: { color: textColour, borderColor: edgeColour },
        data: rows.map(({ rank }, index) => [rank, index]),
        emphasis: { disabled: true },
      },
      {
        // Carries the words at the end of each line, and has no mark of its own.
        type: 'scatter',
        symbolSize: 0,
        silent: true,
        data: rows.map(({ rank, high }, index) => [Math.max(rank, high), index]),
        label: {
          show: true,
          position: 'right',
          distance: 10,
          color: textColour,
          formatter: ({ dataIndex }) => rows[dataIndex]?.text ?? '',
        },
        emphasis: { disabled: true },
      },
    ],
  };
}
