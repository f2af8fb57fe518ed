import type { OneTimeLink } from '@gongping/contracts';
import type { Database } from '@gongping/db';
import { generateIdFromEntropySize } from 'lucia';
import { hashToken } from '../sessions/lucia.ts';
import * as repository from './one-time-link.repository.ts';

const hour = 3_600_000;
const accountLinkHours = 7 * 24;
const administratorLinkHours = 24;

/** A link with which the person of an account sets the password; it replaces one not used yet. */
export function createAccountLink(tx: Database, userId: string, now: Date): Promise<OneTimeLink> {
  return createLink(tx, userId, new Date(now.getTime() + accountLinkHours * hour));
}

/**
 * A link with which an organiser of the platform makes an account; it replaces one not used yet. Whoever holds it
 * becomes an organiser: it is for the operator of the machine alone.
 */
export function createAdministratorLink(tx: Database, now: Date): Promise<OneTimeLink> {
  return createLink(tx, null, new Date(now.getTime() + administratorLinkHours * hour));
}

async function createLink(tx: Database, userId: string | null, expiresAt: Date): Promise<OneTimeLink> {
  // 200 bits: nobody guesses one, so its plain SHA-256 is safe to store.
  const token = generateIdFromEntropySize(25);
  await repository.replaceLink(tx, { tokenHash: hashToken(token), userId, expiresAt });
  return { path: `/setup/${token}`, expiresAt: expiresAt.toISOString() };
}
