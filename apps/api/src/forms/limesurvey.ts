import { tidyQuestionnaire, type Words } from '@gongping/questionnaire';
import { FormNotes } from './form-notes.ts';
import { languageOf } from './language.ts';
import { readLssDocument, type LssDocument } from './lss-document.ts';
import { placeholder, QuestionReader } from './lss-questions.ts';
import { languagesOf, LssReader } from './lss-survey.ts';
import { notes } from './notes.ts';
import { guessedMinutes, type ReadForm } from './read-form.ts';

const onWhole = { sheet: null, row: null, column: null };

/** Texts of a survey that have no place here. */
const leftTexts = ['surveyls_description', 'surveyls_endtext', 'surveyls_url'];
/** Tables of a survey's structure that are read, and those that hold how LimeSurvey runs it. */
const readTables = [
  ...['answers', 'answer_l10ns', 'groups', 'group_l10ns', 'questions', 'question_l10ns', 'subquestions'],
  ...['question_attributes', 'surveys', 'surveys_languagesettings', 'themes', 'themes_inherited'],
];

/**
 * Reads the structure of a survey as LimeSurvey exports it (`.lss`).
 * @throws TablesError where it is something else
 */
export function readLimeSurvey(bytes: Uint8Array): ReadForm {
  const document = readLssDocument(bytes);
  const list = new FormNotes();
  const reader = new LssReader(document, tellLanguages(document, list));
  tellOthers(document, reader, list);
  const questions = new QuestionReader(document, reader, list);
  questions.read();
  const title = list.words(onWhole, reader.survey('surveyls_title'), placeholder);
  return {
    questionnaire: tidyQuestionnaire({
      title,
      introduction: reader.survey('surveyls_welcometext'),
      minutes: guessedMinutes(questions.questions.length),
      groupQuestion: '',
      contact: null,
      sections: questions.sections,
      questions: questions.questions,
    }),
    notes: list.list,
  };
}

/** @returns the language that stands where English does, since the survey is in no other */
function tellLanguages(document: LssDocument, list: FormNotes): string | null {
  const names = languagesOf(document);
  const others = names.filter((name) => languageOf(name) === null);
  const [first] = others;
  const isAlone = first !== undefined && others.length === names.length;
  if (isAlone) list.add(onWhole, notes.languageAsEnglish(first));
  for (const name of isAlone ? others.slice(1) : others) list.add(onWhole, notes.language(name));
  return isAlone ? first : null;
}

function tellOthers(document: LssDocument, reader: LssReader, list: FormNotes): void {
  for (const [table, rows] of document) {
    if (!readTables.includes(table))
      list.add({ ...onWhole, row: rows[0]?.line ?? null }, notes.setting(table));
  }
  const line = document.get('surveys_languagesettings')?.[0]?.line ?? null;
  const isSaid = ({ zh, en }: Words) => zh !== '' || en !== '';
  for (const field of leftTexts) {
    if (isSaid(reader.survey(field))) list.add({ ...onWhole, row: line }, notes.setting(field));
  }
}
