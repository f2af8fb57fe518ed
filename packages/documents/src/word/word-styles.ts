/**
 * Typography of official documents (GB/T 9704-2012): text in size 3 (16 pt) 仿宋 on lines of 28 pt, headings in 黑体, 楷体
 * and bold 仿宋, the title in size 2 (22 pt) 小标宋; Latin letters and digits in Times New Roman. Sizes are half-points,
 * distances twentieths of a point.
 */
export const fonts = {
  title: '方正小标宋简体',
  heading: '黑体',
  subheading: '楷体',
  body: '仿宋',
  page: '宋体',
} as const;

/** East Asian text takes `eastAsia`: without it Word and WPS fall back to a font of their own choice. */
const fontXml = (use: keyof typeof fonts): string =>
  `<w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:cs="Times New Roman" w:eastAsia="${fonts[use]}"/>`;

interface Style {
  /** What word processors know it by; those of their own they translate, and list under headings or in contents. */
  readonly name: string;
  readonly font?: keyof typeof fonts;
  readonly size?: number;
  readonly bold?: boolean;
  readonly align?: 'center' | 'both' | 'right';
  /** An exact distance of lines; of itself where it is absent, as tables and pictures need it. */
  readonly line?: number;
  readonly before?: number;
  readonly after?: number;
  /** True for a first line two characters in. */
  readonly indented?: boolean;
  readonly left?: number;
  readonly keepNext?: boolean;
  /** Level in the outline, from 0. */
  readonly outline?: number;
  /** The next paragraph's style, where somebody goes on writing. */
  readonly next?: string;
}

const bodyLine = 560;
const heading = { line: bodyLine, indented: true, keepNext: true, next: 'BodyText' } as const;

export const styles = {
  Title: { name: 'Title', font: 'title', size: 44, align: 'center', line: 640, after: 240, next: 'BodyText' },
  Subtitle: { name: 'Subtitle', font: 'subheading', align: 'center', line: bodyLine },
  Imprint: { name: '公文落款', font: 'subheading', align: 'center', line: bodyLine, after: 280 },
  Warning: { name: '公文提示', font: 'heading', align: 'center', line: bodyLine, after: 240 },
  Heading1: { ...heading, name: 'heading 1', font: 'heading', outline: 0 },
  Heading2: { ...heading, name: 'heading 2', font: 'subheading', outline: 1 },
  Heading3: { ...heading, name: 'heading 3', bold: true, outline: 2 },
  BodyText: { name: 'Body Text', align: 'both', line: bodyLine, indented: true },
  ListParagraph: { name: 'List Paragraph', align: 'both', line: bodyLine },
  Caption: {
    name: 'caption',
    font: 'heading',
    size: 24,
    align: 'center',
    before: 240,
    after: 80,
    keepNext: true,
  },
  Figure: { name: '公文图', align: 'center', before: 240, keepNext: true },
  FigureCaption: { name: '公文图题', font: 'heading', size: 24, align: 'center', before: 80, after: 240 },
  Note: { name: '公文注释', size: 21, after: 160 },
  Source: { name: '公文来源', size: 24, before: 240 },
  TOCHeading: {
    name: 'TOC Heading',
    font: 'heading',
    align: 'center',
    line: bodyLine,
    before: 240,
    after: 120,
  },
  TOC1: { name: 'toc 1', font: 'heading', size: 28, line: 440 },
  TOC2: { name: 'toc 2', size: 28, line: 440, left: 420 },
  Table12: { name: '公文表格', size: 24 },
  Table10: { name: '公文表格 五号', size: 21 },
  Table9: { name: '公文表格 小五', size: 18 },
  AfterTable: { name: '公文表后', size: 2, line: 20, after: 120 },
  SectionEnd: { name: '公文分节', size: 2, line: 20 },
  PageNumber: { name: 'footer', font: 'page', size: 28, align: 'center' },
  NoticeTitle: { name: '通知单标题', font: 'title', size: 36, align: 'center', after: 120, outline: 0 },
  NoticeText: { name: '通知单正文', size: 24, before: 60, after: 60 },
} as const satisfies Readonly<Record<string, Style>>;

export type StyleId = keyof typeof styles;

