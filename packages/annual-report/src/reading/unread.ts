import type { CellPlace, LocalText } from '../report.ts';

/** Sentences for what of a document could not be read. */
export const unreadSentences = {
  'cell-not-a-number': {
    zh: '“{text}”不是数字，按空白处理。',
    en: '“{text}” is no number; the cell counts as blank.',
  },
  'money-for-a-count': {
    zh: '“{text}”是金额，这一格应为数量，按空白处理。',
    en: '“{text}” is an amount, but the cell is for a number of things; it counts as blank.',
  },
  'row-length': {
    zh: '“{row}”一行有 {actual} 个数字，应为 {expected} 个，无法判断各属于哪一列。',
    en: 'The row “{row}” has {actual} numbers, not {expected}: which belongs where cannot be told.',
  },
  'total-missing': {
    zh: '“{row}”一行没有总计。',
    en: 'The row “{row}” has no total.',
  },
  'row-twice': {
    zh: '“{row}”一行出现了两次，以前一次为准。',
    en: 'The row “{row}” is there twice; the first one counts.',
  },
  'row-missing': { zh: '没有找到“{row}”一行。', en: 'The row “{row}” was not found.' },
  'table-missing': { zh: '没有找到“{table}”表。', en: 'The table “{table}” was not found.' },
} as const satisfies Record<string, LocalText>;

export type UnreadCode = keyof typeof unreadSentences;

/** Something of a document that could not be read, or not as it stands. */
export interface Unread {
  readonly code: UnreadCode;
  /** Null where nothing is there. */
  readonly place: LocalText | null;
  readonly cell: CellPlace | null;
  readonly params: Readonly<Record<string, string | number | LocalText>>;
}

/** One sentence for people about what could not be read. */
export const describeUnread = (
  { code, params }: Pick<Unread, 'code' | 'params'>,
  language: keyof LocalText,
): string =>
  unreadSentences[code][language].replace(/\{(\w+)\}/g, (gap, name: string) => {
    const param = params[name] ?? gap;
    return typeof param === 'object' ? param[language] : String(param);
  });
