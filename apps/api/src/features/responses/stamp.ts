import { randomBytes, timingSafeEqual } from 'node:crypto';
import { mac } from './mac.ts';

/**
 * A stamp says when a page was given out: eight digits of seconds, a random part and a signature under the key of that
 * day, `5fc630b0.kW3….mac`. It names nobody. It is the salt of the page's proof of work too.
 */
export function newStamp(key: Buffer, { slug, now }: { slug: string; now: Date }): string {
  const seconds = Math.floor(now.getTime() / 1000).toString(16);
  const open = `${seconds}.${randomBytes(9).toString('base64url')}`;
  return `${open}.${signature(key, slug, open)}`;
}

/** When a stamp says that it was made, whether or not that is true; null where it is none. */
export function momentOfStamp(stamp: string): Date | null {
  const seconds = /^([0-9a-f]{8})\.[\w-]{12}\.[\w-]{16}$/.exec(stamp)?.[1];
  return seconds === undefined ? null : new Date(Number.parseInt(seconds, 16) * 1000);
}

/** @param key of the day that the stamp says it was made on */
export function isGenuineStamp(key: Buffer, { slug, stamp }: { slug: string; stamp: string }): boolean {
  const cut = stamp.lastIndexOf('.');
  const told = Buffer.from(stamp.slice(cut + 1));
  const made = Buffer.from(signature(key, slug, stamp.slice(0, cut)));
  return told.length === made.length && timingSafeEqual(told, made);
}

function signature(key: Buffer, slug: string, open: string): string {
  return mac(key, `stamp ${slug} ${open}`).toString('base64url', 0, 12);
}
