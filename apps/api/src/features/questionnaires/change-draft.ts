import type { AuditAction, QuestionnaireDraft, QuestionnaireView } from '@gongping/contracts';
import type { Database } from '@gongping/db';
import { tidyQuestionnaire } from '@gongping/questionnaire';
import type { Actor } from '../../http/actor.ts';
import type { Dependencies } from '../../http/dependencies.ts';
import { appendAudit } from '../audit/audit.service.ts';
import { subjectHistory } from '../audit/read-audit.ts';
import { templateQuestionnaire } from '../surveys/survey.questionnaire.ts';
import { holdForChange, subject, type DraftOrder, type HeldSurvey } from './held-survey.ts';
import { viewOf } from './questionnaire-view.ts';
import * as repository from './questionnaire.repository.ts';

type Deps = Pick<Dependencies, 'db' | 'clock'>;

interface NewDraft {
  readonly action: AuditAction;
  /** Null discards. */
  readonly draft: QuestionnaireDraft | null;
  /** For the log. */
  readonly facts: Readonly<Record<string, string | number>>;
}

/**
 * Keeps what the organiser has made of the draft, right or not.
 * @throws ProblemError `not-found`, `forbidden`, `wrong-phase`, `stale`
 */
export function saveDraft(
  deps: Deps,
  actor: Actor,
  order: DraftOrder & { readonly draft: QuestionnaireDraft },
): Promise<QuestionnaireView> {
  return change(deps, actor, { order, to: { action: 'questionnaire.edit', draft: order.draft, facts: {} } });
}

/** Throws the draft away. @throws as `saveDraft` */
export function discardDraft(deps: Deps, actor: Actor, order: DraftOrder): Promise<QuestionnaireView> {
  return change(deps, actor, { order, to: { action: 'questionnaire.discard', draft: null, facts: {} } });
}

/** Begins anew with the template's questionnaire. @throws as `saveDraft` */
export function resetDraft(deps: Deps, actor: Actor, order: DraftOrder): Promise<QuestionnaireView> {
  const draft = templateQuestionnaire();
  return change(deps, actor, { order, to: { action: 'questionnaire.template', draft, facts: {} } });
}

/** Puts what a file says in place of the draft. @throws as `saveDraft` */
export function importDraft(
  deps: Deps,
  actor: Actor,
  order: DraftOrder & { readonly draft: QuestionnaireDraft; readonly format: string },
): Promise<QuestionnaireView> {
  const { draft, format } = order;
  return change(deps, actor, { order, to: { action: 'questionnaire.import', draft, facts: { format } } });
}

async function change(
  { db, clock }: Deps,
  actor: Actor,
  { order, to }: { order: DraftOrder; to: NewDraft },
): Promise<QuestionnaireView> {
  return db.transaction(async (tx) => {
    const held = await holdForChange(tx, actor, order);
    const { survey, assessment } = held;
    const now = clock();
    const draft = to.draft === null ? null : tidyQuestionnaire(to.draft);
    await repository.updateDraft(tx, survey.id, { draft, draftRevision: survey.draftRevision + 1 });
    if (!(await isGoingOn(tx, actor, { held, to }))) {
      await appendAudit(tx, {
        scope: assessment.id,
        at: now,
        actor,
        action: to.action,
        subject,
        after: { questions: to.draft?.questions.length ?? 0, ...to.facts },
        reason: '',
        requestId: order.requestId,
      });
    }
    return viewOf(tx, assessment, { language: order.language, now });
  });
}

/** A draft is kept as one types: somebody who goes on editing is in the log once. */
async function isGoingOn(
  tx: Database,
  actor: Actor,
  { held, to }: { held: HeldSurvey; to: NewDraft },
): Promise<boolean> {
  if (to.action !== 'questionnaire.edit') return false;
  const last = (await subjectHistory(tx, held.assessment.id, subject)).at(-1);
  return last?.action === to.action && last.actorId === actor.id;
}
