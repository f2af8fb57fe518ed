import type { ReportFigure } from '../official-report.ts';
import {
  figureOf,
  fitted,
  frame,
  label,
  LIGHT,
  line,
  nameRoom,
  rect,
  seriesColours,
  textWidth,
} from './chart.ts';
import type { ChartTexts } from './chart.ts';

export interface BulletRow {
  readonly name: string;
  readonly value: number;
  /** A mark across the bar; null for none. */
  readonly reference: number | null;
  /** Value and reference as they are printed. */
  readonly shown: string;
  readonly colour?: string;
}

/** Values against what others have, on a scale from zero to `most`. */
export function bulletChart(
  texts: ChartTexts,
  {
    rows,
    most,
    reference,
  }: { readonly rows: readonly BulletRow[]; readonly most: number; readonly reference: string },
): ReportFigure {
  const left = nameRoom(rows.map(({ name }) => name));
  const room = 14 + Math.max(...rows.map(({ shown }) => textWidth(shown, frame.size)));
  const width = frame.width - left - room;
  const top = 30;
  const height = top + rows.length * frame.row + 6;
  const marks = rows.flatMap((row, at) => {
    const y = top + at * frame.row + frame.row / 2;
    const colour = row.colour ?? seriesColours[at % seriesColours.length] ?? LIGHT;
    const box = { x: left, y: y - frame.bar / 2, height: frame.bar };
    const x = left + (width * (row.reference ?? 0)) / most;
    return [
      label(fitted(row.name, left - 8), { x: left - 8, y, anchor: 'end' }),
      rect({ ...box, width }, LIGHT),
      rect({ ...box, width: (width * row.value) / most }, colour),
      row.reference === null
        ? ''
        : line([x, y - frame.bar / 2 - 3, x, y + frame.bar / 2 + 3], 'currentColor', 2.5),
      label(row.shown, { x: frame.width - room + 8, y }),
    ];
  });
  const key = [line([8, 4, 8, 20], 'currentColor', 2.5), label(reference, { x: 16, y: 12, size: 12 })];
  return figureOf(texts, { height, marks: [...key, ...marks] });
}
