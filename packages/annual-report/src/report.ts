/** A text in the two languages of the product. */
export interface LocalText {
  readonly zh: string;
  readonly en: string;
}

/** Which statutory form: that of the reports of 2019 and 2020, or that of 2021 and later. */
export type FormName = 'v2019' | 'v2021';

/** What a unit is; only a city with districts may make regulations (规章). */
export type UnitKind = 'city' | 'county' | 'department';

/** Content of a cell; null is a blank one, which is not a 0. */
export type Cell = number | null;

export type TableName = 'table2' | 'table3' | 'table4';

/** Rows of a table by their keys in the form; a row that is absent is blank. */
export type Rows = Readonly<Record<string, readonly Cell[]>>;

/** The six sections 一 to 六. */
export const sectionNumbers = ['1', '2', '3', '4', '5', '6'] as const;
export type SectionNumber = (typeof sectionNumbers)[number];

/** A heading that begins a section, as it stands in a document. */
export interface SectionHeading {
  readonly section: SectionNumber;
  /** The section that its numeral names; null without one. */
  readonly ordinal: SectionNumber | null;
  readonly text: string;
  /** Where a person finds it. */
  readonly place: LocalText;
}

/** A statutory annual report on the disclosure of government information (条例 article 50). */
export interface AnnualReport {
  readonly form: FormName;
  /** The year that is reported on. */
  readonly year: number;
  readonly unit: {
    readonly name: string;
    /** Null where nobody has said. */
    readonly kind: UnitKind | null;
  };
  /** Proactive disclosure (section 二). */
  readonly table2: Rows;
  /** Requests received and handled (section 三). */
  readonly table3: Rows;
  /** Reviews and lawsuits (section 四). */
  readonly table4: Rows;
  /** What stands in the sections beside the tables; a section that was not given is absent, one without text is ''. */
  readonly text: Readonly<Partial<Record<SectionNumber, string>>>;
  /** Unit of the amount of procurement in the form of 2019, where it was said: 元, 万元. */
  readonly amountUnit?: string | undefined;
  readonly title?: string | undefined;
  /** What stands between the title and section 一. */
  readonly preamble?: string | undefined;
  /** The sections whose headings are there, where a whole document was read. */
  readonly sections?: readonly SectionNumber[] | undefined;
  /** Their headings in the order of the document, where one was read. */
  readonly headings?: readonly SectionHeading[] | undefined;
}

/** One cell of a report. */
export interface CellPlace {
  readonly table: TableName;
  /** Key of the row in the form. */
  readonly row: string;
  /** Counted from 0. */
  readonly column: number;
}
