import { unzipSync } from 'fflate';
import mammoth from 'mammoth';
import { extractText, getDocumentProxy } from 'unpdf';
import { beforeAll, describe, expect, it } from 'vitest';
import type { OfficialReport } from './official-report.ts';
import { reportPdf } from './pdf/report-pdf.ts';
import { shortReport } from './report.fixture.ts';
import { reportHtml } from './report-html.ts';
import { reportDocx } from './word/report-docx.ts';

const flat = (text: string) => text.replaceAll(/\s/g, '');
const unescaped = (text: string) =>
  text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&amp;', '&');
/** Of elements of one name, in their order. */
const textsIn = (xml: string, name: string) =>
  [...xml.matchAll(new RegExp(`<${name}(?: [^>]*)?>([^<]*)</${name}>`, 'g'))].map(([, text = '']) =>
    unescaped(text),
  );
const numbersOf = (text: string) => (text.match(/\d+(\.\d+)?/g) ?? []).sort();

/** The parts of a Word document as text. */
function partsOf(report: OfficialReport): Record<string, string> {
  const files = unzipSync(reportDocx(report));
  return Object.fromEntries(
    Object.entries(files).map(([name, bytes]) => [name, new TextDecoder().decode(bytes)]),
  );
}

/** Without the numbers of the pages. */
async function pdfOf(report: OfficialReport) {
  const bytes = await reportPdf(report);
  const pdf = await getDocumentProxy(new Uint8Array(bytes));
  const { text } = await extractText(pdf, { mergePages: false });
  const pages = text.map((page) => page.replace(/— \d+ —/, ''));
  return { pdf, pages, raw: Buffer.from(bytes).toString('latin1') };
}

let html: string;
let parts: Record<string, string>;
let pdf: Awaited<ReturnType<typeof pdfOf>>;
let document: string;

beforeAll(async () => {
  html = reportHtml(shortReport);
  parts = partsOf(shortReport);
  document = parts['word/document.xml'] ?? '';
  pdf = await pdfOf(shortReport);
});

/** Every text of the report, as it was given. */
function textsOf({ blocks, title, subtitle, source, warning }: OfficialReport): string[] {
  const inside = blocks.flatMap((block) => {
    if (block.kind === 'table')
      return [block.caption, ...[...block.head, ...block.rows].flat().map(({ text }) => text)];
    if (block.kind === 'list') return [...block.items];
    if (block.kind === 'figure') return [block.caption, ...textsIn(block.svg, 'text')];
    return block.kind === 'page-break' ? [] : [block.text];
  });
  return [title, subtitle, source, warning, ...inside].filter((text) => text !== null);
}

it('says the same in all three: every text, and every number as often', () => {
  const inWord = [
    ...textsIn(document, 'w:t'),
    ...textsIn(parts['word/media/figure1.svg'] ?? '', 'text'),
  ].join(' ');
  const inHtml = unescaped(html.replaceAll(/<(title|desc)[^>]*>[^<]*<\/\1>|<[^>]+>/g, ' '));
  const inPdf = pdf.pages.join(' ');
  for (const text of textsOf(shortReport)) {
    for (const said of [inWord, inHtml, inPdf]) expect(flat(said)).toContain(flat(text));
  }
  expect(numbersOf(inHtml)).toContain('87.65');
  expect(numbersOf(inWord)).toEqual(numbersOf(inHtml));
  expect(numbersOf(inPdf)).toEqual(numbersOf(inHtml));
});

