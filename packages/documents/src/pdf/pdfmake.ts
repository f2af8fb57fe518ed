import { createRequire } from 'node:module';
import { fontFiles } from '../font-files.ts';

/** The part of pdfmake that is used here; the types of the registry would bring the browser's globals along. */
export type Margins = readonly [left: number, top: number, right: number, bottom: number];

interface Placing {
  readonly margin?: Margins;
  readonly pageBreak?: 'before';
  readonly pageOrientation?: 'landscape' | 'portrait';
}

export interface Text extends Placing {
  readonly text: string;
  readonly bold?: boolean;
  readonly fontSize?: number;
  readonly lineHeight?: number;
  readonly alignment?: 'left' | 'center' | 'right' | 'justify';
  /** Of the first line. */
  readonly leadingIndent?: number;
  /** True for an entry in the table of contents, which is set as the two others say. */
  readonly tocItem?: boolean;
  readonly tocStyle?: Readonly<Record<string, unknown>>;
  readonly tocMargin?: Margins;
  /** True for a bookmark, below another where its `id` is given. */
  readonly outline?: boolean;
  readonly outlineParentId?: string;
  readonly outlineExpanded?: boolean;
  readonly id?: string;
}

/** A place that another cell reaches over. */
export type Covered = Readonly<Record<string, never>>;
export type TableCell =
  | (Text & { readonly colSpan?: number; readonly rowSpan?: number; readonly verticalAlignment?: 'middle' })
  | Covered;

export interface Table extends Placing {
  readonly fontSize?: number;
  readonly table: {
    readonly headerRows: number;
    readonly keepWithHeaderRows?: number;
    readonly dontBreakRows: boolean;
    /** Points. */
    readonly widths: readonly number[];
    readonly body: readonly (readonly TableCell[])[];
  };
  readonly layout: Readonly<
    Record<
      'hLineWidth' | 'vLineWidth' | 'paddingLeft' | 'paddingRight' | 'paddingTop' | 'paddingBottom',
      () => number
    >
  >;
}

export interface Svg extends Placing {
  readonly svg: string;
  readonly font: string;
  readonly width: number;
  readonly alignment: 'center';
}

export type List = Placing & ({ readonly ul: readonly Text[] } | { readonly ol: readonly Text[] });
export type Stack = Placing & { readonly stack: readonly Content[]; readonly unbreakable: boolean };
export type Toc = Placing & { readonly toc: { readonly title: Text } };
export type Content = Text | Table | Svg | List | Stack | Toc;

export interface DocumentDefinition {
  readonly pageSize: 'A4';
  readonly pageOrientation: 'landscape' | 'portrait';
  readonly pageMargins: Margins;
  readonly version: '1.7';
  readonly language: string;
  /** Readers show the title instead of the name of the file. */
  readonly displayTitle: boolean;
  readonly info: Readonly<Record<'title' | 'subject' | 'author' | 'creator' | 'producer', string>> & {
    /** Now where it is not given: the same content gives the same bytes only with it. */
    readonly creationDate?: Date;
  };
  readonly defaultStyle: { readonly font: string; readonly fontSize: number; readonly lineHeight: number };
  readonly footer: (page: number) => Text;
  readonly content: readonly Content[];
}

interface LineBreaker {
  readonly prototype: { nextCodePoint: (this: unknown) => number };
}

interface PdfMake {
  setFonts(fonts: Readonly<Record<string, { readonly normal: string; readonly bold: string }>>): void;
  setUrlAccessPolicy(allows: (url: string) => boolean): void;
  setLocalAccessPolicy(allows: (path: string) => boolean): void;
  createPdf(document: DocumentDefinition): { getBuffer(): Promise<Uint8Array> };
}

const require = createRequire(import.meta.url);
const pdfmake = require('pdfmake') as PdfMake;

// The line breaker does not know which of the marks “ ” opens and keeps the letters on both sides of each together,
// which tears lines of Chinese apart. In Chinese text they are brackets: they break as 「 and 」 do (UAX #14, class QU).
const brackets: ReadonlyMap<number, number> = new Map([
  [0x201c, 0x300c],
  [0x201d, 0x300d],
]);
const { prototype: breaker } = createRequire(require.resolve('pdfmake'))('linebreak') as LineBreaker;
const nextCodePoint = breaker.nextCodePoint;
breaker.nextCodePoint = function next() {
  const code = nextCodePoint.call(this);
  return brackets.get(code) ?? code;
};

export const fontFamily = 'Noto Sans Hans';
const paths: readonly string[] = Object.values(fontFiles);

pdfmake.setFonts({ [fontFamily]: fontFiles });
// A document is made of the text it is given: nothing is fetched, and no file is read but the fonts.
pdfmake.setUrlAccessPolicy(() => false);
pdfmake.setLocalAccessPolicy((path) => paths.includes(path));

/** A PDF with its fonts in it. */
export async function writePdf(document: DocumentDefinition): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(await pdfmake.createPdf(document).getBuffer());
}

/** Lines half a point thick around every cell. */
export const gridLayout = (beside: number): Table['layout'] => ({
  hLineWidth: () => 0.5,
  vLineWidth: () => 0.5,
  paddingLeft: () => beside,
  paddingRight: () => beside,
  paddingTop: () => 2,
  paddingBottom: () => 2,
});

/** — 1 — */
export const pageNumber = (page: number): Text => ({
  text: `— ${page} —`,
  alignment: 'center',
  fontSize: 10,
  margin: [0, 16, 0, 0],
});
