import { fail } from '@sveltejs/kit';
import type { ApiClient } from '#lib/api/client.ts';
import { problemOf } from '#lib/api/problem.ts';
import { m } from '#lib/paraglide/messages.js';

/** What the form of a ruling shows after it was sent. */
export interface RulingAnswer {
  readonly done: boolean;
  readonly reason: string;
  readonly problem: string;
  readonly errors: Readonly<Record<string, string>>;
}

interface Param {
  readonly slug: string;
  readonly unit: string;
  readonly indicator: string;
}

/** The form as a call of the API, which has the last word. */
export async function sendRuling(api: ApiClient, param: Param, form: FormData) {
  const field = (name: string) => String(form.get(name) ?? '').trim();
  const reason = field('reason');
  const refused = (status: number, answer: Partial<RulingAnswer>) =>
    fail(status, { done: false, reason, problem: '', errors: {}, ...answer } satisfies RulingAnswer);
  if (reason === '') return refused(422, { errors: { reason: m.ratings_rule_needs_reason() } });
  if (field('write') === '') return refused(422, { problem: m.ratings_rule_needs_entry() });
  const call = api.assessments[':slug'].arbitration[':unit'][':indicator'];
  const json = {
    ...(JSON.parse(field('write')) as object),
    expectedRevision: Number(field('revision')),
    reason,
  } as Parameters<typeof call.$put>[0]['json'];
  const response = await call.$put({ param, json }).catch(() => null);
  if (response?.ok) return { done: true, reason, problem: '', errors: {} } satisfies RulingAnswer;
  if (!response) return refused(503, { problem: m.errors_unreachable() });
  const { status, detail, errors } = await problemOf(response);
  return refused(status, { problem: detail, errors });
}
