import type { SurveyPage } from '@gongping/contracts';
import { sha256 } from './sha256.ts';

export type Challenge = NonNullable<SurveyPage['challenge']>;

/** Numbers tried at a time: about three milliseconds on a telephone of a few years ago, so that typing is never held up. */
const slice = 500;

/**
 * Finds the number whose hash with the salt is the challenge (ALTCHA, version 1), in small slices.
 * @param pause gives way to everything else that waits
 * @returns the proof as it is sent; null where no number is the one
 */
export async function solve(challenge: Challenge, pause: () => Promise<void>): Promise<string | null> {
  const { salt, maxnumber } = challenge;
  for (let from = 0; from <= maxnumber; from += slice) {
    const number = search(challenge, from, Math.min(maxnumber, from + slice - 1));
    if (number !== null) {
      const { algorithm, signature } = challenge;
      return btoa(JSON.stringify({ algorithm, challenge: challenge.challenge, number, salt, signature }));
    }
    await pause();
  }
  return null;
}

function search({ challenge, salt }: Challenge, from: number, to: number): number | null {
  // One number in four thousand million has the same first word by chance: the others are compared then.
  const begins = Number.parseInt(challenge.slice(0, 8), 16);
  for (let number = from; number <= to; number += 1) {
    const digest = sha256(salt + number);
    if (digest.getUint32(0) === begins && hexOf(digest) === challenge) return number;
  }
  return null;
}

function hexOf(digest: DataView): string {
  let hex = '';
  for (let at = 0; at < 32; at += 1) hex += digest.getUint8(at).toString(16).padStart(2, '0');
  return hex;
}

/** A turn of the browser's queue: clicks, typing and drawing come first. */
export const nextTurn = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 0));