/** Cells of a head in 黑体, whatever their style. */
export const headRun = `<w:rPr>${fontXml('heading')}</w:rPr>`;

function styleXml([id, style]: [string, Style]): string {
  const { name, font, size, bold, next } = style;
  const run = [
    font === undefined ? '' : fontXml(font),
    bold === true ? '<w:b/>' : '',
    size === undefined ? '' : `<w:sz w:val="${size}"/><w:szCs w:val="${size}"/>`,
  ].join('');
  return `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/><w:basedOn w:val="Normal"/>${next === undefined ? '' : `<w:next w:val="${next}"/>`}<w:qFormat/><w:pPr>${paragraphXml(style)}</w:pPr><w:rPr>${run}</w:rPr></w:style>`;
}

/** In the order that the format asks for. */
function paragraphXml({
  keepNext,
  line,
  before = 0,
  after = 0,
  indented,
  left,
  align,
  outline,
}: Style): string {
  const lines = line === undefined ? 'w:line="240" w:lineRule="auto"' : `w:line="${line}" w:lineRule="exact"`;
  const indent =
    indented === true
      ? 'w:firstLineChars="200" w:firstLine="640"'
      : left === undefined
        ? null
        : `w:left="${left}"`;
  return [
    keepNext === true ? '<w:keepNext/>' : '',
    `<w:spacing w:before="${before}" w:after="${after}" ${lines}/>`,
    indent === null ? '' : `<w:ind ${indent}/>`,
    align === undefined ? '' : `<w:jc w:val="${align}"/>`,
    outline === undefined ? '' : `<w:outlineLvl w:val="${outline}"/>`,
  ].join('');
}

const border = (side: string): string => `<w:${side} w:val="single" w:sz="4" w:space="0" w:color="000000"/>`;
const borders = ['top', 'left', 'bottom', 'right', 'insideH', 'insideV'].map(border).join('');

/** Lines around every cell, texts in the middle of their height. */
const tableStyle = `<w:style w:type="table" w:styleId="OfficialTable"><w:name w:val="公文表"/><w:tblPr><w:tblBorders>${borders}</w:tblBorders><w:tblCellMar><w:top w:w="30" w:type="dxa"/><w:left w:w="70" w:type="dxa"/><w:bottom w:w="30" w:type="dxa"/><w:right w:w="70" w:type="dxa"/></w:tblCellMar></w:tblPr><w:tcPr><w:vAlign w:val="center"/></w:tcPr></w:style>`;

/** `word/styles.xml`. Figures are Latin text: under Chinese rules they would break in the middle at the end of a line. */
export const stylesXml = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:docDefaults><w:rPrDefault><w:rPr>${fontXml('body')}<w:color w:val="000000"/><w:sz w:val="32"/><w:szCs w:val="32"/><w:lang w:val="en-US" w:eastAsia="zh-CN" w:bidi="ar-SA"/></w:rPr></w:rPrDefault><w:pPrDefault/></w:docDefaults><w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/></w:style>${Object.entries(styles).map(styleXml).join('')}${tableStyle}</w:styles>`;

/** What stands in for a font on a machine without it, best first: other names of the same, then its kin. */
const substitutes: Readonly<Record<keyof typeof fonts, string>> = {
  title: 'FZXiaoBiaoSong-B05S,华文中宋,STZhongsong,宋体,SimSun,Noto Serif CJK SC',
  heading: 'SimHei,Noto Sans CJK SC',
  subheading: 'KaiTi,楷体_GB2312,KaiTi_GB2312,华文楷体,STKaiti,Noto Serif CJK SC',
  body: 'FangSong,仿宋_GB2312,FangSong_GB2312,华文仿宋,STFangsong,Noto Serif CJK SC',
  page: 'SimSun,Noto Serif CJK SC',
};

const fontRows = Object.entries(substitutes).map(
  ([use, names]) =>
    `<w:font w:name="${fonts[use as keyof typeof fonts]}"><w:altName w:val="${names}"/><w:charset w:val="86"/><w:family w:val="auto"/></w:font>`,
);

/** `word/fontTable.xml` */
export const fontTableXml = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:fonts xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">${fontRows.join('')}</w:fonts>`;
