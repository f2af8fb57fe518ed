import type { SurveySubmission } from '@gongping/contracts';
import type { Database } from '@gongping/db';
import { createHash, timingSafeEqual } from 'node:crypto';
import { ProblemError } from '../../http/problem-error.ts';
import type { KnownChannel, SurveyDefinition } from '../surveys/survey-definition.ts';
import * as repository from './response-store.repository.ts';
import { tokenDigest } from './token.ts';

/** By which channel an answer comes, and what its token settles. */
export interface Entrance {
  readonly channel: KnownChannel;
  /** The token's digest and what this request claims it with; null where the channel has none. */
  readonly token: repository.Claim | null;
  /** The unit that the token is for; null where the respondent chooses. */
  readonly unitId: string | null;
}

/** The channel that an answer without a token names. @throws ProblemError `channel-not-open` */
export function namedEntrance(
  survey: SurveyDefinition,
  body: Pick<SurveySubmission, 'channel' | 'secret'>,
): Entrance {
  const channel = survey.channels.get(body.channel ?? 'open');
  if (!channel || !admits(channel, body.secret)) throw new ProblemError('channel-not-open');
  return { channel, token: null, unitId: null };
}

/**
 * The channel that a token belongs to. A token that never was, one that was used and one that was withdrawn are found by
 * the same query to be none, and nothing else of the request is looked at before: the answer tells them apart in no way.
 * @throws ProblemError `token-not-valid`
 */
export async function tokenEntrance(
  db: Database,
  survey: SurveyDefinition,
  { token, claim }: { token: string; claim: Buffer | null },
): Promise<Entrance> {
  const hash = tokenDigest(token);
  const found = await repository.findToken(db, survey.id, { hash, claim });
  const channel = found && survey.channels.get(found.channel);
  if (!channel) throw new ProblemError('token-not-valid');
  return { channel, token: { hash, claim }, unitId: found.unitId };
}

/** Everybody by the open link, and tablets by the secret in their address; nobody else without a token. */
function admits({ kind, secretHash }: KnownChannel, secret: string | undefined): boolean {
  if (kind === 'open') return true;
  if (kind !== 'staffed' || secretHash === null || secret === undefined) return false;
  const told = createHash('sha256').update(secret).digest();
  const known = Buffer.from(secretHash, 'base64url');
  return told.length === known.length && timingSafeEqual(told, known);
}
