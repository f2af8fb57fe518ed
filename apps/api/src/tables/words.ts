/** A workbook is for people, in Chinese; CSV is for machines. Reading takes either everywhere. */
export type Medium = 'workbook' | 'csv';

/** The words that a column takes: what a machine calls each of them, and what a person does. */
export interface Words<W extends string> {
  write(word: W, medium: Medium): string;
  /** The machine's word for what a cell says; null for none of them. */
  read(cell: string): W | null;
  /** For a sentence: `county（县市区）、department（市直部门）`. */
  readonly choices: string;
}

/** @param names the machine's word → the Chinese one */
export function words<const N extends Readonly<Record<string, string>>>(names: N): Words<keyof N & string> {
  const entries = Object.entries(names) as [keyof N & string, string][];
  const known = new Map(entries.flatMap(([word, name]) => [word, name].map((each) => [keyOf(each), word])));
  return {
    write: (word, medium) => (medium === 'csv' ? word : (names[word] ?? word)),
    read: (cell) => known.get(keyOf(cell)) ?? null,
    choices: entries.map(([word, name]) => `${word}（${name}）`).join('、'),
  };
}

/** 1 and 0 in files of either kind; people may write 是 and 否. */
export const yesOrNo = words({ '1': '是', '0': '否' });

export const writeFlag = (flag: boolean): string => (flag ? '1' : '0');

function keyOf(word: string): string {
  return word.normalize('NFKC').trim().toLowerCase();
}
