import type { SurveyPage } from '@gongping/contracts';
import { randomUUID } from 'node:crypto';
import type { ApiClient } from '#lib/api/client.ts';
import { problemOf, type Problem } from '#lib/api/problem.ts';
import type { PageFacts } from './page-facts.ts';

export type Credentials = Pick<PageFacts, 'token' | 'channel' | 'secret'>;

/** What a page is given, or why there is none. */
export type GivenPage =
  | { readonly facts: PageFacts; readonly page: SurveyPage; readonly problem: null }
  | { readonly facts: PageFacts; readonly page: null; readonly problem: Problem | null };

/** Asks the API for a page's stamp and challenge, and makes its key. */
export async function askPage(api: ApiClient, slug: string, credentials: Credentials): Promise<GivenPage> {
  const facts: PageFacts = { ...credentials, key: randomUUID(), stamp: '', challenge: null };
  const call = api.public.surveys[':slug'].pages.$post({ param: { slug }, json: { ...credentials } });
  const response = await call.catch(() => null);
  if (response === null) return { facts, page: null, problem: null };
  if (!response.ok) return { facts, page: null, problem: await problemOf(response) };
  const page = await response.json();
  return { facts: { ...facts, stamp: page.stamp, challenge: page.challenge }, page, problem: null };
}

/** From the address of an invitation (`t`) or of a staffed device (`c` and `k`). */
export function credentialsIn({ searchParams }: URL): Credentials {
  const [token, channel, secret] = ['t', 'c', 'k'].map((name) => searchParams.get(name));
  return {
    ...(token ? { token } : {}),
    ...(channel ? { channel } : {}),
    ...(secret ? { secret } : {}),
  };
}

/** The same as a page brought them back. */
export function credentialsOf({ token, channel, secret }: Credentials): Credentials {
  return {
    ...(token === undefined ? {} : { token }),
    ...(channel === undefined ? {} : { channel }),
    ...(secret === undefined ? {} : { secret }),
  };
}
