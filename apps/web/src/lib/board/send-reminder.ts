import type { ApiClient } from '#lib/api/client.ts';
import { problemOf } from '#lib/api/problem.ts';
import { m } from '#lib/paraglide/messages.js';

/** What became of a reminder, with what had been chosen and typed where it was refused. */
export interface ReminderAnswer {
  readonly status: number;
  /** How many people were reminded; null where it was refused. */
  readonly sent: number | null;
  readonly unitIds: readonly string[];
  readonly evaluatorIds: readonly string[];
  readonly text: string;
  readonly problem: string;
  readonly errors: Readonly<Record<string, string>>;
}

export async function sendReminder(api: ApiClient, slug: string, form: FormData): Promise<ReminderAnswer> {
  const unitIds = form.getAll('unit').map(String);
  const evaluatorIds = form.getAll('evaluator').map(String);
  const text = String(form.get('text') ?? '').trim();
  const refused = { status: 422, sent: null, unitIds, evaluatorIds, text, problem: '', errors: {} };
  if (text === '') return { ...refused, errors: { text: m.board_remind_text_missing() } };
  if (unitIds.length + evaluatorIds.length === 0) return { ...refused, problem: m.board_remind_nobody() };
  const json = { unitIds, evaluatorIds, text };
  const call = api.assessments[':slug'].reminders.$post({ param: { slug }, json });
  const response = await call.catch(() => null);
  if (!response) return { ...refused, status: 503, problem: m.errors_unreachable() };
  if (!response.ok) {
    const { status, detail } = await problemOf(response);
    return { ...refused, status, problem: detail };
  }
  const { sent } = await response.json();
  return { ...refused, status: 200, sent, text: '' };
}
