/** The notice of deductions (扣分通知单) of one unit as it is printed: plain text, every figure already formatted. */
export interface NoticeDocument {
  readonly title: string;
  /** Who gives the document out; kept in its properties. */
  readonly author: string;
  /** A warning that stands first, for example that the data are a demonstration; null for none. */
  readonly warning: string | null;
  /** The line below the title: which unit, of which group. */
  readonly addressee: string;
  /** What the notice says before its table. */
  readonly lead: string;
  readonly rows: readonly NoticeRow[];
  /** What it says below: how to answer, what is not in the table. */
  readonly remarks: readonly string[];
  /** `2020年12月1日` */
  readonly date: string;
}

/** One deduction. */
export interface NoticeRow {
  readonly indicator: string;
  readonly fullMarks: string;
  readonly lost: string;
  readonly reason: string;
  readonly request: string;
  readonly due: string;
  readonly appeal: string;
}

/** Columns of the table in order, with their share of its width and how their texts stand. */
export const noticeColumns = [
  { key: 'number', name: '序号', share: 4, align: 'center' },
  { key: 'indicator', name: '指标', share: 20, align: 'left' },
  { key: 'fullMarks', name: '满分', share: 6, align: 'right' },
  { key: 'lost', name: '扣分', share: 6, align: 'right' },
  { key: 'reason', name: '扣分理由', share: 26, align: 'left' },
  { key: 'request', name: '整改要求', share: 18, align: 'left' },
  { key: 'due', name: '整改期限', share: 9, align: 'center' },
  { key: 'appeal', name: '申诉结果', share: 11, align: 'left' },
] as const satisfies readonly {
  key: keyof NoticeRow | 'number';
  name: string;
  share: number;
  align: 'left' | 'center' | 'right';
}[];

/** The texts of the table, a cell a column. */
export function noticeCells({ rows }: NoticeDocument): string[][] {
  return rows.map((row, at) =>
    noticeColumns.map(({ key }) => (key === 'number' ? String(at + 1) : row[key])),
  );
}
