import type { AuditAction, Language } from '@gongping/contracts';
import type { Database } from '@gongping/db';
import type { Context } from 'hono';
import { actorOf } from '../../http/access.ts';
import type { Actor } from '../../http/actor.ts';
import type { Dependencies } from '../../http/dependencies.ts';
import type { Environment } from '../../http/environment.ts';
import { visibleAssessment } from '../assessments/assessment.access.ts';
import { appendAudit } from '../audit/audit.service.ts';
import { surveyOf } from './survey.service.ts';

export type ChangingDeps = Pick<Dependencies, 'db' | 'clock' | 'intake'>;

/** Who asks, and how the answer and the log tell it. */
export interface Asked {
  readonly actor: Actor;
  readonly slug: string;
  readonly language: Language;
  readonly requestId: string;
}

/** A survey that is being changed. */
export interface Changing {
  readonly tx: Database;
  readonly survey: Awaited<ReturnType<typeof surveyOf>>;
  /** Writes into the log of the assessment. */
  log(fact: { action: AuditAction; subject: string; before: unknown; after: unknown }): Promise<void>;
}

/** Who asks in a request. */
export function askedIn(c: Context<Environment>, slug: string): Asked {
  return { actor: actorOf(c), slug, language: c.get('language'), requestId: c.get('requestId') };
}

/**
 * Changes something of an assessment's survey in one transaction, for its organiser; afterwards the next answer finds the
 * survey as it is then.
 * @throws ProblemError `not-found`, `forbidden`
 */
export async function changingSurvey<T>(
  deps: ChangingDeps,
  asked: Asked,
  change: (survey: Changing) => Promise<T>,
): Promise<T> {
  const { db, clock, intake } = deps;
  const { actor, slug, requestId } = asked;
  const { answer, surveySlug } = await db.transaction(async (tx) => {
    const assessment = await visibleAssessment(tx, actor, { slug, roles: ['organiser'] });
    const survey = await surveyOf(tx, assessment.id);
    const log: Changing['log'] = (fact) =>
      appendAudit(tx, { scope: assessment.id, at: clock(), actor, reason: '', requestId, ...fact });
    return { answer: await change({ tx, survey, log }), surveySlug: survey.slug };
  });
  intake.definitions.forget(surveySlug);
  return answer;
}
