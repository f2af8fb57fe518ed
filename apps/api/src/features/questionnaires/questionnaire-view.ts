import type { Language, QuestionnaireView } from '@gongping/contracts';
import type { Database } from '@gongping/db';
import type { Actor } from '../../http/actor.ts';
import type { Dependencies } from '../../http/dependencies.ts';
import { ProblemError } from '../../http/problem-error.ts';
import { weightedFamilies } from '../assessments/appraisal-method.ts';
import { visibleAssessment } from '../assessments/assessment.access.ts';
import { readQuestionnaire } from '../surveys/read-questionnaire.ts';
import { checkDraft } from './check-draft.ts';
import { draftOf, readAnswered, type Assessment } from './held-survey.ts';
import { toCheck } from './problem-sentences.ts';
import * as repository from './questionnaire.repository.ts';
import { mayBeAnswered } from './may-be-answered.ts';

/** The questionnaire of an assessment with its draft. @throws ProblemError `not-found`, `forbidden` */
export async function readView(
  { db, clock }: Pick<Dependencies, 'db' | 'clock'>,
  actor: Actor,
  { slug, language }: { slug: string; language: Language },
): Promise<QuestionnaireView> {
  const assessment = await visibleAssessment(db, actor, { slug, roles: ['organiser'] });
  return viewOf(db, assessment, { language, now: clock() });
}

/** The same where it is known who asks. */
export async function viewOf(
  db: Database,
  assessment: Pick<Assessment, 'id' | 'indicatorSystemId' | 'phase'>,
  { language, now }: { language: Language; now: Date },
): Promise<QuestionnaireView> {
  const survey = await repository.findSurvey(db, assessment.id);
  if (!survey) throw new ProblemError('not-found');
  const { answered, isAnswered } = await readAnswered(db, survey);
  const draft = draftOf(survey);
  const inUse = readQuestionnaire(survey.questionnaire);
  const families = await repository.listFamilies(db, assessment.indicatorSystemId);
  const versions = await repository.listReplaced(db, survey.id);
  return {
    revision: survey.draftRevision,
    version: survey.version,
    inUse,
    answered: isAnswered,
    freezes: isAnswered || mayBeAnswered(survey, now),
    changeable: assessment.phase !== 'published',
    draft,
    checks: checkDraft(draft ?? inUse, answered).map((problem) => toCheck(problem, language)),
    families: families
      .filter(({ code }) => weightedFamilies.includes(code))
      .map(({ code, name }) => ({ code, name })),
    versions: versions.map(({ version, replacedAt }) => ({ version, replacedAt: replacedAt.toISOString() })),
  };
}
