import { checkCode, type CheckCode } from '@gongping/contracts';
import type { ApiClient } from '#lib/api/client.ts';
import { problemOf } from '#lib/api/problem.ts';
import { m } from '#lib/paraglide/messages.js';

/** What a form of the page shows after it was sent. */
export interface CheckAnswer {
  readonly status: number;
  /** The check whose form it was; null where it is about links. */
  readonly check: CheckCode | null;
  /** Empty where it went through. */
  readonly problem: string;
  /** What is said of what was done. */
  readonly done: string;
  /** What was typed, so that a refusal loses nothing. */
  readonly reason: string;
}

/** Lets the chosen findings stand. */
export async function acceptChosen(api: ApiClient, slug: string, form: FormData): Promise<CheckAnswer> {
  const { check, subjects, reason } = read(form);
  const base = { check, reason };
  if (check === null || subjects.length === 0) return refused(base, m.checks_choose());
  if (reason === '') return refused(base, m.checks_reason_missing());
  const json = { check, subjects, reason };
  const call = api.assessments[':slug'].checks.acceptances.$post({ param: { slug }, json });
  return settle(call, base, (changed) => m.checks_accepted_done({ count: changed }));
}

/** Opens the chosen findings again. */
export async function withdrawChosen(api: ApiClient, slug: string, form: FormData): Promise<CheckAnswer> {
  const { check, subjects } = read(form);
  const base = { check, reason: '' };
  if (check === null || subjects.length === 0) return refused(base, m.checks_choose());
  const call = api.assessments[':slug'].checks.acceptances.withdrawal.$post({
    param: { slug },
    json: { check, subjects, reason: '' },
  });
  return settle(call, base, (changed) => m.checks_withdrawn_done({ count: changed }));
}

/** Without scripts: looks at the next few links. */
export async function checkSomeLinks(api: ApiClient, slug: string, form: FormData): Promise<CheckAnswer> {
  const base = { check: null, reason: '' };
  const json = { before: String(form.get('before') ?? '') };
  const response = await api.assessments[':slug'].checks.links
    .$post({ param: { slug }, json })
    .catch(() => null);
  if (!response) return refused(base, m.errors_unreachable(), 503);
  if (!response.ok) return refused(base, (await problemOf(response)).detail, response.status);
  const { left, total } = await response.json();
  const done = m.checks_links_progress({ checked: total - left, total });
  return { ...base, status: 200, problem: '', done };
}

function read(form: FormData) {
  return {
    check: checkCode.options.find((each) => each === form.get('check')) ?? null,
    subjects: form.getAll('subject').map(String),
    reason: String(form.get('reason') ?? '').trim(),
  };
}

type Base = Pick<CheckAnswer, 'check' | 'reason'>;

function refused(base: Base, problem: string, status = 422): CheckAnswer {
  return { ...base, status, problem, done: '' };
}

type Call = Promise<{
  ok: boolean;
  status: number;
  text(): Promise<string>;
  json(): Promise<unknown>;
}>;

async function settle(call: Call, base: Base, say: (changed: number) => string): Promise<CheckAnswer> {
  const response = await call.catch(() => null);
  if (!response) return refused(base, m.errors_unreachable(), 503);
  if (!response.ok) {
    const { detail, errors } = await problemOf(response);
    return refused(base, errors['reason'] ?? detail, response.status);
  }
  const { changed } = (await response.json()) as { changed: number };
  return { ...base, status: 200, problem: '', done: say(changed), reason: '' };
}
