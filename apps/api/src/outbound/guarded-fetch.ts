import type { IncomingMessage } from 'node:http';
import { checkTarget, parseTarget } from './checked-target.ts';
import { FetchError, failureOf } from './fetch-failure.ts';
import type { FetchPolicy } from './fetch-policy.ts';
import { openAnswer } from './open-answer.ts';
import { readContent } from './read-content.ts';

/** What the web answered, whatever its status. */
export interface FetchedAnswer {
  /** Where redirects led. */
  readonly finalUrl: string;
  readonly status: number;
  /** The header, in lower case, without parameters; empty where there is none. */
  readonly mediaType: string;
  /** As the header names it. */
  readonly charset: string | null;
  /** Decompressed. */
  readonly bytes: Buffer;
}

/**
 * Fetches a public page for somebody who may name any address.
 * @throws FetchError
 */
export type GuardedFetch = (url: string, signal?: AbortSignal) => Promise<FetchedAnswer>;

const redirects = [301, 302, 303, 307, 308];

/** A fetch that stays in the public web, whatever address it is given and wherever that one redirects. */
export function createGuardedFetch(policy: FetchPolicy): GuardedFetch {
  return async (address, signal) => {
    const deadline = AbortSignal.timeout(policy.milliseconds);
    const end = signal ? AbortSignal.any([deadline, signal]) : deadline;
    try {
      return await within(end, follow(parseTarget(address), policy, end));
    } catch (error) {
      throw failureOf(error);
    }
  };
}

async function follow(start: URL, policy: FetchPolicy, signal: AbortSignal): Promise<FetchedAnswer> {
  let url = start;
  for (let redirected = 0; redirected <= policy.maximumRedirects; redirected += 1) {
    const target = await checkTarget(url, policy);
    const answer = await openAnswer(target, signal);
    try {
      const location = answer.headers.location;
      if (redirects.includes(answer.statusCode ?? 0) && location !== undefined) {
        url = parseTarget(location, url);
        continue;
      }
      return toFetched(url, answer, await readContent(answer, policy.maximumBytes));
    } finally {
      answer.destroy();
    }
  }
  throw new FetchError('too-many-redirects');
}

function toFetched(url: URL, answer: IncomingMessage, bytes: Buffer): FetchedAnswer {
  const type = answer.headers['content-type'] ?? '';
  const charset = /;\s*charset\s*=\s*"?([^\s;"]+)/i.exec(type)?.[1] ?? null;
  return {
    finalUrl: url.href,
    status: answer.statusCode ?? 0,
    mediaType: type.split(';')[0]?.trim().toLowerCase() ?? '',
    charset,
    bytes,
  };
}

/** Names are looked up by the system, which knows no signal: time runs out for them too. */
async function within<T>(signal: AbortSignal, work: Promise<T>): Promise<T> {
  const { promise, reject } = Promise.withResolvers<never>();
  const stop = () => reject(signal.reason instanceof Error ? signal.reason : new FetchError('timeout'));
  signal.addEventListener('abort', stop, { once: true });
  if (signal.aborted) stop();
  try {
    return await Promise.race([work, promise]);
  } finally {
    signal.removeEventListener('abort', stop);
    // Whichever came second has been said already.
    promise.catch(() => undefined);
    work.catch(() => undefined);
  }
}
