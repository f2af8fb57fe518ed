import type { ChartOption } from './option.ts';
import { inkColour } from './style.ts';

/** Half the height of the strokes at the ends of a line. */
const CAP = 4;

/** One of the series of a chart. */
type Series = Extract<NonNullable<ChartOption['series']>, readonly unknown[]>[number];

/** A line a row from `low` to `high`, with a stroke at each end. */
export function intervalLines(rows: readonly { readonly low: number; readonly high: number }[]): Series {
  return {
    type: 'custom',
    // Lines that grow would show intervals that are not so.
    animation: false,
    silent: true,
    tooltip: { show: false },
    data: rows.map(({ low, high }, index) => [low, high, index]),
    renderItem: (_parameters, api) => {
      const [x1 = 0, y = 0] = api.coord([api.value(0), api.value(2)]);
      const [x2 = 0] = api.coord([api.value(1), api.value(2)]);
      const stroke = (from: [number, number], to: [number, number]) => ({
        type: 'line' as const,
        shape: { x1: from[0], y1: from[1], x2: to[0], y2: to[1] },
        style: { stroke: inkColour, lineWidth: 2 },
      });
      const children = [
        stroke([x1, y], [x2, y]),
        stroke([x1, y - CAP], [x1, y + CAP]),
        stroke([x2, y - CAP], [x2, y + CAP]),
      ];
      return { type: 'group', children };
    },
  };
}
