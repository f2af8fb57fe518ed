import type { ReportPassage } from '@gongping/contracts';

/**
 * The passage as plain text, ready to be pasted: a line for each paragraph, tables with tabs between their cells, so
 * that a word processor or a spreadsheet takes them as tables.
 */
export function passageText({ heading, paragraphs, tables, source }: ReportPassage): string {
  const blocks = tables.map(({ caption, columns, rows }) =>
    [caption, columns.join('\t'), ...rows.map((row) => row.join('\t'))].join('\n'),
  );
  return [[heading, ...paragraphs].join('\n'), ...blocks, source].join('\n\n');
}

/** True for what stands in a column of numbers, so that it is set flush right. */
export function isFigure(text: string): boolean {
  return /^-?\d+(\.\d+)?%?$/.test(text);
}

/** For each column whether its cells are figures; a word among them (too few answers) does not count against it. */
export function figureColumns(rows: readonly (readonly string[])[]): boolean[] {
  const width = rows[0]?.length ?? 0;
  return Array.from({ length: width }, (_, at) => rows.some((row) => isFigure(row[at] ?? '')));
}
