import { questionnaireDraft, type Questionnaire, type QuestionnaireDraft } from '@gongping/contracts';
import type { Database } from '@gongping/db';
import type { Actor } from '../../http/actor.ts';
import { ProblemError } from '../../http/problem-error.ts';
import { visibleAssessment } from '../assessments/assessment.access.ts';
import { holdAssessment } from '../assessments/follow-questionnaire.ts';
import { wrongPhase } from '../assessments/wrong-phase.ts';
import { subjectHistory } from '../audit/read-audit.ts';
import { readQuestionnaires } from '../surveys/survey-questionnaires.ts';
import * as repository from './questionnaire.repository.ts';

/** What is done to a draft: whose it is, and which state of it the person has seen. */
export interface DraftOrder {
  readonly slug: string;
  readonly expectedRevision: number;
  readonly language: 'zh' | 'en';
  readonly requestId: string;
}

export type Assessment = NonNullable<Awaited<ReturnType<typeof holdAssessment>>>;

export interface HeldSurvey {
  readonly assessment: Assessment;
  readonly survey: repository.SurveyRow;
}

/** As the log names the questionnaire of a round. */
export const subject = 'questionnaire';

/**
 * The survey for somebody who changes its questionnaire; nobody else does until the transaction ends.
 * @throws ProblemError `not-found`, `forbidden`, `wrong-phase`, `stale`
 */
export async function holdForChange(tx: Database, actor: Actor, order: DraftOrder): Promise<HeldSurvey> {
  const found = await visibleAssessment(tx, actor, { slug: order.slug, roles: ['organiser'] });
  const assessment = await holdAssessment(tx, found.id);
  const survey = await repository.holdSurvey(tx, found.id);
  if (!assessment || !survey) throw new ProblemError('not-found');
  if (assessment.phase === 'published')
    throw wrongPhase(assessment.phase, 'publishedSettings', order.language);
  if (survey.draftRevision !== order.expectedRevision) {
    const last = (await subjectHistory(tx, found.id, subject)).at(-1);
    throw new ProblemError('stale', {
      values: { name: last?.actorName ?? assessment.title },
      current: { revision: survey.draftRevision },
    });
  }
  return { assessment, survey };
}

/** The draft, where one is begun. */
export function draftOf({ draft }: Pick<repository.SurveyRow, 'draft'>): QuestionnaireDraft | null {
  return draft === null ? null : questionnaireDraft.parse(draft);
}

/** All questionnaires of a survey, and those among them that have been answered. */
export async function readAnswered(
  db: Database,
  survey: repository.SurveyRow,
): Promise<{ all: readonly Questionnaire[]; answered: readonly Questionnaire[]; isAnswered: boolean }> {
  const { all } = await readQuestionnaires(db, survey);
  const isAnswered = await repository.isAnswered(db, { surveyId: survey.id, version: survey.version });
  // A questionnaire was kept because it had been answered, or might have been.
  const answered = all.filter(({ version }) => version !== survey.version || isAnswered);
  return {
    all: all.map(({ questionnaire }) => questionnaire),
    answered: answered.map(({ questionnaire }) => questionnaire),
    isAnswered,
  };
}
