import type { Sending } from './kept.ts';
import { parseProblem, type Problem } from '#lib/api/problem.ts';

export type Outcome =
  | { readonly kind: 'stored'; readonly receipt: string }
  | { readonly kind: 'lost' }
  | { readonly kind: 'refused'; readonly problem: Problem };

/** Longer than a slow line takes: what has not been answered by then is asked again, with the same key. */
const patienceMs = 30_000;

/** Sends once. Whatever is not an answer of the intake itself counts as not arrived, and does no harm if it did. */
export async function send({ body, key }: Sending, slug: string): Promise<Outcome> {
  const patience = new AbortController();
  const timer = setTimeout(() => patience.abort(), patienceMs);
  try {
    const response = await fetch(`/api/v1/public/surveys/${slug}/responses`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'idempotency-key': key },
      body,
      signal: patience.signal,
    });
    const text = await response.text();
    return outcomeOf(response.status, text);
  } catch {
    return { kind: 'lost' };
  } finally {
    clearTimeout(timer);
  }
}

/** @param text of the answer; a hotel's sign-in page is none of ours */
export function outcomeOf(status: number, text: string): Outcome {
  if (status === 200 || status === 201) {
    const receipt = receiptIn(text);
    return receipt === null ? { kind: 'lost' } : { kind: 'stored', receipt };
  }
  const problem = parseProblem(status, text);
  // Too many from one line at a time: that passes.
  const ours = status >= 400 && status < 500 && status !== 429 && problem.code !== 'unknown';
  return ours ? { kind: 'refused', problem } : { kind: 'lost' };
}

function receiptIn(text: string): string | null {
  try {
    const { receipt } = JSON.parse(text) as { receipt?: unknown };
    return typeof receipt === 'string' ? receipt : null;
  } catch {
    return null;
  }
}

const seconds = [3, 8, 20] as const;
const longest = 60;

/** Milliseconds to wait before the next attempt: soon at first, then once a minute, not all of them at the same moment. */
export function retryDelay(attempts: number, random = Math.random()): number {
  return 1000 * (seconds[attempts - 1] ?? longest) * (0.8 + 0.4 * random);
}
