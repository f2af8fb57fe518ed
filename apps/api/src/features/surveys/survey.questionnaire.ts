import type { Questionnaire } from '@gongping/contracts';
import { readQuestionnaire } from './read-questionnaire.ts';
import { questionnaire2020 } from '@gongping/templates';

/** The template's questionnaire as a survey keeps it: a copy of its own, so that the survey never changes with it. */
export function templateQuestionnaire(): Questionnaire {
  const { title, introduction, minutes, questions, contact, method } = questionnaire2020;
  return readQuestionnaire({
    title: { ...title },
    introduction: { ...introduction },
    minutes,
    groupQuestion: method.groupQuestion,
    contact: { question: contact.question, never: [...contact.never] },
    questions: questions.map(({ code, kind, text, options, family, required }) => ({
      code,
      kind,
      text: { ...text },
      options: options.map((option) => ({ ...option, label: { ...option.label } })),
      family,
      required,
    })),
  });
}
