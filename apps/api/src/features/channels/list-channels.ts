import type { SurveyChannelList } from '@gongping/contracts';
import { atOnce, type Database } from '@gongping/db';
import type { Actor } from '../../http/actor.ts';
import type { Dependencies } from '../../http/dependencies.ts';
import { visibleAssessment } from '../assessments/assessment.access.ts';
import { answersByChannel, channelRows, surveyOf } from '../surveys/survey.service.ts';
import { toChannel } from './channel.mapper.ts';
import * as repository from './channel.repository.ts';

/** The channels of an assessment's survey with what has come by each. @throws ProblemError `not-found`, `forbidden` */
export async function listChannels(
  { db, clock }: Pick<Dependencies, 'db' | 'clock'>,
  actor: Actor,
  slug: string,
): Promise<SurveyChannelList> {
  const assessment = await visibleAssessment(db, actor, { slug, roles: ['organiser', 'leader'] });
  return channelsOf(db, await surveyOf(db, assessment.id), clock());
}

export async function channelsOf(
  db: Database,
  survey: Awaited<ReturnType<typeof surveyOf>>,
  now: Date,
): Promise<SurveyChannelList> {
  const [rows, answers, tokens] = await atOnce(db, [
    () => channelRows(db, survey.id),
    () => answersByChannel(db, survey.id),
    () => repository.countTokens(db, survey.id),
  ]);
  return { channels: rows.map((row) => toChannel(row, { survey, counts: { answers, tokens }, now })) };
}
