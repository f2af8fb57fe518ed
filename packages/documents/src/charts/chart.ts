import { escapeXml } from '../escape-xml.ts';
import type { ReportFigure } from '../official-report.ts';

/** What every chart says of itself. */
export interface ChartTexts {
  readonly caption: string;
  /** What the chart shows, in a sentence. */
  readonly alt: string;
}

/** Families in their order; told apart by people who do not see red and green. */
export const seriesColours = ['#0072B2', '#009E73', '#E69F00', '#CC79A7', '#56B4E9', '#8A9099'] as const;
/** Context beside the point. */
export const GREY = '#8A9099';
export const LIGHT = '#C9CDD3';

/** Pixels. As wide as the text of a page; names to the left of `left`, figures to the right of `right`. */
export const frame = { width: 590, row: 26, bar: 16, size: 13 } as const;

/** Room for the longest name, so much at the most. */
export function nameRoom(names: readonly string[]): number {
  return Math.min(220, 12 + Math.max(...names.map((name) => textWidth(name, frame.size)), 40));
}

/** Chinese letters are as wide as high, others about half. */
export function textWidth(text: string, size: number): number {
  return [...text].reduce((sum, character) => sum + (character > '\u2e7f' ? size : size * 0.57), 0);
}

/** A name cut to its room. */
export function fitted(name: string, room: number): string {
  let text = name;
  while (textWidth(text, frame.size) > room && text.length > 2) text = `${[...text].slice(0, -2).join('')}…`;
  return text;
}

interface TextPlace {
  readonly x: number;
  readonly y: number;
  readonly anchor?: 'start' | 'middle' | 'end';
  readonly size?: number;
  readonly bold?: boolean;
}

/** @param place `y` of the middle of its line */
export function label(
  text: string,
  { x, y, anchor = 'start', size = frame.size, bold = false }: TextPlace,
): string {
  const weight = bold ? ' font-weight="bold"' : '';
  return `<text x="${at(x)}" y="${at(y + size * 0.36)}" font-size="${size}" text-anchor="${anchor}"${weight} fill="currentColor">${escapeXml(text)}</text>`;
}

interface Rect {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export function rect({ x, y, width, height }: Rect, colour: string): string {
  return `<rect x="${at(x)}" y="${at(y)}" width="${at(Math.max(0, width))}" height="${at(height)}" fill="${colour}"/>`;
}

export function line(
  [x1, y1, x2, y2]: readonly [number, number, number, number],
  colour: string,
  width = 1,
): string {
  return `<line x1="${at(x1)}" y1="${at(y1)}" x2="${at(x2)}" y2="${at(y2)}" stroke="${colour}" stroke-width="${width}"/>`;
}

export function dot(x: number, y: number, { radius, colour }: { radius: number; colour: string }): string {
  return `<circle cx="${at(x)}" cy="${at(y)}" r="${radius}" fill="${colour}"/>`;
}

/** A tenth of a pixel is enough. */
const at = (value: number): number => Math.trunc(value * 10) / 10;

export function figureOf(
  { caption, alt }: ChartTexts,
  { height, marks }: { height: number; marks: readonly string[] },
): ReportFigure {
  const { width } = frame;
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}">${marks.join('')}</svg>`;
  return { kind: 'figure', caption, alt, svg, width, height };
}

/** Squares with their words, above the bars. */
export function legend(
  series: readonly { readonly name: string; readonly colour: string }[],
  y: number,
): string[] {
  let x = 4;
  return series.flatMap(({ name, colour }) => {
    const left = x;
    x += 18 + textWidth(name, 12) + 16;
    return [
      rect({ x: left, y: y - 6, width: 12, height: 12 }, colour),
      label(name, { x: left + 18, y, size: 12 }),
    ];
  });
}
