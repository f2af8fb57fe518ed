import type { Option, Question, Questionnaire, Words } from './questionnaire.ts';

/**
 * A questionnaire in the one form in which it is stored and exported: questions stand in the order of their sections
 * (those outside of any first), nothing is kept that the kind of a question has no use for, line breaks are `\n`.
 */
export function tidyQuestionnaire(questionnaire: Questionnaire): Questionnaire {
  const { sections, contact, questions } = questionnaire;
  const places = new Map(sections.map(({ code }, index) => [code, index]));
  const placeOf = ({ section }: Question) =>
    section === null ? -1 : (places.get(section) ?? sections.length);
  return {
    title: tidyWords(questionnaire.title),
    introduction: tidyWords(questionnaire.introduction),
    minutes: questionnaire.minutes,
    groupQuestion: questionnaire.groupQuestion,
    contact: contact === null || contact.never.length === 0 ? null : contact,
    sections: sections.map(({ code, title }) => ({ code, title: tidyWords(title) })),
    questions: questions.map(tidyQuestion).toSorted((a, b) => placeOf(a) - placeOf(b)),
  };
}

function tidyQuestion(question: Question): Question {
  const { code, kind, required, section, askedIf } = question;
  const isRated = kind === 'scale' || kind === 'matrix';
  const hasOptions = isRated || kind === 'single' || kind === 'multiple';
  return {
    code,
    kind,
    text: tidyWords(question.text),
    options: hasOptions ? question.options.map((option) => tidyOption(option, isRated)) : [],
    // The lines of a matrix have each their own.
    family: kind === 'scale' ? question.family : null,
    required,
    hint: tidyHint(question.hint),
    section,
    askedIf,
    rows: kind === 'matrix' ? question.rows.map((row) => ({ ...row, text: tidyWords(row.text) })) : [],
    number: kind === 'number' ? (question.number ?? { minimum: null, maximum: null, whole: false }) : null,
  };
}

function tidyOption({ code, label, value }: Option, isRated: boolean): Option {
  return { code, label: tidyWords(label), value: isRated ? value : null };
}

function tidyHint(hint: Words | null): Words | null {
  if (hint === null || (hint.zh === '' && hint.en === '')) return null;
  return tidyWords(hint);
}

function tidyWords({ zh, en }: Words): Words {
  return { zh: tidyLines(zh), en: tidyLines(en) };
}

function tidyLines(text: string): string {
  return text.replaceAll('\r\n', '\n').replaceAll('\r', '\n');
}
