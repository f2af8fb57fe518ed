import { browserApi } from '#lib/api/browser.ts';
import { problemOf, type Problem } from '#lib/api/problem.ts';
import { m } from '#lib/paraglide/messages.js';

interface Where {
  readonly slug: string;
  readonly unit: string;
}

const unreachable = (): Problem => ({
  status: 503,
  code: 'unreachable',
  detail: m.errors_unreachable(),
  errors: {},
});

/** Hands families of a unit in. @returns null, or why not: `errors` names leaves */
export async function handIn(
  where: Where,
  json: { families: string[]; acceptIncomplete: boolean },
): Promise<Problem | null> {
  const call = browserApi().assessments[':slug']['score-sheets'][':unit']['hand-in'];
  const response = await call.$post({ param: where, json }).catch(() => null);
  if (response?.ok) return null;
  return response ? problemOf(response) : unreachable();
}

/** Gives a family back to one of its raters. @returns null, or why not */
export async function giveBack(
  where: Where,
  json: { family: string; slot: 1 | 2; reason: string },
): Promise<Problem | null> {
  const call = browserApi().assessments[':slug']['score-sheets'][':unit']['hand-in'].withdrawal;
  const response = await call.$post({ param: where, json }).catch(() => null);
  if (response?.ok) return null;
  return response ? problemOf(response) : unreachable();
}