describe('the page', () => {
  it('keeps tables of many columns readable: they scroll', () => {
    const table = (columns: number): OfficialReport => ({
      ...shortReport,
      blocks: [{ kind: 'table', caption: '表', head: [], rows: [Array(columns).fill({ text: '1' })] }],
    });
    expect(reportHtml(table(7))).toContain('class="report-table report-wide"');
    expect(reportHtml(table(6))).not.toContain('report-wide');
  });

  it('has headings in order below the level given', () => {
    const levels = (of: string) => [...of.matchAll(/<h(\d)/g)].map(([, level]) => Number(level));
    expect(levels(html)).toEqual([1, 2, 3, 4]);
    expect(levels(reportHtml(shortReport, { level: 2 }))).toEqual([2, 3, 4, 5]);
  });

  it('has tables with captions, scopes and merged cells', () => {
    expect(html).toContain('<caption>表1  行政复议、行政诉讼情况</caption>');
    expect(html).toContain(
      '<th scope="colgroup" colspan="2" rowspan="2" class="report-center">行政复议</th>',
    );
    expect(html).toContain('<th scope="rowgroup" rowspan="2" class="report-center">A1 标准目录</th>');
    expect(html).toContain('<td class="report-right">2.60</td>');
  });

  it('escapes what it is given, and says what its pictures show', () => {
    expect(html).toContain('&lt;总报告&gt; &amp; 附录');
    expect(html).not.toContain('<b>');
    expect(html).toContain('role="img" aria-labelledby="report-figure-1-title report-figure-1-desc"');
    expect(html).toContain('失分最多的是“标准目录”，共31.50分。</desc>');
  });

  it('lists its headings where contents are wanted', () => {
    const listed = reportHtml({ ...shortReport, contents: true });
    expect(listed).toContain('<a href="#report-1">一、总体情况</a>');
    expect(listed).not.toContain('<a href="#report-3">');
  });
});

describe('the Word document', () => {
  it('is read by others: headings, lists, tables with merged cells', async () => {
    const { value, messages } = await mammoth.convertToHtml({ buffer: Buffer.from(reportDocx(shortReport)) });
    expect(value).toMatch(/<h1>(<a [^>]*><\/a>)?一、总体情况<\/h1>/);
    expect(value).toContain('<li>教育领域缺6条目录</li>');
    expect(value).toContain('<th colspan="2" rowspan="2"><p>行政复议</p></th>');
    expect(value).toMatch(/<td rowspan="2"><p>A1 标准目录<\/p><\/td>/);
    expect(messages.filter(({ type }) => type === 'error')).toEqual([]);
  });

  it('repeats heads, turns pages for wide tables, and numbers them all', () => {
    expect(document.match(/<w:tblHeader\/>/g)).toHaveLength(4);
    expect(document.match(/<w:sectPr>/g)).toHaveLength(2);
    expect(document).toContain('w:orient="landscape"');
    // The heading that stands before the table on its side stands on its page.
    expect(document.indexOf('<w:sectPr>')).toBeLessThan(document.indexOf('1.附表'));
    expect(parts['word/footer.xml']).toContain(' PAGE ');
  });

  it('has pictures as vectors, as pixels, and in words', () => {
    expect(document).toContain('r:embed="figure1-svg"');
    expect(document).toContain('descr="失分最多的是“标准目录”，共31.50分。"');
    expect(parts['word/media/figure1.svg']).toMatch(
      /^<svg xmlns="http:\/\/www.w3.org\/2000\/svg" viewBox="0 0 590 /,
    );
    const png = unzipSync(reportDocx(shortReport))['word/media/figure1.png'] ?? new Uint8Array();
    // 590 pixels at 96 an inch are printed as wide as the text allows, 156 mm, at 144 pixels an inch.
    expect(Buffer.from(png).readUInt32BE(16)).toBe(885);
  });

  it('has contents as a field with links to the headings', () => {
    const text = partsOf({ ...shortReport, contents: true })['word/document.xml'] ?? '';
    expect(text).toContain('TOC \\o "1-2" \\h \\z \\u');
    const anchors = [...text.matchAll(/w:anchor="([^"]+)"/g)].map(([, anchor]) => anchor);
    expect(anchors).toHaveLength(2);
    for (const anchor of anchors) expect(text).toContain(`w:name="${anchor}"`);
  });

  it('is the same bytes for the same report, and says its language and title', () => {
    expect(reportDocx(shortReport)).toEqual(reportDocx(shortReport));
    expect(parts['docProps/core.xml']).toContain('<dc:language>zh-CN</dc:language>');
    expect(parts['docProps/core.xml']).toContain('“政务公开”评估 &lt;总报告&gt; &amp; 附录');
    for (const font of ['仿宋', '楷体', '黑体', '方正小标宋简体'])
      expect(parts['word/fontTable.xml']).toMatch(new RegExp(`w:name="${font}"><w:altName`));
  });

  it('leaves out what XML cannot say', () => {
    const odd = { ...shortReport, title: '坏\u0000字\ud800符\u000b' };
    expect(partsOf(odd)['docProps/core.xml']).toContain('<dc:title>坏字符</dc:title>');
  });
});

