import { tidyQuestionnaire, type Words } from '@gongping/questionnaire';
import type { Grid } from '@gongping/tables';
import { FormNotes } from './form-notes.ts';
import { FormSheet } from './form-sheet.ts';
import { languageOf, noWords, wordsOf } from './language.ts';
import { notes } from './notes.ts';
import { guessedMinutes, type ReadForm } from './read-form.ts';
import { readChoices } from './xlsform-choices.ts';
import { SurveyReader } from './xlsform-survey.ts';

const sheetNamed = (grids: readonly Grid[], name: string): Grid | undefined =>
  grids.find(({ sheet }) => sheet.trim().toLowerCase() === name);

/** Whether a workbook is laid out as an XLSForm: it has a sheet `survey` with types. */
export function isXlsForm(grids: readonly Grid[]): boolean {
  const survey = sheetNamed(grids, 'survey');
  return survey !== undefined && new FormSheet(survey).has('type');
}

/** Sheets and columns as https://xlsform.org/en/ has them. */
const read = {
  survey: [
    ...['type', 'name', 'label', 'hint', 'required', 'relevant', 'constraint', 'choice_filter'],
    ...['parameters', 'constraint_message', 'required_message', 'appearance'],
  ],
  choices: ['list_name', 'name', 'label'],
  settings: ['form_title', 'form_id', 'id_string', 'version', 'default_language', 'allow_choice_duplicates'],
};

/** Reads an XLSForm; see `isXlsForm`. */
export function readXlsForm(grids: readonly Grid[]): ReadForm {
  const list = new FormNotes();
  const found = sheetNamed(grids, 'survey') ?? { sheet: 'survey', rows: [], place: () => null };
  const others = otherLanguages([found, sheetNamed(grids, 'choices')]);
  const sheetOf = (name: keyof typeof read) => {
    const grid = sheetNamed(grids, name);
    return grid ? new FormSheet(grid, others.asEnglish) : null;
  };
  for (const grid of grids) {
    const isRead = Object.keys(read).includes(grid.sheet.trim().toLowerCase());
    if (!isRead) list.add({ sheet: grid.sheet, row: null, column: null }, notes.setting(grid.sheet));
  }
  const whole = { sheet: found.sheet, row: null, column: null };
  for (const name of others.left) list.add(whole, notes.language(name));
  if (others.asEnglish !== null) list.add(whole, notes.languageAsEnglish(others.asEnglish));

  const survey = new FormSheet(found, others.asEnglish);
  const [choices, settings] = [sheetOf('choices'), sheetOf('settings')];
  const reader = new SurveyReader(readChoices(choices, list), list);
  reader.read(survey.rows);
  survey.tellOthers(read.survey, list);
  choices?.tellOthers(read.choices, list);
  settings?.tellOthers(read.settings, list);
  const { sections, questions } = reader;
  return {
    questionnaire: tidyQuestionnaire({
      title: titleOf(settings),
      introduction: noWords,
      minutes: guessedMinutes(questions.length),
      groupQuestion: '',
      contact: null,
      sections,
      questions,
    }),
    notes: list.list,
  };
}

function titleOf(settings: FormSheet | null): Words {
  return wordsOf(settings?.rows[0]?.cell('form_title') ?? '');
}

/** Languages that are neither Chinese nor English; one that the form has alone stands where English does. */
function otherLanguages(grids: readonly (Grid | undefined)[]): { left: string[]; asEnglish: string | null } {
  const names = grids.flatMap((grid) => (grid ? new FormSheet(grid).languages() : []));
  const others = [...new Set(names.filter((name) => name !== '' && languageOf(name) === null))];
  const [first] = others;
  const isAlone = first !== undefined && others.length === names.filter((name) => name !== '').length;
  if (!isAlone && !names.every((name) => others.includes(name))) return { left: others, asEnglish: null };
  return { left: others.slice(1), asEnglish: first ?? null };
}
