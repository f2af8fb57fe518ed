import { questionnaireDraft, type QuestionnaireDraft } from '@gongping/contracts';
import { checkQuestionnaire, tidyQuestionnaire } from '@gongping/questionnaire';
import type { ReadTable, TableProblems } from '@gongping/tables';
import { cellSentences } from '../../tables/cell-sentences.ts';
import { givenTable } from '../../tables/given-table.ts';
import { readList } from '../../tables/list-cell.ts';
import { RowCells } from '../../tables/row-cells.ts';
import { shapeFaults } from '../../tables/shape-faults.ts';
import { countingMethod } from './check-draft.ts';
import { problemSentence } from './problem-sentences.ts';
import { TablePlaces } from './table-places.ts';
import {
  optionShape,
  questionnaireShape,
  questionShape,
  rowShape,
  sectionShape,
} from './questionnaire-shapes.ts';
import { readPart, readQuestion, signedNumber, wordsAt, type Parts } from './read-rows.ts';

const sentences = {
  oneRow: {
    zh: '“问卷”表应恰有一行内容，请补上或删去多余的行。',
    en: 'The table of the questionnaire has exactly one row; add it, or delete the others.',
  },
  noQuestion: (code: string) => ({
    zh: `“题目”表中没有代码为“${code}”的题，请改正。`,
    en: `There is no question with the code “${code}”; correct it.`,
  }),
};

/**
 * What the tables of a questionnaire say. Problems are added to `problems`; where there are any, what is returned is no
 * questionnaire.
 */
export function readQuestionnaireTables(
  tables: ReadonlyMap<string, ReadTable>,
  problems: TableProblems,
): QuestionnaireDraft {
  const [whole, questions] = [givenTable(tables, questionnaireShape), givenTable(tables, questionShape)];
  const places = new TablePlaces({
    whole,
    questions,
    sections: tables.get(sectionShape.name),
    options: tables.get(optionShape.name),
    rows: tables.get(rowShape.name),
  });
  const known = new Set(questions.rows.map((row) => row.cell('code').trim()));
  const parts: Parts = {
    options: partsOf(tables.get(optionShape.name), known, problems),
    rows: partsOf(tables.get(rowShape.name), known, problems),
  };
  const [first, second] = whole.rows;
  if (first === undefined || second !== undefined) problems.at(whole, second ?? null, null, sentences.oneRow);
  if (first === undefined) return empty;
  const cells = new RowCells(whole, first, problems);
  const contact = cells.text('contact_question').trim();
  const draft = {
    title: wordsAt(cells, 'title'),
    introduction: wordsAt(cells, 'introduction'),
    minutes: signedNumber(cells, 'minutes') ?? 0,
    groupQuestion: cells.text('group_question').trim(),
    contact: contact === '' ? null : { question: contact, never: readList(cells.text('contact_never')) },
    sections: (tables.get(sectionShape.name)?.rows ?? []).map((row) => ({
      code: row.cell('code').trim(),
      title: { zh: row.cell('title'), en: row.cell('title_en') },
    })),
    questions: uniqueRows(questions, problems).map((row) =>
      readQuestion(new RowCells(questions, row, problems), parts),
    ),
  };
  return checked(draft, places, problems);
}

/** Bounds of the contract, and everything that would keep the questionnaire from being used. */
function checked(
  draft: QuestionnaireDraft,
  places: TablePlaces,
  problems: TableProblems,
): QuestionnaireDraft {
  const parsed = questionnaireDraft.safeParse(draft);
  if (!parsed.success) {
    for (const { path, sentence } of shapeFaults(parsed.error))
      places.addPath(path, sentence, { draft, problems });
    return draft;
  }
  const tidy = tidyQuestionnaire(parsed.data);
  for (const problem of checkQuestionnaire(tidy, countingMethod)) {
    if (problem.severity === 'error')
      places.add(problem.place, problemSentence(problem), { draft: tidy, problems });
  }
  return questionnaireDraft.parse(tidy);
}

function partsOf(
  table: ReadTable | undefined,
  known: ReadonlySet<string>,
  problems: TableProblems,
): Parts['options'] {
  const parts = new Map<string, ReturnType<typeof readPart>[]>();
  for (const row of table?.rows ?? []) {
    if (!table) continue;
    const question = row.cell('question').trim();
    if (!known.has(question)) problems.at(table, row, 'question', sentences.noQuestion(question));
    parts.set(question, [...(parts.get(question) ?? []), readPart(new RowCells(table, row, problems))]);
  }
  return parts;
}

/** Rows with a code of their own; a code that comes again is a problem. */
function uniqueRows(table: ReadTable, problems: TableProblems): ReadTable['rows'] {
  const seen = new Map<string, number>();
  return table.rows.filter((row) => {
    const code = row.cell('code').trim();
    const earlier = seen.get(code);
    if (earlier === undefined) seen.set(code, row.row);
    else problems.at(table, row, 'code', cellSentences.repeated(code, earlier));
    return earlier === undefined;
  });
}

const empty: QuestionnaireDraft = {
  title: { zh: '', en: '' },
  introduction: { zh: '', en: '' },
  minutes: 1,
  groupQuestion: '',
  contact: null,
  sections: [],
  questions: [],
};
