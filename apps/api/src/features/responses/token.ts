import { createHash } from 'node:crypto';
import { readableCode } from '../../http/readable-code.ts';

/** A single-use token: 116 bits, so that guessing finds none however many are out. */
export function newToken(): string {
  return readableCode(6);
}

/** What is stored of a token. Typed by hand it may be in small letters, with blanks or without hyphens. */
export function tokenDigest(token: string): Buffer {
  const letters = token.normalize('NFKC').toUpperCase().replaceAll(/[\s-]/g, '');
  return createHash('sha256').update(letters).digest();
}
