import type { LocalText } from '@gongping/scoring';

export const findingKinds = [
  'damaged',
  'missing',
  'unlisted',
  'hash',
  'seal',
  'unreadable',
  'row-missing',
  'row-extra',
  'differs',
] as const;
export type FindingKind = (typeof findingKinds)[number];

/** One thing that does not agree. */
export interface VerifyFinding {
  readonly kind: FindingKind;
  readonly file: string | null;
  /** 1 for the first line; null where no one line is meant. */
  readonly line: number | null;
  /** Header of the column, or path of a member of a JSON file. */
  readonly column: string | null;
  /** What the row is about: `C01 total`. */
  readonly row: string | null;
  readonly published: string | null;
  /** What it is by computing it again, or by what the sealed snapshot says. */
  readonly expected: string | null;
  /** Of `unreadable`: why. */
  readonly reason: LocalText | null;
}

/** A file with a million wrong cells needs no million sentences. */
const LISTED = 1000;

/** Gathers what does not agree, and counts what was looked at. */
export class Findings {
  readonly list: VerifyFinding[] = [];
  count = 0;
  /** Numbers and words that were compared. */
  compared = 0;

  add(finding: Partial<VerifyFinding> & Pick<VerifyFinding, 'kind' | 'file'>): void {
    this.count += 1;
    if (this.list.length >= LISTED) return;
    const empty = { line: null, column: null, row: null, published: null, expected: null, reason: null };
    this.list.push({ ...empty, ...finding });
  }
}

type Sentence = (finding: VerifyFinding) => string;

const shown = (text: string | null): string => (text === null || text === '' ? '—' : text);

const sentences: Readonly<Record<FindingKind, Readonly<Record<keyof LocalText, Sentence>>>> = {
  damaged: {
    zh: () => '压缩包中的这个文件已损坏。',
    en: () => 'This file of the archive is damaged.',
  },
  missing: {
    zh: () => '包中没有这个文件。',
    en: () => 'The package has no such file.',
  },
  unlisted: {
    zh: () => 'SHA256SUMS 未列出这个文件。',
    en: () => 'SHA256SUMS does not list this file.',
  },
  hash: {
    zh: ({ published, expected }) => `SHA-256 应为 ${shown(published)}，实为 ${shown(expected)}。`,
    en: ({ published, expected }) => `Its SHA-256 should be ${shown(published)} and is ${shown(expected)}.`,
  },
  seal: {
    zh: ({ published, expected }) =>
      `公布的哈希值为 ${shown(published)}，快照的 SHA-256 为 ${shown(expected)}。`,
    en: ({ published, expected }) =>
      `The hash of the publication is ${shown(published)}, the SHA-256 of the snapshot is ${shown(expected)}.`,
  },
  unreadable: {
    zh: ({ reason }) => reason?.zh ?? '无法读取。',
    en: ({ reason }) => reason?.en ?? 'It cannot be read.',
  },
  'row-missing': {
    zh: () => '缺少这一行。',
    en: () => 'This row is missing.',
  },
  'row-extra': {
    zh: () => '多出这一行。',
    en: () => 'There should be no such row.',
  },
  differs: {
    zh: ({ published, expected }) => `公布为 ${shown(published)}，重新计算为 ${shown(expected)}。`,
    en: ({ published, expected }) => `Published ${shown(published)}, recomputed ${shown(expected)}.`,
  },
};

/** File, line, row and column, and what does not agree, in one line. */
export const describeFinding = (finding: VerifyFinding, language: keyof LocalText): string => {
  const { file, line, row, column } = finding;
  const words = { zh: { line: '第', after: ' 行' }, en: { line: 'line ', after: '' } }[language];
  const place = [
    file,
    line === null ? null : `${words.line} ${line}${words.after}`.replace('  ', ' '),
    row,
    column,
  ]
    .filter((part) => part !== null && part !== '')
    .join(', ');
  return `${place === '' ? '' : `${place}: `}${sentences[finding.kind][language](finding)}`;
};
