import { fail } from '@sveltejs/kit';
import { appealRuling } from '@gongping/contracts';
import type { ApiClient } from '#lib/api/client.ts';
import { problemOf } from '#lib/api/problem.ts';
import { m } from '#lib/paraglide/messages.js';

/** What the form of a ruling shows after it was refused. */
export interface RulingAnswer {
  readonly done: boolean;
  readonly outcome: string;
  readonly text: string;
  readonly problem: string;
  readonly errors: Readonly<Record<string, string>>;
}

const field = (form: FormData, name: string) => String(form.get(name) ?? '').trim();

/** The form as a call of the API, which has the last word on whether outcome and score go together. */
export async function sendRuling(api: ApiClient, param: { slug: string; id: string }, form: FormData) {
  const outcome = field(form, 'outcome');
  const text = field(form, 'text');
  const typed = { done: false, outcome, text };
  const errors = {
    ...(appealRuling.shape.outcome.safeParse(outcome).success
      ? {}
      : { outcome: m.appeals_statement_missing() }),
    ...(text === '' ? { text: m.appeals_statement_missing() } : {}),
  };
  if (Object.keys(errors).length > 0)
    return fail(422, { ...typed, problem: '', errors } satisfies RulingAnswer);
  const call = api.assessments[':slug'].appeals[':id'].ruling;
  const score = field(form, 'score');
  const json = {
    expectedRevision: Number(field(form, 'revision')),
    outcome,
    text,
    score: score === '' ? null : (JSON.parse(score) as unknown),
  } as Parameters<typeof call.$post>[0]['json'];
  const response = await call.$post({ param, json }).catch(() => null);
  if (response?.ok) return { ...typed, done: true, problem: '', errors: {} } satisfies RulingAnswer;
  if (!response) {
    const problem = m.errors_unreachable();
    return fail(503, { ...typed, problem, errors: {} } satisfies RulingAnswer);
  }
  const refusal = await problemOf(response);
  const { detail, errors: fields } = refusal;
  return fail(refusal.status, { ...typed, problem: detail, errors: fields } satisfies RulingAnswer);
}
