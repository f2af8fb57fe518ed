import type { Actor } from '../../http/actor.ts';
import type { Dependencies } from '../../http/dependencies.ts';
import { ProblemError } from '../../http/problem-error.ts';
import { visibleAssessment } from '../assessments/assessment.access.ts';
import { surveyOf } from '../surveys/survey.service.ts';

export type PaperDeps = Pick<Dependencies, 'db' | 'clock' | 'intake'>;

/** A channel of paper that somebody may key sheets of in. @throws ProblemError `not-found`, `forbidden` */
export async function paperChannel(
  { db, intake }: PaperDeps,
  actor: Actor,
  { slug, channel: code }: { slug: string; channel: string },
) {
  const assessment = await visibleAssessment(db, actor, { slug, roles: ['organiser', 'evaluator'] });
  const { slug: surveySlug } = await surveyOf(db, assessment.id);
  const survey = await intake.definitions.find(surveySlug);
  const channel = survey?.channels.get(code);
  if (!survey || channel?.kind !== 'paper') throw new ProblemError('not-found');
  return { assessment, survey, channel };
}
