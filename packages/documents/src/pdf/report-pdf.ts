import type { OfficialReport } from '../official-report.ts';
import { captionOf, imprintOf, printedTitle, reportSections, type ReportPart } from '../report-parts.ts';
import { pdfFigure } from './pdf-figure.ts';
import { fontFamily, pageNumber, writePdf, type Content, type Margins, type Text } from './pdfmake.ts';
import { headHeight, pdfTable } from './pdf-table.ts';
import { keptTogether, type Piece } from './kept-together.ts';

/** Points: 28 mm beside the text and 30 above it; a page on its side takes the same, turned. */
const margin = { side: 79, top: 85, bottom: 79 } as const;
const sizes = { long: 841.89, short: 595.28 } as const;
const bodySize = 13;
const bodyLine = 1.35;

/** The day that the report says it is of, where it says one. */
function issued(date: string): { creationDate?: Date } {
  const [, year, month, day] = /^(\d{4})年(\d{1,2})月(\d{1,2})日$/.exec(date) ?? [];
  return year === undefined
    ? {}
    : { creationDate: new Date(Date.UTC(Number(year), Number(month) - 1, Number(day))) };
}

/** The text block of a page. */
export interface PdfPage {
  readonly landscape: boolean;
  readonly width: number;
  readonly height: number;
}

const pageOf = (landscape: boolean): PdfPage => ({
  landscape,
  width: (landscape ? sizes.long : sizes.short) - 2 * margin.side,
  height: (landscape ? sizes.short : sizes.long) - margin.top - margin.bottom,
});

/**
 * The report as a PDF: the same text as the Word document, title and language set, headings as bookmarks, a table of
 * contents with the numbers of the pages, fonts in it.
 *
 * @throws RangeError where a table has holes or a picture more than pictures may have
 */
export function reportPdf(report: OfficialReport): Promise<Uint8Array<ArrayBuffer>> {
  const { title, author, date } = report;
  return writePdf({
    pageSize: 'A4',
    pageOrientation: 'portrait',
    pageMargins: [margin.side, margin.top, margin.side, margin.bottom],
    version: '1.7',
    language: report.language,
    displayTitle: true,
    info: {
      title,
      subject: report.subtitle ?? title,
      author,
      creator: author,
      producer: author,
      ...issued(date),
    },
    defaultStyle: { font: fontFamily, fontSize: bodySize, lineHeight: bodyLine },
    footer: pageNumber,
    content: contentOf(report),
  });
}

function contentOf(report: OfficialReport): Content[] {
  const sections = reportSections(report).map(({ landscape, parts }) => {
    const page = pageOf(landscape);
    return { landscape, contents: keptTogether(parts.flatMap((part) => partPieces(part, page))) };
  });
  const pages = sections.flatMap(({ landscape, contents: [first, ...rest] }, at) => {
    if (first === undefined) return [];
    const goesOn = at === 0 && !report.contents && !landscape;
    const turned = { pageOrientation: landscape ? 'landscape' : 'portrait' } as const;
    return goesOn ? [first, ...rest] : [{ ...first, ...turned, pageBreak: 'before' as const }, ...rest];
  });
  const source: Content[] =
    report.source === null ? [] : [{ text: report.source, fontSize: 10, margin: [0, 12, 0, 0] }];
  return [...frontOf(report), ...pages, ...source];
}

function frontOf(report: OfficialReport): Content[] {
  const centred = (text: string | null, style: Partial<Text>): Content[] =>
    text === null || text === '' ? [] : [{ text, alignment: 'center', ...style }];
  return [
    ...centred(report.warning, { bold: true, fontSize: 12, margin: [0, 0, 0, 8] }),
    ...centred(printedTitle(report), { bold: true, fontSize: 21, lineHeight: 1.2, margin: [0, 4, 0, 8] }),
    ...centred(report.subtitle, {}),
    ...centred(imprintOf(report), { margin: [0, 0, 0, 14] }),
    ...(report.contents
      ? [
          {
            toc: {
              title: {
                text: '目录',
                bold: true,
                fontSize: 15,
                alignment: 'center' as const,
                margin: [0, 10, 0, 8] as const,
              },
            },
          },
        ]
      : []),
  ];
}

const headingSizes = { 1: 16, 2: 14, 3: 13 } as const;
/** Two lines of text: so much stands below a heading at the least. */
const twoLines = 2 * bodySize * 1.45 * bodyLine;

function partPieces(part: ReportPart, page: PdfPage): Piece[] {
  switch (part.kind) {
    case 'heading':
      return [{ leads: true, content: headingText(part) }];
    case 'paragraph': {
      const style = { alignment: 'justify', leadingIndent: 2 * bodySize, margin: [0, 0, 0, 4] } as const;
      return [{ leads: false, content: { text: part.text, ...style }, beginning: twoLines }];
    }
    case 'note':
      return [
        { leads: false, content: { text: part.text, fontSize: 10, margin: [0, 0, 0, 8] }, beginning: 20 },
      ];
    case 'list': {
      const items = part.items.map((text): Text => ({ text, margin: [0, 0, 0, 2] }));
      const content = {
        ...(part.ordered ? { ol: items } : { ul: items }),
        margin: [bodySize, 0, 0, 4] as const,
      };
      return [{ leads: false, content, beginning: twoLines }];
    }
    case 'table':
      return [
        { leads: true, content: captionText(captionOf(part), [0, 10, 0, 4]) },
        { leads: false, content: pdfTable(part, page.width), beginning: headHeight(part, page.width) },
      ];
    case 'figure':
      return [
        { leads: true, content: pdfFigure(part, page) },
        { leads: false, content: captionText(captionOf(part), [0, 4, 0, 10]), beginning: 30 },
      ];
  }
}

const captionText = (text: string, margin: Margins): Text => ({
  text,
  bold: true,
  fontSize: 11,
  alignment: 'center',
  margin,
});

/** Its bookmark lies below that of the last heading above it. */
function headingText({ level, number, text, above }: Extract<ReportPart, { kind: 'heading' }>): Text {
  const indent = level === 1 ? 0 : 18;
  return {
    text,
    bold: true,
    fontSize: headingSizes[level],
    margin: [0, level === 1 ? 12 : 8, 0, 4],
    id: `heading-${number}`,
    outline: true,
    outlineExpanded: level === 1,
    ...(above === null ? {} : { outlineParentId: `heading-${above}` }),
    ...(level > 2
      ? {}
      : { tocItem: true, tocMargin: [indent, 1, 0, 1], tocStyle: { fontSize: 12, lineHeight: 1.2 } }),
  };
}
