import type { Database } from '@gongping/db';
import type { Actor } from '../../http/actor.ts';
import type { Dependencies } from '../../http/dependencies.ts';
import { ProblemError } from '../../http/problem-error.ts';
import { appendAudit } from '../audit/audit.service.ts';
import { createLucia, hashToken, sessionAttributes } from './lucia.ts';
import { hashPassword, verifyPassword } from './password.ts';
import * as repository from './session.repository.ts';
import { blockedSeconds, countFailure, forgetFailures } from './sign-in-limit.ts';

/** The person behind a session, or null where the account is gone or disabled. */
export async function actorFor(db: Database, userId: string): Promise<Actor | null> {
  const user = await repository.findUserWithGrants(db, userId);
  if (!user || user.disabledAt) return null;
  const grants = user.grants.map(({ role, assessmentId, unitId }) => ({ role, assessmentId, unitId }));
  return {
    id: user.id,
    username: user.username,
    displayName: user.displayName,
    homeUnitId: user.homeUnitId,
    grants,
  };
}

/** Where a sign-in comes from. */
export interface Client {
  readonly address: string;
  readonly secure: boolean;
  readonly userAgent: string;
}

/**
 * Signs in.
 * @returns the cookie to set and who it is.
 * @throws ProblemError `wrong-credentials`, `too-many-attempts`
 */
export async function signIn(
  deps: Dependencies,
  credentials: { username: string; password: string },
  client: Client,
): Promise<{ cookie: string; actor: Actor }> {
  const { db, clock, limits } = deps;
  const keys = { name: credentials.username.toLowerCase(), address: client.address };
  const wait = await blockedSeconds(limits.signIn, keys);
  if (wait > 0) throw new ProblemError('too-many-attempts', { values: { seconds: wait } });

  const user = await repository.findUserByName(db, credentials.username);
  const matches = await verifyPassword(user?.passwordHash, credentials.password);
  const actor = user && matches ? await actorFor(db, user.id) : null;
  if (!actor) {
    await countFailure(limits.signIn, keys);
    throw new ProblemError('wrong-credentials');
  }
  await forgetFailures(limits.signIn, keys);
  return { cookie: await startSession(db, { userId: actor.id, now: clock(), client }), actor };
}

/** Starts a session of somebody who has shown who they are. @returns the cookie to set. */
export async function startSession(
  db: Database,
  start: { userId: string; now: Date; client: Client },
): Promise<string> {
  await repository.deleteExpiredSessions(db, start.now);
  const lucia = createLucia(db, start.client.secure);
  const session = await lucia.createSession(
    start.userId,
    sessionAttributes(start.now, start.client.userAgent),
  );
  return lucia.createSessionCookie(session.id).serialize();
}

/** Ends this device's session. @returns the cookie that clears the browser's. */
export async function signOut(db: Database, sessionId: string | null, secure: boolean): Promise<string> {
  const lucia = createLucia(db, secure);
  if (sessionId) await lucia.invalidateSession(sessionId);
  return lucia.createBlankSessionCookie().serialize();
}

export async function listDevices(db: Database, actor: Actor, sessionId: string | null) {
  const current = sessionId ? hashToken(sessionId) : null;
  const rows = await repository.listSessions(db, actor.id);
  return rows.map((row) => ({
    id: row.publicId,
    userAgent: row.userAgent,
    createdAt: row.createdAt.toISOString(),
    expiresAt: (row.expiresAt < row.absoluteExpiresAt ? row.expiresAt : row.absoluteExpiresAt).toISOString(),
    current: row.idHash === current,
  }));
}

/** @throws ProblemError `not-found` where the device is not this person's. */
export async function signOutDevice(db: Database, actor: Actor, publicId: string): Promise<void> {
  const deleted = await repository.deleteDevice(db, actor.id, publicId);
  if (deleted.length === 0) throw new ProblemError('not-found');
}

export async function signOutEverywhere(db: Database, actor: Actor): Promise<void> {
  await endSessions(db, actor.id);
}

/** Signs an account out on every device. */
export async function endSessions(db: Database, userId: string): Promise<void> {
  await repository.deleteUserSessions(db, userId);
}

/** Changes the password and signs every device out. @throws ProblemError `wrong-credentials` */
export async function changePassword(
  { db, clock }: Dependencies,
  actor: Actor,
  change: { current: string; next: string; requestId: string },
): Promise<void> {
  const user = await repository.findUserByName(db, actor.username);
  if (!(await verifyPassword(user?.passwordHash, change.current)))
    throw new ProblemError('wrong-credentials');
  const passwordHash = await hashPassword(change.next);
  await db.transaction(async (tx) => {
    await repository.setPasswordHash(tx, actor.id, passwordHash);
    await repository.deleteUserSessions(tx, actor.id);
    await appendAudit(tx, {
      scope: 'platform',
      at: clock(),
      actor,
      action: 'password.change',
      subject: `user ${actor.username}`,
      reason: '',
      requestId: change.requestId,
    });
  });
}
