import type { ReportFigure } from '../official-report.ts';
import {
  figureOf,
  fitted,
  frame,
  GREY,
  label,
  legend,
  line,
  nameRoom,
  rect,
  seriesColours,
  textWidth,
} from './chart.ts';
import type { ChartTexts } from './chart.ts';

export interface BarRow {
  readonly name: string;
  readonly value: number;
  /** The value as it is printed. */
  readonly shown: string;
  /** True for a row that the chart speaks of; the others are grey. All are in colour where none is. */
  readonly marked?: boolean;
}

/** Bars from zero, one below the other in the order given, with their figures. */
export function barChart(texts: ChartTexts, rows: readonly BarRow[]): ReportFigure {
  const marked = rows.some((row) => row.marked === true);
  const colourOf = (row: BarRow) => (marked && row.marked !== true ? GREY : seriesColours[0]);
  const parts = rows.map((row) => ({ ...row, parts: [row.value] }));
  return bars(texts, { rows: parts, colours: (row) => [colourOf(row)], heading: [] });
}

export interface StackedRow {
  readonly name: string;
  /** As long as the series. */
  readonly parts: readonly number[];
  readonly shown: string;
}

/** Bars of parts, with a legend above. @param series names of the parts */
export function stackedBarChart(
  texts: ChartTexts,
  { rows, series }: { readonly rows: readonly StackedRow[]; readonly series: readonly string[] },
): ReportFigure {
  const colours = series.map((_, at) => seriesColours[at % seriesColours.length] ?? GREY);
  const heading = series.map((name, at) => ({ name, colour: colours[at] ?? GREY }));
  return bars(texts, { rows, colours: () => colours, heading });
}

interface Bars<Row extends StackedRow> {
  readonly rows: readonly Row[];
  readonly colours: (row: Row) => readonly string[];
  readonly heading: Parameters<typeof legend>[0];
}

function bars<Row extends StackedRow>(
  texts: ChartTexts,
  { rows, colours, heading }: Bars<Row>,
): ReportFigure {
  const left = nameRoom(rows.map(({ name }) => name));
  const room = 14 + Math.max(0, ...rows.map(({ shown }) => textWidth(shown, frame.size)));
  const most = Math.max(...rows.map(({ parts }) => sum(parts)), 0) || 1;
  const scale = (frame.width - left - room) / most;
  const top = heading.length > 0 ? 30 : 6;
  const height = top + rows.length * frame.row + 6;
  const marks = rows.flatMap((row, at) => {
    const y = top + at * frame.row + frame.row / 2;
    let x = left;
    const pieces = row.parts.map((part, index) => {
      const from = x;
      x += part * scale;
      const box = { x: from, y: y - frame.bar / 2, width: part * scale, height: frame.bar };
      return rect(box, colours(row)[index] ?? GREY);
    });
    const name = fitted(row.name, left - 8);
    return [label(name, { x: left - 8, y, anchor: 'end' }), ...pieces, label(row.shown, { x: x + 6, y })];
  });
  const axis = line([left, top, left, height - 6], GREY);
  return figureOf(texts, { height, marks: [...legend(heading, 12), ...marks, axis] });
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
