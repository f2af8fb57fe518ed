import { createRequire } from 'node:module';

/** The part of pdfmake that is used here; the types of the registry would bring the browser's globals along. */
type Margins = readonly [left: number, top: number, right: number, bottom: number];

export interface Text {
  readonly text: string;
  readonly bold?: boolean;
  readonly fontSize?: number;
  readonly alignment?: 'left' | 'center' | 'right';
  readonly margin?: Margins;
}

export interface Table {
  readonly margin?: Margins;
  readonly fontSize?: number;
  readonly table: {
    readonly headerRows: number;
    readonly dontBreakRows: boolean;
    /** Points. */
    readonly widths: readonly number[];
    readonly body: readonly (readonly Text[])[];
  };
  readonly layout: Readonly<
    Record<
      'hLineWidth' | 'vLineWidth' | 'paddingLeft' | 'paddingRight' | 'paddingTop' | 'paddingBottom',
      () => number
    >
  >;
}

export type Content = Text | Table;

export interface DocumentDefinition {
  readonly pageSize: 'A4';
  readonly pageOrientation: 'landscape' | 'portrait';
  readonly pageMargins: Margins;
  readonly version: '1.7';
  readonly language: string;
  readonly info: Readonly<Record<'title' | 'subject' | 'author' | 'creator' | 'producer', string>>;
  readonly defaultStyle: { readonly font: string; readonly fontSize: number; readonly lineHeight: number };
  readonly footer: (page: number) => Text;
  readonly content: readonly Content[];
}

interface PdfMake {
  setFonts(fonts: Readonly<Record<string, { readonly normal: string; readonly bold: string }>>): void;
  setUrlAccessPolicy(allows: (url: string) => boolean): void;
  setLocalAccessPolicy(allows: (path: string) => boolean): void;
  createPdf(document: DocumentDefinition): { getBuffer(): Promise<Uint8Array> };
}

export const pdfmake = createRequire(import.meta.url)('pdfmake') as PdfMake;
