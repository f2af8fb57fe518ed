import { fail } from '@sveltejs/kit';
import type { ApiClient } from '#lib/api/client.ts';
import { problemOf } from '#lib/api/problem.ts';
import { m } from '#lib/paraglide/messages.js';

export type ItemAction = 'appeal' | 'withdraw' | 'request' | 'answer';

/** What the form of a leaf shows after it was refused. */
export interface ItemAnswer {
  readonly action: ItemAction;
  /** Code of the leaf. */
  readonly item: string;
  readonly done: boolean;
  readonly text: string;
  readonly problem: string;
  readonly errors: Readonly<Record<string, string>>;
}

interface Place {
  readonly slug: string;
  readonly unit: string;
}

type Sent = Promise<{ ok: boolean; status: number; text(): Promise<string> }>;

const text = (form: FormData, name: string) => String(form.get(name) ?? '').trim();

/** A form of the page as a call of the API. */
export async function sendItem(
  api: ApiClient,
  { slug, unit }: Place,
  { action, form }: { action: ItemAction; form: FormData },
) {
  const item = text(form, 'item');
  const typed = text(form, 'text');
  const expectedRevision = Number(text(form, 'revision'));
  const round = api.assessments[':slug'];
  const leaf = round.problems[':unit'][':indicator'];
  const param = { slug, unit, indicator: item };
  const send: Record<ItemAction, () => Sent> = {
    appeal: () => leaf.appeals.$post({ param, json: { statement: typed } }),
    withdraw: () => round.appeals[':id'].$delete({ param: { slug, id: text(form, 'appeal') } }),
    request: () => {
      const dueOn = text(form, 'dueOn') || null;
      return leaf.rectification.$put({ param, json: { expectedRevision, request: typed, dueOn } });
    },
    answer: () => leaf.rectification.answer.$put({ param, json: { expectedRevision, answer: typed } }),
  };
  const base = { action, item, text: typed };
  if (typed === '' && action !== 'withdraw') {
    const errors = { text: m.appeals_statement_missing() };
    return fail(422, { ...base, done: false, problem: '', errors } satisfies ItemAnswer);
  }
  const response = await send[action]().catch(() => null);
  if (response?.ok) return { ...base, done: true, problem: '', errors: {} } satisfies ItemAnswer;
  if (!response) {
    const problem = m.errors_unreachable();
    return fail(503, { ...base, done: false, problem, errors: {} } satisfies ItemAnswer);
  }
  const { status, detail, errors } = await problemOf(response);
  return fail(status, { ...base, done: false, problem: detail, errors } satisfies ItemAnswer);
}