describe('the PDF', () => {
  it('has title, language, author, and its fonts in it', async () => {
    const { info } = await pdf.pdf.getMetadata();
    expect(info).toMatchObject({ Title: shortReport.title, Language: 'zh-CN', Author: shortReport.author });
    const fonts = pdf.raw.match(/\/Type \/FontDescriptor/g) ?? [];
    expect(fonts).toHaveLength(2);
    expect(pdf.raw.match(/\/FontFile3? /g)).toHaveLength(fonts.length);
    expect(pdf.raw).toContain('/DisplayDocTitle true');
  });

  it('has the headings as bookmarks, one below the other', async () => {
    const outline = await pdf.pdf.getOutline();
    expect(outline.map(({ title }) => title)).toEqual(['一、总体情况']);
    expect(outline[0]?.items[0]?.title).toBe('（一）评估对象');
    expect(outline[0]?.items[0]?.items[0]?.title).toBe('1.附表');
  });

  it('lists headings with the pages that they stand on', async () => {
    const filler = { kind: 'paragraph', text: '全市各级行政机关深入推进政务公开。'.repeat(40) } as const;
    const chapters = Array.from({ length: 12 }, (_, at) => [
      { kind: 'heading', level: 1, text: `第${at + 1}章 章节` } as const,
      ...Array.from({ length: 1 + (at % 3) }, () => filler),
    ]);
    const { pages } = await pdfOf({ ...shortReport, contents: true, blocks: chapters.flat() });
    const [front = '', ...rest] = pages;
    for (let chapter = 1; chapter <= 12; chapter += 1) {
      const listed = new RegExp(`第${chapter}章 章节\\s*(\\d+)`).exec(front)?.[1];
      const page = rest.findIndex((text) => text.includes(`第${chapter}章`)) + 2;
      expect([chapter, listed]).toEqual([chapter, String(page)]);
      // Text stands below the heading on its page.
      expect(rest[page - 2]).toMatch(new RegExp(`第${chapter}章 章节[\\s\\S]*全市各级行政机关`));
    }
  });
});

describe('lines', () => {
  const lineOf = 29;
  const paragraph = (text: string): OfficialReport => ({
    ...shortReport,
    blocks: [{ kind: 'paragraph', text: `${'字'.repeat(lineOf)}${text}` }],
  });

  it('break before and after Chinese quotation marks, as before and after brackets', async () => {
    const [page = ''] = (await pdfOf(paragraph('为“依申请公开答复时效与规范”（68.75%）'))).pages;
    expect(page).toMatch(/字为\n“依/);
  });

  it('of a long title break before its year', async () => {
    const title = '某某市人民政府2020年政府信息公开工作年度报告';
    const long = { ...shortReport, title };
    expect((await pdfOf(long)).pages[0]).toMatch(/某某市人民政府\n2020年/);
    expect(partsOf(long)['word/document.xml']).toMatch(/某某市人民政府<\/w:t><w:br\/><w:t[^>]*>2020年/);
    expect(partsOf(long)['docProps/core.xml']).toContain(title);
  });
});
