import type { Database } from '@gongping/db';
import { sha256 } from '@oslojs/crypto/sha2';
import { encodeHexLowerCase } from '@oslojs/encoding';
import { Lucia, TimeSpan, type Adapter, type DatabaseSession } from 'lucia';
import { newId } from '../../http/new-id.ts';
import * as repository from './session.repository.ts';

declare module 'lucia' {
  interface Register {
    Lucia: ReturnType<typeof createLucia>;
    DatabaseSessionAttributes: {
      publicId: string;
      absoluteExpiresAt: Date;
      createdAt: Date;
      userAgent: string;
    };
  }
}

/** A session ends this long after it was last used, and at the latest this long after sign-in. */
const slidingDays = 3;
const absoluteDays = 14;

/** Only this hash of a session id or one-time token is ever stored. */
export function hashToken(token: string): string {
  return encodeHexLowerCase(sha256(new TextEncoder().encode(token)));
}

/**
 * Lucia over our own adapter. The stock adapters store the session id as it is and know no absolute expiry;
 * ours stores its SHA-256, ends a session at its absolute expiry and names the device.
 */
export function createLucia(db: Database, secure: boolean) {
  return new Lucia(createAdapter(db), {
    sessionExpiresIn: new TimeSpan(slidingDays, 'd'),
    sessionCookie: {
      // The prefix makes browsers refuse a cookie that another host or an insecure page tries to set.
      name: secure ? '__Host-session' : 'session',
      attributes: { secure, sameSite: 'lax', path: '/' },
    },
    getSessionAttributes: (attributes) => attributes,
  });
}

/** Attributes of a new session for a device. */
export function sessionAttributes(now: Date, userAgent: string) {
  const absoluteExpiresAt = new Date(now.getTime() + absoluteDays * 86_400_000);
  return { publicId: newId(now), absoluteExpiresAt, createdAt: now, userAgent: userAgent.slice(0, 300) };
}

function createAdapter(db: Database): Adapter {
  return {
    async getSessionAndUser(sessionId) {
      const row = await repository.findSession(db, hashToken(sessionId));
      if (!row) return [null, null];
      const session: DatabaseSession = {
        id: sessionId,
        userId: row.userId,
        expiresAt: row.expiresAt < row.absoluteExpiresAt ? row.expiresAt : row.absoluteExpiresAt,
        attributes: row,
      };
      return [session, { id: row.userId, attributes: {} }];
    },
    async getUserSessions(userId) {
      const rows = await repository.listSessions(db, userId);
      return rows.map((row) => ({ id: row.idHash, userId, expiresAt: row.expiresAt, attributes: row }));
    },
    async setSession({ id, userId, expiresAt, attributes }) {
      await repository.insertSession(db, { idHash: hashToken(id), userId, expiresAt, ...attributes });
    },
    updateSessionExpiration: (sessionId, expiresAt) =>
      repository.extendSession(db, hashToken(sessionId), expiresAt),
    deleteSession: (sessionId) => repository.deleteSession(db, hashToken(sessionId)),
    deleteUserSessions: (userId) => repository.deleteUserSessions(db, userId),
    deleteExpiredSessions: () => repository.deleteExpiredSessions(db, new Date()),
  };
}
