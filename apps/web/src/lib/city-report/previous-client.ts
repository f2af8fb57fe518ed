import type { CityReport } from '@gongping/contracts';
import { parseProblem, type Problem } from '#lib/api/problem.ts';
import { getLocale } from '#lib/paraglide/runtime.js';
import { unreachable } from '#lib/scoring/score-client.ts';

/** What this year's report is compared with from now on, or what is wrong. */
export type PreviousOutcome =
  | { readonly ok: true; readonly previous: CityReport['previous'] }
  | { readonly ok: false; readonly problem: Problem };

/** Sends last year's report, published elsewhere, to be compared with. */
export function sendPrevious(
  year: number,
  { file, publishedOn }: { file: File; publishedOn: string },
): Promise<PreviousOutcome> {
  const body = new FormData();
  body.set('file', file);
  body.set('publishedOn', publishedOn);
  return ask(year, { method: 'POST', body });
}

/** Lets it go again. */
export function dropPrevious(year: number): Promise<PreviousOutcome> {
  return ask(year, { method: 'DELETE' });
}

async function ask(year: number, init: RequestInit): Promise<PreviousOutcome> {
  try {
    const headers = { 'accept-language': getLocale() };
    const response = await fetch(`/api/v1/city-reports/${year}/previous`, { ...init, headers });
    if (response.ok) return { ok: true, previous: ((await response.json()) as CityReport).previous };
    return { ok: false, problem: refusalOf(parseProblem(response.status, await response.text())) };
  } catch {
    return { ok: false, problem: unreachable };
  }
}

/** What is wrong with a field is told instead of that something is. */
function refusalOf(problem: Problem): Problem {
  const [first] = Object.values(problem.errors);
  return first === undefined ? problem : { ...problem, detail: first };
}
