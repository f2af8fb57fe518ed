import type { LocalText } from '../report.ts';

/** A paragraph, a heading or a line of a document. */
export interface TextBlock {
  readonly kind: 'text';
  readonly text: string;
  readonly isHeading: boolean;
  readonly place: LocalText;
}

/** A cell as it stands in a document; one that spans several is there once, where it begins. */
export interface BlockCell {
  readonly text: string;
  /** Counted from 1, spans counted in. */
  readonly column: number;
}

export interface BlockRow {
  /** Counted from 1. */
  readonly row: number;
  readonly cells: readonly BlockCell[];
}

export interface TableBlock {
  readonly kind: 'table';
  readonly rows: readonly BlockRow[];
  /** Where a person finds a cell. */
  readonly place: (row: number, column: number) => LocalText;
}

/** A document in its order, without any meaning: what all formats are read into. */
export type Block = TextBlock | TableBlock;
