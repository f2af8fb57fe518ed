import type { QuestionnaireDraft, QuestionKind } from '@gongping/contracts';
import { fiveLevels as satisfaction } from '@gongping/questionnaire';
import { entriesOf, fromEntries, type DraftQuestion, type Entry } from './entries.ts';

const noWords = { zh: '', en: '' };
type DraftOption = DraftQuestion['options'][number];

/** The levels of satisfaction, to be changed. */
export const fiveLevels = (): DraftOption[] =>
  satisfaction.map((option) => ({ ...option, label: { ...option.label } }));

/** The first code of the form `Q7` that is free. */
export function nextCode(stem: string, taken: readonly string[]): string {
  let number = 1;
  while (taken.includes(`${stem}${number}`)) number += 1;
  return `${stem}${number}`;
}

const codesOf = ({ questions }: QuestionnaireDraft) => questions.map(({ code }) => code);

/** A question of a kind, with what it cannot be asked without. */
export function newQuestion(draft: QuestionnaireDraft, kind: QuestionKind): DraftQuestion {
  const isRated = kind === 'scale' || kind === 'matrix';
  const hasOptions = kind === 'single' || kind === 'multiple';
  return {
    code: nextCode('Q', codesOf(draft)),
    kind,
    text: noWords,
    options: isRated ? fiveLevels() : hasOptions ? [emptyOption('a'), emptyOption('b')] : [],
    family: null,
    required: false,
    hint: null,
    section: null,
    askedIf: [],
    rows: kind === 'matrix' ? [{ code: 'a', text: noWords, family: null }] : [],
    number: kind === 'number' ? { minimum: null, maximum: null, whole: true } : null,
  };
}

export function emptyOption(code: string): DraftOption {
  return { code, label: noWords, value: null };
}

/** The question as one of another kind; what it has said before is kept where it still fits. */
export function asKind(question: DraftQuestion, kind: QuestionKind): DraftQuestion {
  const isRated = kind === 'scale' || kind === 'matrix';
  const hasOptions = isRated || kind === 'single' || kind === 'multiple';
  const options = question.options.length === 0 && hasOptions ? optionsFor(isRated) : question.options;
  return {
    ...question,
    kind,
    options: hasOptions ? options : [],
    rows:
      kind === 'matrix' && question.rows.length === 0
        ? [{ code: 'a', text: noWords, family: question.family }]
        : question.rows,
    number: kind === 'number' ? (question.number ?? { minimum: null, maximum: null, whole: true }) : null,
  };
}

function optionsFor(isRated: boolean): DraftOption[] {
  return isRated ? fiveLevels() : [emptyOption('a'), emptyOption('b')];
}

/** Adds an entry after the one at this place, at the end where there is none. */
export function insertEntry(
  draft: QuestionnaireDraft,
  after: number | null,
  entry: Entry,
): QuestionnaireDraft {
  const entries = entriesOf(draft);
  const at = after === null ? entries.length : after + 1;
  return fromEntries(draft, [...entries.slice(0, at), entry, ...entries.slice(at)]);
}

/** A copy under a code of its own, right after the question. */
export function copyQuestion(draft: QuestionnaireDraft, at: number): QuestionnaireDraft {
  const entry = entriesOf(draft)[at];
  if (entry?.kind !== 'question') return draft;
  const question = { ...entry.question, code: nextCode('Q', codesOf(draft)) };
  return insertEntry(draft, at, { kind: 'question', question });
}

/** Without the entry; the questions of a section stay. */
export function removeEntry(draft: QuestionnaireDraft, at: number): QuestionnaireDraft {
  return fromEntries(draft, entriesOf(draft).toSpliced(at, 1));
}

/** Changes an entry; where its code is another one, what names it follows. */
export function changeEntry(draft: QuestionnaireDraft, at: number, changed: Entry): QuestionnaireDraft {
  const entries = entriesOf(draft);
  const before = entries[at];
  if (before?.kind === 'question' && changed.kind === 'question')
    return renamed(
      fromEntries(draft, entries.with(at, changed)),
      before.question.code,
      changed.question.code,
    );
  return fromEntries(draft, entries.with(at, changed));
}

function renamed(draft: QuestionnaireDraft, from: string, to: string): QuestionnaireDraft {
  // While a code is typed it may be another question's for a moment: then nothing is taken along.
  const isUsedElsewhere =
    codesOf(draft).includes(from) || codesOf(draft).filter((code) => code === to).length > 1;
  if (from === to || from === '' || isUsedElsewhere) return draft;
  const { contact } = draft;
  return {
    ...draft,
    groupQuestion: draft.groupQuestion === from ? to : draft.groupQuestion,
    contact: contact?.question === from ? { ...contact, question: to } : contact,
    questions: draft.questions.map((question) => ({
      ...question,
      askedIf: question.askedIf.map((condition) =>
        condition.question === from ? { ...condition, question: to } : condition,
      ),
    })),
  };
}
