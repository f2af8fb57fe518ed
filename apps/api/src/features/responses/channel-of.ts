import type { SurveySubmission } from '@gongping/contracts';
import type { Database } from '@gongping/db';
import { createHash, timingSafeEqual } from 'node:crypto';
import { ProblemError } from '../../http/problem-error.ts';
import type { KnownChannel, SurveyDefinition } from '../surveys/survey-definition.ts';
import * as repository from './response-store.repository.ts';

/** By which channel an answer comes, and what its token settles. */
export interface Entrance {
  readonly channel: KnownChannel;
  /** SHA-256 of the token; null where the channel has none. */
  readonly token: Buffer | null;
  /** The unit that the token is for; null where the respondent chooses. */
  readonly unitId: string | null;
  /** Whether its token was used, by this answer or by another one. */
  readonly used: boolean;
}

/**
 * The channel that an answer names, or that its token belongs to.
 * @throws ProblemError `token-not-valid`, `channel-not-open`
 */
export async function channelOf(
  db: Database,
  survey: SurveyDefinition,
  body: Pick<SurveySubmission, 'token' | 'channel' | 'secret'>,
): Promise<Entrance> {
  if (body.token !== undefined) {
    const token = createHash('sha256').update(body.token).digest();
    const found = await repository.findToken(db, survey.id, token);
    const channel = found && survey.channels.get(found.channel);
    if (!channel) throw new ProblemError('token-not-valid');
    return { channel, token, unitId: found.unitId, used: found.used };
  }
  const channel = survey.channels.get(body.channel ?? 'open');
  if (!channel || !admits(channel, body.secret)) throw new ProblemError('channel-not-open');
  return { channel, token: null, unitId: null, used: false };
}

/** Everybody by the open link, and tablets by the secret in their address; nobody else without a token. */
function admits({ kind, secretHash }: KnownChannel, secret: string | undefined): boolean {
  if (kind === 'open') return true;
  if (kind !== 'staffed' || secretHash === null || secret === undefined) return false;
  const told = createHash('sha256').update(secret).digest();
  const known = Buffer.from(secretHash, 'base64url');
  return told.length === known.length && timingSafeEqual(told, known);
}
