import type { ApiClient } from '#lib/api/client.ts';
import { problemOf } from '#lib/api/problem.ts';
import { m } from '#lib/paraglide/messages.js';

/** What became of a reminder, with what had been chosen and typed where it was refused. */
export interface WantedAnswer {
  readonly what: 'remind';
  readonly status: number;
  /** How many people were told; null where it was refused. */
  readonly sent: number | null;
  readonly unitIds: readonly string[];
  readonly text: string;
  readonly problem: string;
}

export async function remind(api: ApiClient, form: FormData): Promise<WantedAnswer> {
  const unitIds = form.getAll('unit').map(String);
  const text = String(form.get('text') ?? '').trim();
  const refused = { what: 'remind', status: 422, sent: null, unitIds, text, problem: '' } as const;
  if (unitIds.length === 0) return { ...refused, problem: m.board_remind_nobody() };
  const json = { year: Number(form.get('year')), unitIds, text };
  const response = await api['unit-reports'].reminders.$post({ json }).catch(() => null);
  if (!response) return { ...refused, status: 503, problem: m.errors_unreachable() };
  if (!response.ok) {
    const { status, detail } = await problemOf(response);
    return { ...refused, status, problem: detail };
  }
  return { ...refused, status: 200, sent: (await response.json()).sent };
}

/** What became of setting the days, with what was typed. */
export interface TermsAnswer {
  readonly what: 'terms';
  readonly status: number;
  readonly county: string;
  readonly department: string;
  readonly problem: string;
}

export async function saveTerms(api: ApiClient, form: FormData): Promise<TermsAnswer> {
  const county = String(form.get('county') ?? '');
  const department = String(form.get('department') ?? '');
  const typed = { what: 'terms', county, department, problem: '' } as const;
  const json = { county: county || null, department: department || null };
  const param = { year: String(form.get('year') ?? '') };
  const response = await api['report-terms'][':year'].$put({ param, json }).catch(() => null);
  if (!response) return { ...typed, status: 503, problem: m.errors_unreachable() };
  if (response.ok) return { ...typed, status: 200 };
  const { status, detail, errors } = await problemOf(response);
  return { ...typed, status, problem: [detail, ...Object.values(errors)].join(' ') };
}
