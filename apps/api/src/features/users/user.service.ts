import type {
  CreatedUser,
  Language,
  NewUser,
  OneTimeLink,
  RoleGrant,
  User,
  UserChange,
} from '@gongping/contracts';
import type { Database } from '@gongping/db';
import { isPlatformOrganiser, type Actor } from '../../http/actor.ts';
import type { Dependencies } from '../../http/dependencies.ts';
import { newId } from '../../http/new-id.ts';
import { ProblemError } from '../../http/problem-error.ts';
import { isUniqueViolation } from '../../http/unique-violation.ts';
import { appendAudit } from '../audit/audit.service.ts';
import { endSessions } from '../sessions/session.service.ts';
import { checkReferences } from './check-references.ts';
import { createAccountLink } from './create-one-time-link.ts';
import { toLoggedUser, toUser } from './user.mapper.ts';
import * as repository from './user.repository.ts';

interface Asked {
  readonly requestId: string;
  readonly language: Language;
}

/** All accounts with their roles. @throws ProblemError `forbidden` */
export async function listUsers({ db }: Dependencies, actor: Actor): Promise<User[]> {
  requirePlatformOrganiser(actor);
  const users = await repository.listUsers(db);
  const byUser = new Map(users.map((row): [string, repository.GrantRow[]] => [row.id, []]));
  for (const grant of await repository.listGrants(db)) byUser.get(grant.userId)?.push(grant);
  return users.map((row) => toUser(row, byUser.get(row.id) ?? []));
}

/**
 * Makes an account and the link with which its person sets the password.
 * @throws ProblemError `forbidden`, `invalid-input`, `already-exists`
 */
export async function createUser(
  { db, clock }: Dependencies,
  actor: Actor,
  { user, requestId, language }: Asked & { user: NewUser },
): Promise<CreatedUser> {
  requirePlatformOrganiser(actor);
  const now = clock();
  const row: repository.UserRow = {
    id: newId(now),
    username: user.username,
    displayName: user.displayName,
    passwordHash: null,
    homeUnitId: user.homeUnitId,
    email: user.email,
    mailLanguage: 'zh',
    disabledAt: null,
    createdAt: now,
  };
  const grants = grantRows(row.id, user.grants, now);
  const account = toUser(row, grants);
  try {
    const link = await db.transaction(async (tx) => {
      await checkReferences(tx, user, language);
      await repository.insertUser(tx, row);
      await repository.replaceGrants(tx, row.id, grants);
      const what = {
        action: 'user.create' as const,
        subject: `user ${row.username}`,
        after: toLoggedUser(account),
        reason: '',
      };
      await appendAudit(tx, { scope: 'platform', at: now, actor, ...what, requestId });
      return createAccountLink(tx, row.id, now);
    });
    return { user: account, link };
  } catch (error) {
    if (!isUniqueViolation(error)) throw error;
    throw new ProblemError('already-exists', { values: { name: row.username } });
  }
}

/**
 * Changes, disables or enables an account; a disabled one is signed out everywhere at once.
 * @throws ProblemError `forbidden`, `not-found`, `invalid-input`, `last-organiser`
 */
export async function changeUser(
  { db, clock }: Dependencies,
  actor: Actor,
  { id, change, requestId, language }: Asked & { id: string; change: UserChange },
): Promise<User> {
  requirePlatformOrganiser(actor);
  const now = clock();
  return db.transaction(async (tx) => {
    await repository.lockOrganisers(tx);
    const stored = await repository.findUser(tx, id);
    if (!stored) throw new ProblemError('not-found');
    const { grants: storedGrants, ...row } = stored;
    const { disabled, grants: newGrants = storedGrants } = change;
    const changed: repository.UserRow = {
      ...row,
      displayName: change.displayName ?? row.displayName,
      homeUnitId: change.homeUnitId === undefined ? row.homeUnitId : change.homeUnitId,
      email: change.email === undefined ? row.email : change.email,
      disabledAt: disabled === undefined ? row.disabledAt : disabled ? (row.disabledAt ?? now) : null,
    };
    await checkReferences(tx, { homeUnitId: changed.homeUnitId, grants: newGrants }, language);
    const hadOrganiser = (await repository.listActiveOrganiserIds(tx)).length > 0;
    await repository.updateUser(tx, changed);
    if (change.grants) await repository.replaceGrants(tx, id, grantRows(id, change.grants, now));
    if (hadOrganiser) await requireAnOrganiser(tx);
    if (changed.disabledAt) await endSessions(tx, id);
    const after = toUser(changed, grantRows(id, newGrants, now));
    await appendAudit(tx, {
      scope: 'platform',
      at: now,
      actor,
      action: 'user.change',
      subject: `user ${row.username}`,
      before: toLoggedUser(toUser(row, storedGrants)),
      after: toLoggedUser(after),
      reason: '',
      requestId,
    });
    return after;
  });
}

/** A new link to set the password; the one before no longer works. @throws ProblemError `forbidden`, `not-found` */
export async function renewLink(
  { db, clock }: Dependencies,
  actor: Actor,
  { id, requestId }: { id: string; requestId: string },
): Promise<OneTimeLink> {
  requirePlatformOrganiser(actor);
  const now = clock();
  return db.transaction(async (tx) => {
    const user = await repository.findUser(tx, id);
    if (!user) throw new ProblemError('not-found');
    const link = await createAccountLink(tx, id, now);
    const what = { action: 'user.link' as const, subject: `user ${user.username}`, reason: '' };
    const after = { expiresAt: link.expiresAt };
    await appendAudit(tx, { scope: 'platform', at: now, actor, ...what, after, requestId });
    return link;
  });
}

function requirePlatformOrganiser(actor: Actor): void {
  if (!isPlatformOrganiser(actor)) throw new ProblemError('forbidden');
}

async function requireAnOrganiser(tx: Database): Promise<void> {
  const left = await repository.listActiveOrganiserIds(tx);
  if (left.length === 0) throw new ProblemError('last-organiser');
}

function grantRows(userId: string, grants: readonly RoleGrant[], now: Date): repository.GrantRow[] {
  return grants.map(({ role, assessmentId, unitId }) => ({
    id: newId(now),
    userId,
    role,
    assessmentId,
    unitId,
  }));
}
