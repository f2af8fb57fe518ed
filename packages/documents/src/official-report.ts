/**
 * A report as it is given out: plain text, every figure already formatted. Its page (`reportHtml`), its Word document
 * (`reportDocx`) and its PDF (`reportPdf`) are drawn from this alone and say the same.
 */
export interface OfficialReport {
  readonly title: string;
  /** The line below the title; null for none. */
  readonly subtitle: string | null;
  /** Who gives the document out; printed with the date, and kept in the document's properties. */
  readonly author: string;
  /** As it is printed: `2021年1月15日`. */
  readonly date: string;
  readonly language: 'zh-CN';
  /** A warning that stands first, for example that the data are a demonstration; null for none. */
  readonly warning: string | null;
  /** True for a table of contents of the headings of levels 1 and 2. */
  readonly contents: boolean;
  readonly blocks: readonly ReportBlock[];
  /** Where the figures come from; stands last. Null for none. */
  readonly source: string | null;
}

export type ReportBlock =
  | ReportHeading
  | { readonly kind: 'paragraph'; readonly text: string }
  | { readonly kind: 'list'; readonly items: readonly string[]; readonly ordered: boolean }
  | ReportTable
  | ReportFigure
  /** Small print below a table, a figure or a text. */
  | { readonly kind: 'note'; readonly text: string }
  | { readonly kind: 'page-break' };

/** Its number (一、（一）1.) is part of the text. */
export interface ReportHeading {
  readonly kind: 'heading';
  readonly level: 1 | 2 | 3;
  readonly text: string;
}

/** Tables are numbered in their order: 表1, 表2. */
export interface ReportTable {
  readonly kind: 'table';
  readonly caption: string;
  /** Repeated on each page. */
  readonly head: readonly (readonly ReportCell[])[];
  readonly rows: readonly (readonly ReportCell[])[];
  /** Of the columns, of any sum; by their longest texts where it is absent. */
  readonly widths?: readonly number[];
  /** On a page turned on its side; for tables of many columns. */
  readonly landscape?: boolean;
}

/** As in HTML, a row has no cells where those of other rows or columns reach over. */
export interface ReportCell {
  /** `\n` begins a new line. */
  readonly text: string;
  readonly colspan?: number;
  readonly rowspan?: number;
  /** Absent: cells of the head in the middle, numbers to the right, all else to the left. */
  readonly align?: 'left' | 'center' | 'right';
  /** True for a cell that names its row; those of the head are anyway. */
  readonly header?: boolean;
}

/** Figures are numbered in their order: 图1, 图2. */
export interface ReportFigure {
  readonly kind: 'figure';
  readonly caption: string;
  /** A whole `<svg>` with a viewBox, texts in it as `<text>`; no style sheets, no links. */
  readonly svg: string;
  /** What the picture shows, in words. */
  readonly alt: string;
  /** Of the viewBox; printed as wide as the text at the most. */
  readonly width: number;
  readonly height: number;
}
