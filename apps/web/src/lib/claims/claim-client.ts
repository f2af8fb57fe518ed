import { browserApi } from '#lib/api/browser.ts';
import { problemOf, type Problem } from '#lib/api/problem.ts';
import { unreachable } from '#lib/scoring/score-client.ts';

interface Where {
  readonly slug: string;
  readonly unit: string;
}

const units = () => browserApi().assessments[':slug']['self-assessments'][':unit'];

/** Hands the self-assessment in; null where that worked. */
export function submitClaims(param: Where, reason: string): Promise<Problem | null> {
  return problemIn(() => units().submission.$post({ param, json: { reason } }));
}

/** Takes it back, to change it; null where that worked. */
export function withdrawClaims(param: Where): Promise<Problem | null> {
  return problemIn(() => units().submission.$delete({ param }));
}

/** Opens one unit's self-assessment again; null where that worked. */
export function reopenClaims(
  param: Where,
  json: { reason: string; lastDay: string | null },
): Promise<Problem | null> {
  return problemIn(() => units().reopening.$post({ param, json }));
}

async function problemIn(
  ask: () => Promise<{ ok: boolean; status: number; text(): Promise<string> }>,
): Promise<Problem | null> {
  try {
    const response = await ask();
    return response.ok ? null : await problemOf(response);
  } catch {
    return unreachable;
  }
}
