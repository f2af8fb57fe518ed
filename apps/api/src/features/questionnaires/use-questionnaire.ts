import { questionnaire, type Questionnaire, type QuestionnaireView } from '@gongping/contracts';
import { tidyQuestionnaire } from '@gongping/questionnaire';
import type { Actor } from '../../http/actor.ts';
import { canonicalJson } from '../../http/canonical-json.ts';
import type { Dependencies } from '../../http/dependencies.ts';
import { ProblemError } from '../../http/problem-error.ts';
import { followQuestionnaires } from '../assessments/follow-questionnaire.ts';
import { appendAudit } from '../audit/audit.service.ts';
import { checkDraft } from './check-draft.ts';
import { draftOf, holdForChange, readAnswered, subject, type DraftOrder } from './held-survey.ts';
import { mayBeAnswered } from './may-be-answered.ts';
import { problemPath, problemSentence } from './problem-sentences.ts';
import { viewOf } from './questionnaire-view.ts';
import * as repository from './questionnaire.repository.ts';

/**
 * Puts the draft into use. It takes the place of the present questionnaire where nobody can have answered that; else
 * that is kept as a version for its answers, and the number counts up. The score follows the rated questions.
 * @throws ProblemError `not-found`, `forbidden`, `wrong-phase`, `stale`, `no-draft`, `faulty-questionnaire`
 */
export async function useDraft(
  { db, clock, intake }: Pick<Dependencies, 'db' | 'clock' | 'intake'>,
  actor: Actor,
  order: DraftOrder,
): Promise<QuestionnaireView> {
  const { language } = order;
  const { view, slug } = await db.transaction(async (tx) => {
    const { assessment, survey } = await holdForChange(tx, actor, order);
    const draft = draftOf(survey);
    if (draft === null) throw new ProblemError('no-draft');
    await repository.holdIntake(tx);
    const now = clock();
    const { all, answered, isAnswered } = await readAnswered(tx, survey);
    refuseFaulty(checkDraft(draft, answered), language);
    const next = questionnaire.parse(tidyQuestionnaire(draft));
    const isSame = canonicalJson(next) === canonicalJson(all.at(-1));
    const freezes = !isSame && (isAnswered || mayBeAnswered(survey, now));
    if (freezes) {
      const { id: surveyId, version, questionnaire: replaced } = survey;
      await repository.insertVersion(tx, { surveyId, version, questionnaire: replaced, replacedAt: now });
    }
    await repository.updateQuestionnaire(tx, survey.id, {
      questionnaire: next,
      version: freezes ? survey.version + 1 : survey.version,
      revision: survey.revision + 1,
      draft: null,
      draftRevision: survey.draftRevision + 1,
    });
    await followQuestionnaires(tx, assessment, [...(freezes ? all : all.slice(0, -1)), next]);
    await appendAudit(tx, {
      scope: assessment.id,
      at: now,
      actor,
      action: 'questionnaire.use',
      subject,
      before: factsOf(all.at(-1), survey.version),
      after: factsOf(next, freezes ? survey.version + 1 : survey.version),
      reason: '',
      requestId: order.requestId,
    });
    return { view: await viewOf(tx, assessment, { language, now }), slug: survey.slug };
  });
  intake.definitions.forget(slug);
  return view;
}

function refuseFaulty(found: ReturnType<typeof checkDraft>, language: 'zh' | 'en'): void {
  const errors = found.filter(({ severity }) => severity === 'error');
  if (errors.length === 0) return;
  throw new ProblemError('faulty-questionnaire', {
    errors: errors.map((problem) => ({
      path: problemPath(problem),
      message: problemSentence(problem)[language],
    })),
  });
}

function factsOf(inUse: Questionnaire | undefined, version: number) {
  return { version, questions: inUse?.questions.map(({ code }) => code).join(' ') ?? '' };
}
