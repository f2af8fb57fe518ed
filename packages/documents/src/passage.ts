/** A passage of a report as it is printed: plain text, every figure already formatted. */
export interface PassageDocument {
  readonly title: string;
  /** Who gives the document out; kept in its properties. */
  readonly author: string;
  /** A warning that stands first, for example that the data are a demonstration; null for none. */
  readonly notice: string | null;
  /** Heading of the passage, for example （五）监督保障. */
  readonly heading: string;
  readonly paragraphs: readonly string[];
  readonly tables: readonly PassageTable[];
  /** Where the figures come from. */
  readonly source: string;
}

export interface PassageTable {
  readonly caption: string;
  readonly columns: readonly string[];
  /** As long as `columns` each. */
  readonly rows: readonly (readonly string[])[];
}
