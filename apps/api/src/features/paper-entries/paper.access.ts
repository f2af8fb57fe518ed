import type { Actor } from '../../http/actor.ts';
import type { Dependencies } from '../../http/dependencies.ts';
import { ProblemError } from '../../http/problem-error.ts';
import { visibleAssessment } from '../assessments/assessment.access.ts';
import { answersByChannel, channelRows, surveyOf } from '../surveys/survey.service.ts';
import { toPaperChannel } from './paper-channel.mapper.ts';

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

/** Channels of paper of an assessment, for those who may key sheets in. @throws ProblemError `not-found`, `forbidden` */
export async function paperChannels({ db }: Pick<PaperDeps, 'db'>, actor: Actor, slug: string) {
  const assessment = await visibleAssessment(db, actor, { slug, roles: ['organiser', 'evaluator'] });
  const { id: surveyId } = await surveyOf(db, assessment.id);
  const rows = (await channelRows(db, surveyId)).filter(({ kind }) => kind === 'paper');
  const answers = rows.length === 0 ? [] : await answersByChannel(db, surveyId);
  const channels = rows.map((row) => {
    const counted = answers.find(({ channel, state }) => channel === row.code && state === 'counted');
    return toPaperChannel(row, { taken: counted?.responses ?? 0, phase: assessment.phase });
  });
  return { surveyId, channels };
}
