import type { ChartOption } from './option.ts';
import {
  baseOption,
  categoryAxis,
  comparedColours,
  comparedSymbols,
  edgeColour,
  textColour,
  valueAxis,
} from './style.ts';

export interface Dumbbell {
  /** The two to five that are compared. */
  readonly names: readonly string[];
  /** From the top down; the caller sorts by difference. Values in the order of the names, null where there is none. */
  readonly rows: readonly { readonly name: string; readonly values: readonly (number | null)[] }[];
  readonly maximum?: number;
}

/** A few values a row, the lowest and the highest joined by a line: the line is the difference. */
export function dumbbell({ names, rows, maximum }: Dumbbell): ChartOption {
  return {
    ...baseOption,
    tooltip: { ...baseOption.tooltip, trigger: 'axis', axisPointer: { type: 'none' } },
    grid: { left: 8, right: 16, top: 8, bottom: 8, outerBoundsMode: 'same', outerBoundsContain: 'axisLabel' },
    xAxis: valueAxis(maximum),
    yAxis: { ...categoryAxis(rows.map(({ name }) => name)), inverse: true },
    series: [
      {
        type: 'custom',
        silent: true,
        tooltip: { show: false },
        data: rows.flatMap(({ values }, index) => {
          const known = values.filter((value) => value !== null);
          return known.length < 2 ? [] : [[Math.min(...known), Math.max(...known), index]];
        }),
        renderItem: (_parameters, api) => {
          const [x1 = 0, y = 0] = api.coord([api.value(0), api.value(2)]);
          const [x2 = 0] = api.coord([api.value(1), api.value(2)]);
          return {
            type: 'line',
            shape: { x1, y1: y, x2, y2: y },
            style: { stroke: edgeColour, lineWidth: 2 },
          };
        },
      },
      ...names.map((name, index) => ({
        type: 'scatter' as const,
        name,
        symbol: comparedSymbols[index] ?? 'circle',
        symbolSize: 10,
        itemStyle: { color: comparedColours[index] ?? textColour },
        data: rows.flatMap(({ values }, row) => {
          const value = values[index] ?? null;
          return value === null ? [] : [[value, row]];
        }),
        emphasis: { disabled: true },
      })),
    ],
  };
}
