import type { SurveyPage, surveyPageRequest } from '@gongping/contracts';
import type { z } from 'zod';
import { dayInShanghai } from '../../http/day-in-shanghai.ts';
import type { Dependencies } from '../../http/dependencies.ts';
import { ProblemError } from '../../http/problem-error.ts';
import { statusOf } from '../surveys/survey.mapper.ts';
import type { SurveyDefinition } from '../surveys/survey-definition.ts';
import { namedEntrance, tokenEntrance, type Entrance } from './channel-of.ts';
import { senderOf } from './origin.ts';
import { newChallenge } from './proof.ts';
import { refuseClosed } from './refuse-closed.ts';
import { newStamp } from './stamp.ts';

type Deps = Pick<Dependencies, 'db' | 'clock' | 'intake'>;

export interface AskedPage {
  readonly slug: string;
  readonly credentials: z.infer<typeof surveyPageRequest>;
  /** For the limit of wrong tokens only. */
  readonly address: string;
}

/**
 * What a page of a survey is given with. Before a survey opens and after it closes it has pages too, which say so; a
 * channel that takes nothing while the survey is open has none.
 *
 * @throws ProblemError `not-found`, `token-not-valid`, `channel-not-open`, `survey-not-open`, `survey-paused`,
 *   `channel-full`, `too-many-attempts`
 */
export async function givePage(deps: Deps, asked: AskedPage): Promise<SurveyPage> {
  const { clock, intake } = deps;
  const survey = await intake.definitions.find(asked.slug);
  if (!survey) throw new ProblemError('not-found');
  const now = clock();
  const key = await intake.dayKeys.at(now);
  const { channel, unitId } = await entranceOf(deps, survey, { ...asked, key });
  const status = statusOf(survey, now);
  if (status === 'open') refuseClosed(survey, channel, now);
  const stamp = newStamp(key, { slug: survey.slug, now });
  const unit = [...survey.units].find(([, id]) => id === unitId)?.[0] ?? null;
  // The day: sentences say whether one that they name is past.
  const seen = [survey.mark, status, dayInShanghai(now), channel.code, channel.revision, unit ?? ''];
  return {
    mark: seen.join(' '),
    stamp,
    challenge: channel.kind === 'open' && channel.proof ? newChallenge(key, stamp) : null,
    channel: { code: channel.code, kind: channel.kind, name: { zh: channel.nameZh, en: channel.nameEn } },
    unit,
  };
}

/** A token that was used has no page any more; asking with a wrong one counts like sending with it. */
async function entranceOf(
  { db, intake }: Deps,
  survey: SurveyDefinition,
  { credentials, address, key }: AskedPage & { key: Buffer },
): Promise<Entrance> {
  const sender = senderOf(key, { surveyId: survey.id, address });
  const { token } = credentials;
  if (token !== undefined)
    return intake.guessLimit.attempt(sender, () => tokenEntrance(db, survey, { token, claim: null }));
  try {
    return namedEntrance(survey, credentials);
  } catch (refusal) {
    if (refusal instanceof ProblemError) await intake.limit.count(sender);
    throw refusal;
  }
}
