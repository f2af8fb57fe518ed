import type { ReportFigure } from '../official-report.ts';
import { INK } from '../picture/colour.ts';
import { pictureSvg } from '../picture/picture-svg.ts';
import { readPicture } from '../picture/read-picture.ts';
import { fontFamily, type Svg } from './pdfmake.ts';
import type { PdfPage } from './report-pdf.ts';

/** Points of a pixel. */
const perPixel = 0.75;

/** A picture as wide as the page allows, and no higher than leaves room for its caption. */
export function pdfFigure(figure: ReportFigure, page: PdfPage): Svg {
  const scale = Math.min(perPixel, page.width / figure.width, (page.height * 0.8) / figure.height);
  const frame = { width: String(figure.width), height: String(figure.height), color: INK };
  const svg = pictureSvg(readPicture(figure.svg), frame).replaceAll('"currentColor"', `"${INK}"`);
  return { svg, font: fontFamily, width: figure.width * scale, alignment: 'center', margin: [0, 8, 0, 0] };
}
