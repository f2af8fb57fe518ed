import type { NoticeClause } from '../types.ts';

/** The bracketed line of responsible bodies at a clause's end; the print mixes full- and half-width brackets. */
const LEADS = /[（(][^（）()]*负责[）)]$/u;

/**
 * The clauses of one section, numbered from `first`; each text is the clause as printed, without its number.
 * Throws where a text has no heading sentence.
 */
export function section(title: string, first: number, texts: readonly string[]): readonly NoticeClause[] {
  return texts.map((text, index) => {
    const headingEnd = text.indexOf('。');
    if (headingEnd < 1) throw new Error(`Clause ${first + index} has no heading sentence.`);
    const leads = LEADS.exec(text)?.[0] ?? null;
    const body = text.slice(headingEnd + 1, text.length - (leads?.length ?? 0)).trimEnd();
    return { number: first + index, title: text.slice(0, headingEnd), text, body, leads, section: title };
  });
}
