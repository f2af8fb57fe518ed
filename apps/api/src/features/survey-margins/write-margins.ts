import type { Language, Questionnaire, SurveyMargins, SurveyMarginsChange } from '@gongping/contracts';
import { itemsOf } from '@gongping/questionnaire';
import type { Actor } from '../../http/actor.ts';
import type { Dependencies } from '../../http/dependencies.ts';
import { ProblemError } from '../../http/problem-error.ts';
import { visibleAssessment } from '../assessments/assessment.access.ts';
import { subjectHistory } from '../audit/read-audit.ts';
import { changingSurvey, type Asked, type ChangingDeps } from '../surveys/changing-survey.ts';
import { readQuestionnaire } from '../surveys/read-questionnaire.ts';
import { surveyOf } from '../surveys/survey.service.ts';
import * as repository from './margin.repository.ts';

/** Known totals of the population, where they are set. @throws ProblemError `not-found`, `forbidden` */
export async function readMargins({ db }: Dependencies, actor: Actor, slug: string): Promise<SurveyMargins> {
  const assessment = await visibleAssessment(db, actor, { slug, roles: ['organiser', 'leader'] });
  const { revision, margins } = await surveyOf(db, assessment.id);
  return { revision, margins: margins as SurveyMargins['margins'] };
}

const sentences = {
  question: {
    zh: '只能按单选题的构成加权，请检查题号。',
    en: 'Answers are weighted by questions of one choice only; check the code.',
  },
  option: { zh: '这道题没有这个选项。', en: 'The question has no such option.' },
  total: { zh: '各选项的数不能都是 0。', en: 'Give a number above 0 for at least one option.' },
} as const;

/**
 * Sets what is known of the population; null: answers are not weighted.
 * @throws ProblemError `not-found`, `forbidden`, `invalid-input`, `stale`
 */
export async function writeMargins(
  deps: ChangingDeps,
  asked: Asked,
  change: SurveyMarginsChange,
): Promise<SurveyMargins> {
  return changingSurvey(deps, asked, async ({ tx, survey, log }) => {
    const errors = faultsOf(change, readQuestionnaire(survey.questionnaire), asked.language);
    if (errors.length > 0) throw new ProblemError('invalid-input', { errors });
    const { expectedRevision, margins } = change;
    if (!(await repository.saveMargins(tx, { surveyId: survey.id, expectedRevision, margins }))) {
      const last = (await subjectHistory(tx, survey.assessmentId, 'survey')).at(-1);
      throw new ProblemError('stale', { values: { name: last?.actorName ?? survey.title } });
    }
    const [before, after] = [{ margins: survey.margins }, { margins }];
    await log({ action: 'survey.change', subject: 'survey', before, after });
    return { revision: expectedRevision + 1, margins };
  });
}

function faultsOf({ margins }: SurveyMarginsChange, questionnaire: Questionnaire, language: Language) {
  const items = new Map(itemsOf(questionnaire).map((item) => [item.code, item]));
  return Object.entries(margins ?? {}).flatMap(([code, totals]) => {
    const item = items.get(code);
    const fault = (path: string, of: keyof typeof sentences) => ({ path, message: sentences[of][language] });
    if (item?.kind !== 'single') return [fault(`margins.${code}`, 'question')];
    const unknown = Object.keys(totals).filter((option) => !item.options.some((one) => one.code === option));
    if (unknown.length > 0) return unknown.map((option) => fault(`margins.${code}.${option}`, 'option'));
    return Object.values(totals).every((total) => total === 0) ? [fault(`margins.${code}`, 'total')] : [];
  });
}
