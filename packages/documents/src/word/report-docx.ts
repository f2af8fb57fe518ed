import type { OfficialReport } from '../official-report.ts';
import { captionOf, imprintOf, listedHeadings, printedTitle, reportSections } from '../report-parts.ts';
import type { ReportPart, ReportSection } from '../report-parts.ts';
import { wordFile } from './word-file.ts';
import { landscape, portrait, sectionXml, type WordPage } from './word-page.ts';
import { wordPicture, type WordPicture } from './word-picture.ts';
import { wordTable } from './word-table.ts';
import { fieldEnd, fieldStart, paragraph, run, textParagraph } from './word-text.ts';

/** What the parts need beside the text. */
interface Drawn {
  readonly pictures: WordPicture[];
  readonly lists: boolean[];
}

/**
 * The report as a Word document (OOXML) in the form of official documents: A4, East Asian fonts in every style with
 * substitutes for machines without them, headings of the outline, heads of tables on each page, pages numbered, pictures
 * as vectors.
 *
 * @throws RangeError where a table has holes or a picture more than pictures may have
 */
export function reportDocx(report: OfficialReport): Uint8Array<ArrayBuffer> {
  const sections = reportSections(report);
  const drawn: Drawn = { pictures: [], lists: [] };
  const pages = [frontOf(report, sections), ...sections.map((section) => sectionOf(section, drawn))];
  const { title, author } = report;
  return wordFile({
    title,
    subject: report.subtitle ?? title,
    author,
    body: joined(pages, textParagraph('Source', report.source)),
    ...drawn,
  });
}

interface Pages {
  readonly page: WordPage;
  readonly content: string;
  /** True where the next one goes on below. */
  readonly open: boolean;
}

function frontOf(report: OfficialReport, sections: readonly ReportSection[]): Pages {
  const content = [
    textParagraph('Warning', report.warning),
    textParagraph('Title', printedTitle(report)),
    textParagraph('Subtitle', report.subtitle),
    textParagraph('Imprint', imprintOf(report)),
    report.contents ? contentsXml(sections) : '',
  ].join('');
  return { page: portrait, content, open: !report.contents };
}

/** Sections one after the other; each ends in a paragraph too small to be seen, the last one with the document. */
function joined(pages: readonly Pages[], source: string): string {
  const end = pages.length - 1;
  return pages
    .map(({ page, content, open }, at) => {
      if (at === end) return `${content}${source}${paragraph('SectionEnd', '')}${sectionXml(page)}`;
      const goesOn = open && pages[at + 1]?.page === page;
      return goesOn ? content : `${content}${paragraph('SectionEnd', '', sectionXml(page))}`;
    })
    .join('');
}

/**
 * The headings as a field that a word processor renews, with the numbers of the pages, when it is asked to. Nobody but
 * the word processor knows on which page a heading comes to lie.
 */
function contentsXml(sections: readonly ReportSection[]): string {
  const headings = listedHeadings(sections);
  const entries = headings.map(({ level, number, text }, at) => {
    const link = `<w:hyperlink w:anchor="${anchorOf(number)}" w:history="1">${run(text)}</w:hyperlink>`;
    const start = at === 0 ? fieldStart('TOC \\o "1-2" \\h \\z \\u') : '';
    return paragraph(
      level === 1 ? 'TOC1' : 'TOC2',
      `${start}${link}${at === headings.length - 1 ? fieldEnd : ''}`,
    );
  });
  return textParagraph('TOCHeading', '目录') + entries.join('');
}

const anchorOf = (number: number): string => `_Toc${String(number).padStart(8, '0')}`;

function sectionOf(section: ReportSection, drawn: Drawn): Pages {
  const page = section.landscape ? landscape : portrait;
  return { page, content: section.parts.map((part) => partXml(part, { page, drawn })).join(''), open: false };
}

function partXml(part: ReportPart, { page, drawn }: { page: WordPage; drawn: Drawn }): string {
  switch (part.kind) {
    case 'heading': {
      const mark = `w:id="${part.number}"`;
      const start = `<w:bookmarkStart ${mark} w:name="${anchorOf(part.number)}"/>`;
      return paragraph(`Heading${part.level}`, `${start}${run(part.text)}<w:bookmarkEnd ${mark}/>`);
    }
    case 'paragraph':
      return textParagraph('BodyText', part.text);
    case 'note':
      return textParagraph('Note', part.text);
    case 'list': {
      drawn.lists.push(part.ordered);
      const numbering = `<w:numPr><w:ilvl w:val="0"/><w:numId w:val="${drawn.lists.length}"/></w:numPr>`;
      return part.items.map((item) => paragraph('ListParagraph', run(item), numbering)).join('');
    }
    case 'table':
      // A paragraph between two tables keeps them apart: word processors join them otherwise.
      return `${textParagraph('Caption', captionOf(part))}${wordTable(part, page.block)}${paragraph('AfterTable', '')}`;
    case 'figure': {
      const { run: drawing, picture } = wordPicture(part, { number: part.number, page });
      drawn.pictures.push(picture);
      return paragraph('Figure', drawing) + textParagraph('FigureCaption', captionOf(part));
    }
  }
}
