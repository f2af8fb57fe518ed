import {
  AlignmentType,
  Footer,
  LineRuleType,
  PageNumber,
  Paragraph,
  TextRun,
  type IStylesOptions,
} from 'docx';

/**
 * Typography of official documents (GB/T 9704-2012): text in size 3 (16 pt) 仿宋 on lines of 28 pt, headings in 黑体,
 * the title in size 2 (22 pt) 小标宋; Latin letters and digits in Times New Roman. Sizes are half-points, distances
 * twentieths of a point.
 */
const latin = 'Times New Roman';

export const fonts = { title: '方正小标宋简体', heading: '黑体', body: '仿宋', page: '宋体' } as const;

/** East Asian text takes `eastAsia`: without it Word and WPS fall back to a font of their own choice. */
export function fontOf(use: keyof typeof fonts) {
  return { ascii: latin, hAnsi: latin, cs: latin, eastAsia: fonts[use] };
}

/**
 * A4 (210 × 297 mm), the text block of 156 × 225 mm with 37 mm above it and 28 mm beside it. In twentieths of a point:
 * not every word processor reads millimetres here.
 */
export const officialPage = {
  size: { width: 11906, height: 16838 },
  margin: { top: 2098, bottom: 1984, left: 1588, right: 1474, header: 850, footer: 1418 },
} as const;

/**
 * A notice with a wide table: A4 on its side, narrower margins, so that one unit's deductions stand on one page. The
 * library turns the size itself.
 */
export const noticePage = {
  size: officialPage.size,
  margin: { top: 1134, bottom: 1134, left: 1134, right: 1134, header: 567, footer: 567 },
  /** Width of the text block. */
  block: officialPage.size.height - 2 * 1134,
} as const;

/** — 1 — in size 4 (14 pt), as official documents number their pages. */
export function pageNumberFooter(): Footer {
  const number = new TextRun({ children: ['— ', PageNumber.CURRENT, ' —'], font: fontOf('page'), size: 28 });
  return new Footer({ children: [new Paragraph({ alignment: AlignmentType.CENTER, children: [number] })] });
}

const bodyLine = { line: 560, lineRule: LineRuleType.EXACT } as const;
const twoCharacters = { firstLineChars: 200, firstLine: 640 } as const;
/** The same on every page and in every viewer, whatever its theme. */
const ink = '000000';

export const styles = {
  title: 'PassageTitle',
  heading: 'PassageHeading',
  body: 'PassageBody',
  notice: 'PassageNotice',
  caption: 'PassageCaption',
  cell: 'PassageCell',
  source: 'PassageSource',
  noticeTitle: 'NoticeTitle',
  noticeText: 'NoticeText',
  noticeCell: 'NoticeCell',
} as const;

export const officialStyles: IStylesOptions = {
  default: {
    document: {
      // Figures are Latin text: under Chinese rules they would break in the middle at the end of a line.
      run: { font: fontOf('body'), size: 32, color: ink, language: { value: 'en-US', eastAsia: 'zh-CN' } },
    },
  },
  paragraphStyles: [
    {
      id: styles.title,
      name: '公文标题',
      basedOn: 'Normal',
      run: { font: fontOf('title'), size: 44 },
      paragraph: {
        alignment: AlignmentType.CENTER,
        spacing: { line: 640, lineRule: LineRuleType.EXACT, after: 480 },
        outlineLevel: 0,
      },
    },
    {
      id: styles.heading,
      name: '公文小标题',
      basedOn: 'Normal',
      run: { font: fontOf('heading'), size: 32 },
      paragraph: { spacing: bodyLine, indent: twoCharacters, keepNext: true, outlineLevel: 1 },
    },
    {
      id: styles.body,
      name: '公文正文',
      basedOn: 'Normal',
      paragraph: { spacing: bodyLine, indent: twoCharacters, alignment: AlignmentType.JUSTIFIED },
    },
    {
      id: styles.notice,
      name: '公文提示',
      basedOn: 'Normal',
      run: { font: fontOf('heading'), size: 32, bold: true },
      paragraph: { spacing: { ...bodyLine, after: 240 }, alignment: AlignmentType.CENTER },
    },
    {
      id: styles.caption,
      name: '公文表题',
      basedOn: 'Normal',
      run: { font: fontOf('heading'), size: 28 },
      paragraph: { spacing: { before: 360, after: 120 }, alignment: AlignmentType.CENTER, keepNext: true },
    },
    { id: styles.cell, name: '公文表格', basedOn: 'Normal', run: { size: 24 } },
    {
      id: styles.source,
      name: '公文注释',
      basedOn: 'Normal',
      run: { size: 24 },
      paragraph: { spacing: { before: 240 } },
    },
    {
      id: styles.noticeTitle,
      name: '通知单标题',
      basedOn: 'Normal',
      run: { font: fontOf('title'), size: 36 },
      paragraph: { alignment: AlignmentType.CENTER, spacing: { after: 120 }, outlineLevel: 0 },
    },
    {
      id: styles.noticeText,
      name: '通知单正文',
      basedOn: 'Normal',
      run: { size: 24 },
      paragraph: { spacing: { before: 60, after: 60 } },
    },
    { id: styles.noticeCell, name: '通知单表格', basedOn: 'Normal', run: { size: 21 } },
  ],
};
