import { checkQuestion } from './check-question.ts';
import { checkCodes, checkWording } from './check-words.ts';
import { itemsOf } from './items.ts';
import type { Questionnaire, Words } from './questionnaire.ts';
import {
  onWhole,
  ProblemList,
  type ProblemPlace,
  type QuestionnaireProblem,
} from './questionnaire-problem.ts';
import { overallFamily } from './rated-items.ts';

/** How answers are counted, as far as a questionnaire must fit it. */
export interface CountingMethod {
  /** Codes of the families that have a weight. */
  readonly families: readonly string[];
  /** Codes of the groups of respondents that have a weight. */
  readonly groups: readonly string[];
}

export const mostQuestions = 100;
const mostMinutes = 60;

/** Everything that is wrong with a questionnaire, or looks so, in the order of its parts. */
export function checkQuestionnaire(
  questionnaire: Questionnaire,
  method: CountingMethod,
): QuestionnaireProblem[] {
  const list = new ProblemList();
  const { questions, minutes } = questionnaire;
  checkWording(questionnaire.title, onWhole('title'), list);
  if (!Number.isInteger(minutes) || minutes < 1 || minutes > mostMinutes)
    list.add('minutes-out-of-range', onWhole('minutes'), { limit: mostMinutes });
  if (questions.length === 0) list.add('no-questions', onWhole('questions'));
  if (questions.length > mostQuestions)
    list.add('too-many-questions', onWhole('questions'), { limit: mostQuestions });
  checkGroups(questionnaire, method, list);
  checkContact(questionnaire, list);
  checkSections(questionnaire, list);
  checkCodes(questions, (position) => atQuestion(position, 'code'), list);
  checkItemCodes(questionnaire, list);
  for (const index of questions.keys()) checkQuestion(questionnaire, index, list);
  checkFamilies(questionnaire, method, list);
  const untold = wordsOf(questionnaire).filter(({ zh, en }) => zh.trim() !== '' && en.trim() === '').length;
  if (untold > 0) list.add('english-missing', onWhole(null), { count: untold });
  return list.problems;
}

const atQuestion = (question: number, field: string): ProblemPlace => ({
  part: 'question',
  question,
  index: null,
  field,
});

function checkGroups(
  { questions, groupQuestion }: Questionnaire,
  { groups }: CountingMethod,
  list: ProblemList,
): void {
  const position = questions.findIndex(({ code }) => code === groupQuestion);
  const question = questions[position];
  if (question === undefined) {
    list.add('group-question-missing', onWhole('groupQuestion'), { code: groupQuestion });
    return;
  }
  if (question.kind !== 'single') {
    list.add('group-question-kind', atQuestion(position, 'kind'));
    return;
  }
  // Whose group is not known is counted in none.
  if (!question.required || question.askedIf.length > 0)
    list.add('group-question-open', atQuestion(position, 'required'));
  const codes = question.options.map(({ code }) => code);
  for (const [index, code] of codes.entries()) {
    const place: ProblemPlace = { part: 'option', question: position, index, field: 'code' };
    if (!groups.includes(code)) list.add('group-without-weight', place, { group: code });
  }
  for (const group of groups) {
    if (!codes.includes(group)) list.add('group-without-option', atQuestion(position, 'options'), { group });
  }
}

function checkContact({ questions, contact }: Questionnaire, list: ProblemList): void {
  if (contact === null) return;
  const question = questions.find(({ code }) => code === contact.question);
  const isChoice = question?.kind === 'single' || question?.kind === 'multiple';
  const known = question?.options.map(({ code }) => code) ?? [];
  if (!isChoice || contact.never.some((option) => !known.includes(option)))
    list.add('contact-unknown', onWhole('contact'), { question: contact.question });
}

function checkSections({ sections, questions }: Questionnaire, list: ProblemList): void {
  const at = (index: number, field: string): ProblemPlace => ({
    part: 'section',
    question: null,
    index,
    field,
  });
  checkCodes(sections, (position) => at(position, 'code'), list);
  for (const [index, { code, title }] of sections.entries()) {
    checkWording(title, at(index, 'title'), list);
    if (!questions.some(({ section }) => section === code)) list.add('section-empty', at(index, 'code'));
  }
}

/** A line of a matrix is answered under `Q4.web`: no question may be called so. */
function checkItemCodes({ questions }: Questionnaire, list: ProblemList): void {
  const codes = new Set(questions.map(({ code }) => code));
  for (const [index, { code, kind, rows }] of questions.entries()) {
    if (kind !== 'matrix') continue;
    const taken = rows.find((row) => codes.has(`${code}.${row.code}`));
    if (taken) list.add('code-duplicate', atQuestion(index, 'rows'), { code: `${code}.${taken.code}` });
  }
}

function checkFamilies({ questions }: Questionnaire, { families }: CountingMethod, list: ProblemList): void {
  const asked = new Set<string>();
  let overall = 0;
  const check = (family: string | null, place: ProblemPlace) => {
    if (family === null) list.add('family-missing', place);
    else if (family === overallFamily) {
      overall += 1;
      if (overall === 2) list.add('several-overall', place);
    } else if (!families.includes(family)) list.add('family-unknown', place, { family });
    if (family !== null) asked.add(family);
  };
  for (const [index, { kind, family, rows }] of questions.entries()) {
    if (kind === 'scale') check(family, atQuestion(index, 'family'));
    if (kind !== 'matrix') continue;
    for (const [position, row] of rows.entries())
      check(row.family, { part: 'row', question: index, index: position, field: 'family' });
  }
  if (asked.size === 0) {
    list.add('nothing-rated', onWhole('questions'));
    return;
  }
  for (const family of families) {
    if (!asked.has(family)) list.add('family-not-asked', onWhole('questions'), { family });
  }
}

/** All wording that people read. */
function wordsOf(questionnaire: Questionnaire): Words[] {
  const { title, introduction, sections, questions } = questionnaire;
  const items = itemsOf({ questions });
  return [
    title,
    introduction,
    ...sections.map((section) => section.title),
    ...questions.flatMap(({ text, hint, options }) => [
      text,
      ...(hint === null ? [] : [hint]),
      ...options.map(({ label }) => label),
    ]),
    ...items.filter(({ code, question }) => code !== question).map(({ text }) => text),
  ];
}
