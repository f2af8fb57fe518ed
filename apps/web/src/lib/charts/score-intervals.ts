import type { ChartOption } from './option.ts';
import { baseOption, edgeColour, inkColour, mutedColour, textColour, valueAxis } from './style.ts';
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

/** Half the height of the strokes at the ends of a line. */
const CAP = 4;

/** A line a row over the interval with the score as a dot on it, and the year before as a hollow diamond. */
export function scoreIntervals({ rows, from, to, names }: ScoreIntervals): ChartOption {
  return {
    ...baseOption,
    tooltip: { ...baseOption.tooltip, trigger: 'axis', axisPointer: { type: 'none' } },
    grid: { left: 8, right: 16, top: 8, bottom: 8, outerBoundsMode: 'same', outerBoundsContain: 'axisLabel' },
    xAxis: { ...valueAxis(to), min: from },
    yAxis: wrappedNames(rows.map(({ name }) => name)),
    series: [
      {
        type: 'custom',
        // Lines that grow would show intervals that are not so.
        animation: false,
        silent: true,
        tooltip: { show: false },
        data: rows.map(({ low, high }, index) => [Math.max(from, low), Math.min(to, high), index]),
        renderItem: (_parameters, api) => {
          const [x1 = 0, y = 0] = api.coord([api.value(0), api.value(2)]);
          const [x2 = 0] = api.coord([api.value(1), api.value(2)]);
          const stroke = (start: [number, number], end: [number, number]) => ({
            type: 'line' as const,
            shape: { x1: start[0], y1: start[1], x2: end[0], y2: end[1] },
            style: { stroke: inkColour, lineWidth: 2 },
          });
          const children = [
            stroke([x1, y], [x2, y]),
            stroke([x1, y - CAP], [x1, y + CAP]),
            stroke([x2, y - CAP], [x2, y + CAP]),
          ];
          return { type: 'group', children };
        },
      },
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
