import {
  useOneTimeLink,
  type Language,
  type OneTimeLinkView,
  type UseOneTimeLink,
} from '@gongping/contracts';
import type { Database } from '@gongping/db';
import type { Actor } from '../../http/actor.ts';
import type { Dependencies } from '../../http/dependencies.ts';
import { newId } from '../../http/new-id.ts';
import { ProblemError } from '../../http/problem-error.ts';
import { isUniqueViolation } from '../../http/unique-violation.ts';
import { describeIssues } from '../../http/validation.ts';
import { appendAudit } from '../audit/audit.service.ts';
import { hashToken } from '../sessions/lucia.ts';
import { hashPassword } from '../sessions/password.ts';
import { actorFor, endSessions, startSession, type Client } from '../sessions/session.service.ts';
import * as repository from './one-time-link.repository.ts';
import * as users from './user.repository.ts';

type OneTimeLinkUse = UseOneTimeLink & {
  readonly token: string;
  readonly client: Client;
  readonly requestId: string;
  readonly language: Language;
};

/** What a link is for. @throws ProblemError `link-unusable` where it was used, has expired or never was. */
export async function viewLink(
  { db, clock }: Pick<Dependencies, 'db' | 'clock'>,
  token: string,
): Promise<OneTimeLinkView> {
  const { link, user } = await findLink(db, hashToken(token), clock());
  return {
    purpose: user === null ? 'first-administrator' : 'set-password',
    username: user?.username ?? null,
    expiresAt: link.expiresAt.toISOString(),
  };
}

/**
 * Sets the password of the link's account, or makes the first administrator's, and signs the person in. Of two
 * uses at the same moment one wins.
 * @returns the cookie to set and who it is.
 * @throws ProblemError `link-unusable`; `invalid-input` where the administrator has no name; `already-exists`
 */
export async function useLink(
  { db, clock }: Dependencies,
  use: OneTimeLinkUse,
): Promise<{ cookie: string; actor: Actor }> {
  const now = clock();
  const tokenHash = hashToken(use.token);
  // Looked at first, since hashing a password is dear: a made-up token must not buy it.
  await findLink(db, tokenHash, now);
  const passwordHash = await hashPassword(use.password);
  try {
    return await db.transaction(async (tx) => {
      const { user } = await findLink(tx, tokenHash, now);
      if (!(await repository.useUpLink(tx, tokenHash, now))) throw new ProblemError('link-unusable');
      const userId = user
        ? await setPassword(tx, user, passwordHash)
        : await insertAdministrator(tx, { ...administratorName(use), passwordHash, now });
      const actor = await actorFor(tx, userId);
      if (!actor) throw new ProblemError('link-unusable');
      await appendAudit(tx, {
        scope: 'platform',
        at: now,
        actor,
        action: user ? 'user.set-password' : 'user.create-administrator',
        subject: `user ${actor.username}`,
        reason: '',
        requestId: use.requestId,
      });
      return { cookie: await startSession(tx, { userId, now, client: use.client }), actor };
    });
  } catch (error) {
    if (!isUniqueViolation(error)) throw error;
    throw new ProblemError('already-exists', { values: { name: use.username ?? '' } });
  }
}

async function findLink(
  db: Database,
  tokenHash: string,
  now: Date,
): Promise<{ link: repository.LinkRow; user: users.UserRow | null }> {
  const link = await repository.findUsableLink(db, tokenHash, now);
  if (!link) throw new ProblemError('link-unusable');
  if (link.userId === null) return { link, user: null };
  const user = await users.findUser(db, link.userId);
  if (!user || user.disabledAt) throw new ProblemError('link-unusable');
  const { grants: _grants, ...row } = user;
  return { link, user: row };
}

async function setPassword(tx: Database, user: users.UserRow, passwordHash: string): Promise<string> {
  await users.updateUser(tx, { ...user, passwordHash });
  await endSessions(tx, user.id);
  return user.id;
}

interface NewAdministrator {
  readonly username: string;
  readonly displayName: string;
  readonly passwordHash: string;
  readonly now: Date;
}

async function insertAdministrator(tx: Database, { now, ...account }: NewAdministrator): Promise<string> {
  const id = newId(now);
  const nothing = { homeUnitId: null, email: null, mailLanguage: 'zh', disabledAt: null } as const;
  await users.insertUser(tx, { id, ...account, ...nothing, createdAt: now });
  const grant = { role: 'organiser', assessmentId: null, unitId: null } as const;
  await users.replaceGrants(tx, id, [{ id: newId(now), userId: id, ...grant }]);
  return id;
}

/** Of the first administrator everything is wanted; of others the password alone. */
const administratorUse = useOneTimeLink.required();

function administratorName(use: OneTimeLinkUse) {
  const parsed = administratorUse.safeParse(use);
  if (parsed.success) return { username: parsed.data.username, displayName: parsed.data.displayName };
  const errors = describeIssues(parsed.error, use.language);
  throw new ProblemError('invalid-input', { errors });
}
