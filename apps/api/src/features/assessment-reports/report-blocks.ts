import type { ReportBlock, ReportCell, ReportTable } from '@gongping/documents';
import { score } from '../annual-reports/figures.ts';

/** A chapter, whose number follows from those that are there. */
export interface Chapter {
  readonly title: string;
  readonly blocks: readonly ReportBlock[];
}

/** 一、二、…; a chapter that has nothing to say is left out. */
export function chapterBlocks(chapters: readonly Chapter[]): ReportBlock[] {
  return chapters
    .filter(({ blocks }) => blocks.length > 0)
    .flatMap(({ title, blocks }, at) => [heading(1, `${numeral(at + 1)}、${title}`), ...blocks]);
}

/** Sections of a chapter with their numbers （一）（二）; a single one has no heading. */
export function sectionBlocks(sections: readonly Chapter[]): ReportBlock[] {
  const told = sections.filter(({ blocks }) => blocks.length > 0);
  if (told.length === 1) return [...(told[0]?.blocks ?? [])];
  return told.flatMap(({ title, blocks }, at) => [heading(2, `（${numeral(at + 1)}）${title}`), ...blocks]);
}

const numerals = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十'];
const numeral = (number: number): string => numerals[number - 1] ?? String(number);

function heading(level: 1 | 2 | 3, text: string): ReportBlock {
  return { kind: 'heading', level, text };
}

/** Texts as paragraphs, those that are empty left out. */
export function paragraphs(...texts: readonly string[]): ReportBlock[] {
  return texts.filter((text) => text !== '').map((text) => ({ kind: 'paragraph', text }));
}

export function note(text: string): ReportBlock {
  return { kind: 'note', text };
}

type Given = string | ReportCell;

/** A table of texts; nothing where it would have no rows. @param more widths, direction */
export function table(
  caption: string,
  {
    head,
    rows,
    ...more
  }: { head: readonly (readonly Given[])[]; rows: readonly (readonly Given[])[] } & Pick<
    ReportTable,
    'widths' | 'landscape'
  >,
): ReportBlock[] {
  if (rows.length === 0) return [];
  const cells = (line: readonly Given[]) =>
    line.map((one) => (typeof one === 'string' ? { text: one } : one));
  return [{ kind: 'table', caption, head: head.map(cells), rows: rows.map(cells), ...more }];
}

/** A text in the middle of its cell. */
export const centred = (text: string): ReportCell => ({ text, align: 'center' });

/** What names its row. */
export const naming = (text: string): ReportCell => ({ text, header: true, align: 'left' });

/** A score, or that there is none. */
export const scoreOr = (value: number | null, otherwise = '—'): string =>
  value === null ? otherwise : score(value);
