import type { IncomingMessage } from 'node:http';

/** Pages of a publication: the ranking, and what lies below it. */
const published =
  /^\/p\/[^/?]{1,32}\/(?:latest|[1-9]\d{0,8})(?:\/(?:units\/[^/?]{1,200}|comments|report|changes))?$/;

/** What may stand in the address of a page that is kept: choices among few things, never what people type. */
const parameters = new Set(['kind', 'view', 'band', 'sort', 'unit', 'page', 'from', 'spread']);
const longestQuery = 100;

const session = /(?:^|;\s*)(?:__Host-)?session=/;

/** A request for a page that looks the same to everybody who asks with these. */
export interface PageRequest {
  /** Path and query. */
  readonly url: string;
  /** What else the page depends on. */
  readonly variant: string;
}

type Asked = Pick<IncomingMessage, 'method' | 'url' | 'headers'>;

/**
 * What is asked for, where it is a page of a publication that may be kept; null where it is another, or where somebody
 * who is signed in asks.
 */
export function pageRequest({ method, url = '/', headers }: Asked): PageRequest | null {
  if ((method !== 'GET' && method !== 'HEAD') || !url.startsWith('/p/')) return null;
  const cookies = headers.cookie ?? '';
  if (session.test(cookies)) return null;
  const at = url.indexOf('?');
  const path = at < 0 ? url : url.slice(0, at);
  if (!published.test(path) || (at >= 0 && !isChoice(url.slice(at + 1)))) return null;
  const language = cookieOf(cookies, 'locale') ?? headers['accept-language'] ?? '';
  const scheme = headers['x-forwarded-proto'];
  const variant = [
    language.slice(0, 200),
    cookieOf(cookies, 'theme') ?? '',
    String(scheme),
    headers.host ?? '',
  ];
  return { url, variant: variant.join('\n') };
}

function isChoice(query: string): boolean {
  if (query.length > longestQuery) return false;
  return [...new URLSearchParams(query).keys()].every((name) => parameters.has(name));
}

function cookieOf(cookies: string, name: string): string | undefined {
  if (cookies === '') return undefined;
  return new RegExp(`(?:^|;\\s*)${name}=([^;]{0,50})`).exec(cookies)?.[1];
}

export type Encoding = 'br' | 'gzip' | 'identity';

/** The shortest that the client takes. */
export function encodingOf(accepted: string | string[] | undefined): Encoding {
  const offers = String(accepted ?? '').toLowerCase();
  for (const encoding of ['br', 'gzip'] as const) {
    const offer = new RegExp(`(?:^|,)\\s*${encoding}\\s*(?:;\\s*q=([\\d.]+))?\\s*(?:,|$)`).exec(offers);
    if (offer && Number(offer[1] ?? 1) > 0) return encoding;
  }
  return 'identity';
}
