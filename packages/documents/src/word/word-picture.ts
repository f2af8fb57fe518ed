import { escapeXml } from '../escape-xml.ts';
import type { ReportFigure } from '../official-report.ts';
import { INK } from '../picture/colour.ts';
import { picturePng } from '../picture/draw-picture.ts';
import { pictureSvg } from '../picture/picture-svg.ts';
import { readPicture } from '../picture/read-picture.ts';
import type { WordPage } from './word-page.ts';

/** A picture as vectors, and as pixels for programs that know no vectors. */
export interface WordPicture {
  readonly name: string;
  readonly svg: string;
  readonly png: Uint8Array;
}

/** English metric units: of a twentieth of a point, of a pixel, of an inch. */
const perTwip = 635;
const perPixel = 9525;
const perInch = 914_400;

/** A figure in its paragraph's run, and the files that it needs. @param number from 1, of the document's figures */
export function wordPicture(
  figure: ReportFigure,
  { number, page }: { readonly number: number; readonly page: WordPage },
): { run: string; picture: WordPicture } {
  const picture = readPicture(figure.svg);
  const most = { width: page.block * perTwip, height: page.height * perTwip * 0.8 };
  const scale = Math.min(perPixel, most.width / figure.width, most.height / figure.height);
  const size = { width: Math.floor(figure.width * scale), height: Math.floor(figure.height * scale) };
  const name = `figure${number}`;
  const frame = {
    width: String(figure.width),
    height: String(figure.height),
    color: INK,
    'font-family': 'Noto Sans CJK SC, Microsoft YaHei, 微软雅黑, SimHei, 黑体, sans-serif',
  };
  return {
    run: drawing(figure, { ...size, number, name }),
    picture: { name, svg: pictureSvg(picture, frame), png: picturePng(picture, size.width / perInch) },
  };
}

interface Placed {
  readonly number: number;
  readonly name: string;
  readonly width: number;
  readonly height: number;
}

const main = 'http://schemas.openxmlformats.org/drawingml/2006/main';
const pictures = 'http://schemas.openxmlformats.org/drawingml/2006/picture';
const vectors = 'http://schemas.microsoft.com/office/drawing/2016/SVG/main';

function drawing({ caption, alt }: ReportFigure, { number, name, width, height }: Placed): string {
  const [title, description] = [escapeXml(caption), escapeXml(alt)];
  const blip = `<a:blip r:embed="${name}-png"><a:extLst><a:ext uri="{96DAC541-7B7A-43D3-8B79-37D633B846F1}"><asvg:svgBlip xmlns:asvg="${vectors}" r:embed="${name}-svg"/></a:ext></a:extLst></a:blip>`;
  const shape = `<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="${width}" cy="${height}"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr>`;
  const inner = `<pic:pic xmlns:pic="${pictures}"><pic:nvPicPr><pic:cNvPr id="${number}" name="${name}" descr="${description}"/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill>${blip}<a:stretch><a:fillRect/></a:stretch></pic:blipFill>${shape}</pic:pic>`;
  return `<w:r><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent cx="${width}" cy="${height}"/><wp:docPr id="${number}" name="${name}" descr="${description}" title="${title}"/><wp:cNvGraphicFramePr><a:graphicFrameLocks xmlns:a="${main}" noChangeAspect="1"/></wp:cNvGraphicFramePr><a:graphic xmlns:a="${main}"><a:graphicData uri="${pictures}">${inner}</a:graphicData></a:graphic></wp:inline></w:drawing></w:r>`;
}
