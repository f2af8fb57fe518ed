import type { NotApplicableDecision } from '@gongping/contracts';
import type { ApiClient } from '#lib/api/client.ts';
import { problemOf } from '#lib/api/problem.ts';
import { m } from '#lib/paraglide/messages.js';

/** What the form shows after it was sent. */
export interface DecisionAnswer {
  readonly status: number;
  /** Empty where it went through. */
  readonly problem: string;
  readonly done: string;
  /** What was typed, so that a refusal loses nothing. */
  readonly reason: string;
}

/** How a ticked leaf is named in the form. */
export function cellValue({ unit, indicator, revision }: NotApplicableDecision['cells'][number]): string {
  return `${unit}/${indicator}/${revision}`;
}

/** Approves or rejects the ticked leaves. */
export async function decide(
  api: ApiClient,
  slug: string,
  { outcome, form }: { outcome: NotApplicableDecision['outcome']; form: FormData },
): Promise<DecisionAnswer> {
  const reason = String(form.get('reason') ?? '').trim();
  const cells = form.getAll('cell').map((value) => {
    const [unit = '', indicator = '', revision = ''] = String(value).split('/');
    return { unit, indicator, revision: Number(revision) };
  });
  const refused = (problem: string, status = 422) => ({ status, problem, done: '', reason });
  if (cells.length === 0) return refused(m.na_choose());
  if (outcome === 'rejected' && reason === '') return refused(m.na_reason_missing());
  const json = { outcome, reason, cells };
  const call = api.assessments[':slug']['not-applicable'].decisions.$post({ param: { slug }, json });
  const response = await call.catch(() => null);
  if (!response) return refused(m.errors_unreachable(), 503);
  if (!response.ok) {
    const { detail, errors, status } = await problemOf(response);
    return refused(errors['reason'] ?? detail, status);
  }
  const count = cells.length;
  const done = outcome === 'approved' ? m.na_approved_done({ count }) : m.na_rejected_done({ count });
  return { status: 200, problem: '', done, reason: '' };
}
