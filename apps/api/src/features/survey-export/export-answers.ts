import { csvText } from '@gongping/bundle';
import type { Database } from '@gongping/db';
import type { Actor } from '../../http/actor.ts';
import type { Dependencies } from '../../http/dependencies.ts';
import { unformula } from '../../tables/unformula.ts';
import { visibleAssessment } from '../assessments/assessment.access.ts';
import { readQuestionnaires } from '../surveys/survey-questionnaires.ts';
import { streamOf } from '../audit/hand-out-audit.ts';
import { surveyOf } from '../surveys/survey.service.ts';
import {
  answerCell,
  answerColumns,
  dictionaryColumns,
  dictionaryRows,
  factColumns,
  type AnswerColumn,
} from './answer-columns.ts';
import * as repository from './answer.repository.ts';

/** Answers held in memory at a time. */
const stretchLength = 1000;
const beforeAll = '00000000-0000-0000-0000-000000000000';
/** For Excel, which takes a file without it for something else. */
const mark = '\ufeff';

/**
 * Every answer without what could tell who gave it: neither origin nor receipt nor time, words only as they were
 * confirmed; in the order of random numbers.
 * @throws ProblemError `not-found`, `forbidden`
 */
export async function exportAnswers(
  { db }: Dependencies,
  actor: Actor,
  slug: string,
): Promise<ReadableStream<Uint8Array>> {
  const survey = await visibleSurvey(db, actor, slug);
  const columns = answerColumns(await readQuestionnaires(db, survey));
  return streamOf(answerLines(db, survey.id, columns));
}

/** What the columns of the answers mean. @throws ProblemError `not-found`, `forbidden` */
export async function exportDictionary({ db }: Dependencies, actor: Actor, slug: string): Promise<string> {
  const survey = await visibleSurvey(db, actor, slug);
  const columns = answerColumns(await readQuestionnaires(db, survey));
  return mark + csvText(dictionaryColumns, dictionaryRows(columns));
}

async function visibleSurvey(db: Database, actor: Actor, slug: string) {
  const assessment = await visibleAssessment(db, actor, { slug, roles: ['organiser'] });
  return surveyOf(db, assessment.id);
}

async function* answerLines(db: Database, surveyId: string, columns: readonly AnswerColumn[]) {
  yield mark + csvText([...factColumns, ...columns.map(({ code }) => code)], []);
  let after = beforeAll;
  for (;;) {
    const rows = await repository.listAnswers(db, { surveyId, after, limit: stretchLength });
    const cells = rows.map(({ unit, channel, version, day, state, signs, answers, words }) => [
      unit,
      channel,
      String(version),
      day ?? '',
      state,
      signs.join('|'),
      ...columns.map((column) => unformula(answerCell(column, { answers, words: words ?? {} }))),
    ]);
    const [first, ...others] = cells;
    if (first) yield csvText(first, others);
    if (rows.length < stretchLength) return;
    after = rows.at(-1)?.id ?? after;
  }
}
