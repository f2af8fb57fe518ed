import { FetchError } from '../../outbound/fetch-failure.ts';
import type { GuardedFetch } from '../../outbound/guarded-fetch.ts';
import type { LinkState } from './check-facts.ts';

/** Says what an address is now. Never throws: whatever happens is a state. */
export type LinkChecker = (url: string) => Promise<LinkState>;

/** A page that takes longer is one that readers give up on. */
const milliseconds = 8000;

/** Opens addresses in the public web only, as everything that the server fetches. */
export function createLinkChecker(fetch: GuardedFetch): LinkChecker {
  return async (url) => {
    try {
      const { status } = await fetch(url, AbortSignal.timeout(milliseconds));
      return { state: stateOf(status), status };
    } catch (error) {
      if (!(error instanceof FetchError)) throw error;
      return { state: stateOfFailure(error.failure), status: null };
    }
  };
}

/** Whoever asks for a sign-in or thinks we ask too often is there; what is gone says so; the rest may come back. */
function stateOf(status: number): LinkState['state'] {
  if (status === 404 || status === 410) return 'gone';
  if (status < 400 || [401, 403, 405, 406, 429].includes(status)) return 'ok';
  return 'unreachable';
}

function stateOfFailure(failure: FetchError['failure']): LinkState['state'] {
  if (failure === 'private' || failure === 'address' || failure === 'port') return 'refused';
  // A page that is larger than we read is there, and so is one that we cannot unpack.
  return failure === 'too-large' || failure === 'broken' ? 'ok' : 'unreachable';
}
