/**
 * A4 (210 × 297 mm), the text block of 156 × 225 mm with 37 mm above it and 28 mm beside it; turned on its side for wide
 * tables, with 20 mm around. In twentieths of a point: not every word processor reads millimetres here.
 */
const short = 11906;
const long = 16838;
const side = 1134;

export interface WordPage {
  readonly landscape: boolean;
  /** Width and height of the text block. */
  readonly block: number;
  readonly height: number;
  readonly xml: string;
}

const margins = (of: Readonly<Record<string, number>>): string =>
  `<w:pgMar ${Object.entries(of)
    .map(([name, value]) => `w:${name}="${value}"`)
    .join(' ')} w:gutter="0"/>`;

export const portrait: WordPage = {
  landscape: false,
  block: short - 1588 - 1474,
  height: long - 2098 - 1984,
  xml: `<w:pgSz w:w="${short}" w:h="${long}"/>${margins({ top: 2098, right: 1474, bottom: 1984, left: 1588, header: 850, footer: 1418 })}`,
};

export const landscape: WordPage = {
  landscape: true,
  block: long - 2 * side,
  height: short - 2 * side,
  xml: `<w:pgSz w:w="${long}" w:h="${short}" w:orient="landscape"/>${margins({ top: side, right: side, bottom: side, left: side, header: 567, footer: 567 })}`,
};

/** What ends a section: the number of the page below it, the paper, its margins. */
export function sectionXml({ xml }: WordPage): string {
  return `<w:sectPr><w:footerReference w:type="default" r:id="footer"/><w:type w:val="nextPage"/>${xml}</w:sectPr>`;
}
