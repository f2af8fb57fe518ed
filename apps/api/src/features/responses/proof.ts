import { hash, randomInt, timingSafeEqual } from 'node:crypto';
import { mac } from './mac.ts';

/**
 * Proof of work by the protocol of ALTCHA (version 1, SHA-256): the page must find the number whose hash with the salt
 * is the challenge. The salt is the page's stamp, so that a challenge is good for that page's hours only.
 */
export interface Challenge {
  readonly algorithm: 'SHA-256';
  readonly challenge: string;
  readonly salt: string;
  readonly signature: string;
  readonly maxnumber: number;
}

/** About half a second on a telephone of a few years ago, and an hour of a processor for ten thousand answers. */
export const workSize = 50_000;

export function newChallenge(key: Buffer, stamp: string, maxnumber = workSize): Challenge {
  const salt = saltOf(stamp);
  const challenge = sha256(`${salt}${randomInt(maxnumber + 1)}`);
  return { algorithm: 'SHA-256', challenge, salt, signature: sign(key, challenge), maxnumber };
}

/**
 * What a page sends: base64 of `{ algorithm, challenge, number, salt, signature }`.
 * @returns the id that the answer gets, so that one proof makes one answer; null where it proves nothing
 */
export function provenId(key: Buffer, { stamp, proof }: { stamp: string; proof: string }): string | null {
  const told = readProof(proof);
  if (told === null || told.salt !== saltOf(stamp)) return null;
  if (sha256(`${told.salt}${told.number}`) !== told.challenge) return null;
  const made = Buffer.from(sign(key, told.challenge));
  const given = Buffer.from(told.signature);
  if (given.length !== made.length || !timingSafeEqual(given, made)) return null;
  return uuidOf(told.challenge);
}

/** The delimiter is the protocol's: no digit of the salt may pass for one of the number. */
const saltOf = (stamp: string): string => `${stamp}&`;

function readProof(proof: string) {
  try {
    const told: unknown = JSON.parse(Buffer.from(proof, 'base64').toString('utf8'));
    if (typeof told !== 'object' || told === null) return null;
    const { algorithm, challenge, number, salt, signature } = told as Record<string, unknown>;
    if (algorithm !== 'SHA-256' || typeof challenge !== 'string' || typeof salt !== 'string') return null;
    if (typeof signature !== 'string' || typeof number !== 'number' || !Number.isSafeInteger(number))
      return null;
    return { challenge, number, salt, signature };
  } catch {
    return null;
  }
}

/** A UUID version 8 (RFC 9562) of the challenge, which is a hash already. */
function uuidOf(challenge: string): string {
  const variant = ((Number.parseInt(challenge.slice(16, 17), 16) & 0x3) | 0x8).toString(16);
  return [
    challenge.slice(0, 8),
    challenge.slice(8, 12),
    `8${challenge.slice(13, 16)}`,
    `${variant}${challenge.slice(17, 20)}`,
    challenge.slice(20, 32),
  ].join('-');
}

const sha256 = (text: string): string => hash('sha256', text);
const sign = (key: Buffer, challenge: string): string => mac(key, challenge).toString('hex');
