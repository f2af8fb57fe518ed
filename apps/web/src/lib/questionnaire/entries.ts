import type { QuestionnaireDraft } from '@gongping/contracts';

export type DraftQuestion = QuestionnaireDraft['questions'][number];
export type DraftSection = QuestionnaireDraft['sections'][number];

/** A line of the list that a questionnaire is edited in. */
export type Entry =
  | { readonly kind: 'section'; readonly section: DraftSection }
  | { readonly kind: 'question'; readonly question: DraftQuestion };

/** Sections and questions as they follow each other; questions outside of any section come first. */
export function entriesOf({ sections, questions }: QuestionnaireDraft): Entry[] {
  const known = new Set(sections.map(({ code }) => code));
  const within = (code: string | null) =>
    questions
      .filter(({ section }) => (section !== null && known.has(section) ? section : null) === code)
      .map((question): Entry => ({ kind: 'question', question }));
  const seen = new Set<string>();
  return [
    ...within(null),
    ...sections.flatMap((section): Entry[] => {
      // Of two sections with one code the first has the questions, until somebody mends it.
      const isFirst = !seen.has(section.code);
      seen.add(section.code);
      return [{ kind: 'section', section }, ...(isFirst ? within(section.code) : [])];
    }),
  ];
}

/** The draft whose list this is: a question belongs to the section above it. */
export function fromEntries(draft: QuestionnaireDraft, entries: readonly Entry[]): QuestionnaireDraft {
  let section: string | null = null;
  const questions: DraftQuestion[] = [];
  const sections: DraftSection[] = [];
  for (const entry of entries) {
    if (entry.kind === 'section') {
      section = entry.section.code;
      sections.push(entry.section);
    } else questions.push({ ...entry.question, section });
  }
  return { ...draft, sections, questions };
}

/** How many entries move with the one at this place: a section takes its questions along. */
function blockLength(entries: readonly Entry[], at: number): number {
  if (entries[at]?.kind !== 'section') return 1;
  const next = entries.findIndex(({ kind }, index) => index > at && kind === 'section');
  return (next < 0 ? entries.length : next) - at;
}

/** Where an entry goes by one step; null where there is no such step. */
export function stepFrom(entries: readonly Entry[], at: number, direction: 'up' | 'down'): number | null {
  const length = blockLength(entries, at);
  if (direction === 'down') {
    const after = at + length;
    if (after >= entries.length) return null;
    // A question goes over a heading alone, into the section; a section over all of the next one.
    return after + (entries[at]?.kind === 'question' ? 1 : blockLength(entries, after));
  }
  if (at === 0) return null;
  if (entries[at]?.kind === 'question') return at - 1;
  const above = entries.findLastIndex(({ kind }, index) => index < at && kind === 'section');
  return above < 0 ? null : above;
}

/**
 * Puts an entry, a section with its questions, before the place of another one.
 * @returns the list, and where the entry is in it
 */
export function placeEntry(
  entries: readonly Entry[],
  from: number,
  before: number,
): { entries: Entry[]; at: number } {
  const length = blockLength(entries, from);
  if (before >= from && before <= from + length) return { entries: [...entries], at: from };
  const block = entries.slice(from, from + length);
  const rest = [...entries.slice(0, from), ...entries.slice(from + length)];
  const at = before > from ? before - length : before;
  return { entries: [...rest.slice(0, at), ...block, ...rest.slice(at)], at };
}
