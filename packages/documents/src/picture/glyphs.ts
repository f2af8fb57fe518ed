import { openSync, type Font, type PathCommand } from './fontkit.ts';
import { fontFiles } from '../font-files.ts';
import type { Ring } from './raster.ts';

interface Outline {
  /** In parts of the size, upwards. */
  readonly rings: readonly Ring[];
  readonly advance: number;
}

export interface TextStyle {
  readonly size: number;
  readonly bold: boolean;
  /** `start`, `middle` or `end`. */
  readonly anchor: string;
}

/** A font and its outlines are kept: a thread draws many charts with the same few hundred letters. */
const fonts = new Map<boolean, { font: Font; outlines: Map<number, Outline> }>();

/** The outlines of a line of text. */
export function textRings(text: string, { x, y }: { x: number; y: number }, style: TextStyle): Ring[] {
  const outlines = [...text].map((character) => outlineOf(character.codePointAt(0) ?? 0, style.bold));
  const width = outlines.reduce((sum, { advance }) => sum + advance, 0) * style.size;
  const share = style.anchor === 'end' ? 1 : style.anchor === 'middle' ? 0.5 : 0;
  let pen = x - width * share;
  return outlines.flatMap(({ rings, advance }) => {
    const left = pen;
    pen += advance * style.size;
    return rings.map((ring) =>
      ring.map((value, at) => (at % 2 === 0 ? left + value * style.size : y - value * style.size)),
    );
  });
}

function outlineOf(codePoint: number, bold: boolean): Outline {
  const opened = fonts.get(bold) ?? {
    font: openSync(fontFiles[bold ? 'bold' : 'normal']),
    outlines: new Map<number, Outline>(),
  };
  fonts.set(bold, opened);
  const known = opened.outlines.get(codePoint);
  if (known) return known;
  const glyph = opened.font.glyphForCodePoint(codePoint);
  const scale = 1 / opened.font.unitsPerEm;
  const outline = { rings: flatten(glyph.path.commands, scale), advance: glyph.advanceWidth * scale };
  opened.outlines.set(codePoint, outline);
  return outline;
}

/** Pieces of a curve: letters of charts are small. */
const PIECES = 5;

function flatten(commands: readonly PathCommand[], scale: number): Ring[] {
  const rings: number[][] = [];
  for (const { command, args } of commands) {
    const points = args.map((value) => value * scale);
    if (command === 'moveTo') rings.push(points);
    const ring = rings.at(-1) ?? [];
    if (command === 'lineTo') ring.push(...points);
    if (command === 'quadraticCurveTo' || command === 'bezierCurveTo')
      ring.push(...curve(ring.slice(-2), points));
  }
  return rings;
}

/** Points of a Bézier curve by de Casteljau. */
function curve(start: readonly number[], rest: readonly number[]): number[] {
  return Array.from({ length: PIECES }, (_, piece) => {
    const t = (piece + 1) / PIECES;
    let points = [...start, ...rest];
    while (points.length > 2) {
      points = points.slice(2).map((value, at) => (points[at] ?? 0) * (1 - t) + value * t);
    }
    return points;
  }).flat();
}
