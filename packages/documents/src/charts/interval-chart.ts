import type { ReportFigure } from '../official-report.ts';
import {
  dot,
  figureOf,
  fitted,
  frame,
  GREY,
  label,
  LIGHT,
  line,
  nameRoom,
  seriesColours,
  textWidth,
} from './chart.ts';
import type { ChartTexts } from './chart.ts';

export interface IntervalRow {
  readonly name: string;
  readonly value: number;
  readonly lower: number;
  readonly upper: number;
  readonly shown: string;
}

/**
 * Values with the interval that they lie in, on a scale that need not begin with zero: no bars, whose length would lie.
 * @param scale its ends, and the values with a line and their texts
 */
export function intervalChart(
  texts: ChartTexts,
  {
    rows,
    scale,
  }: {
    readonly rows: readonly IntervalRow[];
    readonly scale: { readonly from: number; readonly to: number; readonly ticks: readonly number[] };
  },
): ReportFigure {
  const left = nameRoom(rows.map(({ name }) => name));
  const room = 18 + Math.max(...rows.map(({ shown }) => textWidth(shown, frame.size)));
  const right = frame.width - room;
  const x = (value: number) =>
    left + 6 + ((right - left - 12) * (value - scale.from)) / (scale.to - scale.from || 1);
  const top = 6;
  const bottom = top + rows.length * frame.row;
  const ticks = scale.ticks.flatMap((tick) => [
    line([x(tick), top, x(tick), bottom], LIGHT),
    label(String(tick), { x: x(tick), y: bottom + 12, anchor: 'middle', size: 12 }),
  ]);
  const marks = rows.flatMap((row, at) => {
    const y = top + at * frame.row + frame.row / 2;
    return [
      label(fitted(row.name, left - 8), { x: left - 8, y, anchor: 'end' }),
      line([x(row.lower), y, x(row.upper), y], GREY, 4),
      dot(x(row.value), y, { radius: 5, colour: seriesColours[0] }),
      label(row.shown, { x: right + 12, y }),
    ];
  });
  return figureOf(texts, { height: bottom + 24, marks: [...ticks, ...marks] });
}
