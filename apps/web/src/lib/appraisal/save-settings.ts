import type { ApiClient } from '#lib/api/client.ts';
import { problemOf } from '#lib/api/problem.ts';
import { m } from '#lib/paraglide/messages.js';
import { fromLocalMoment } from './local-moment.ts';

/** What the settings form shows after an attempt to save; `values` is null where all was saved. */
export interface SettingsAnswer {
  readonly status: number;
  readonly saved: boolean;
  readonly values: { readonly title: string; readonly opensAt: string; readonly closesAt: string } | null;
  readonly problem: string;
  readonly errors: Readonly<Record<string, string>>;
  /** Somebody else saved in between. */
  readonly stale: boolean;
}

/** Saves the survey's title and hours from the form, where each of them can be read. */
export async function saveSettings(api: ApiClient, slug: string, form: FormData): Promise<SettingsAnswer> {
  const text = (name: string) => String(form.get(name) ?? '').trim();
  const values = { title: text('title'), opensAt: text('opensAt'), closesAt: text('closesAt') };
  const refused = (refusal: Partial<SettingsAnswer>): SettingsAnswer => ({
    status: 422,
    saved: false,
    values,
    problem: '',
    errors: {},
    stale: false,
    ...refusal,
  });

  const current = await api.assessments[':slug'].survey.$get({ param: { slug } }).catch(() => null);
  if (!current?.ok) return refused({ status: 503, problem: m.appraisal_settings_unreachable() });
  const stored = await current.json();
  const opensAt = fromLocalMoment(values.opensAt, stored.opensAt);
  const closesAt = fromLocalMoment(values.closesAt, stored.closesAt);
  if (values.title === '' || opensAt === null || closesAt === null) {
    const errors = {
      ...(values.title === '' ? { title: m.appraisal_settings_title_missing() } : {}),
      ...(opensAt === null ? { opensAt: m.appraisal_settings_time_missing() } : {}),
      ...(closesAt === null ? { closesAt: m.appraisal_settings_time_missing() } : {}),
    };
    return refused({ errors });
  }

  const json = { expectedRevision: Number(form.get('revision')), title: values.title, opensAt, closesAt };
  const response = await api.assessments[':slug'].survey.$put({ param: { slug }, json }).catch(() => null);
  if (!response) return refused({ status: 503, problem: m.appraisal_settings_unreachable() });
  if (response.ok) return { status: 200, saved: true, values: null, problem: '', errors: {}, stale: false };
  const { status, code, detail, errors } = await problemOf(response);
  return refused({ status, problem: detail, errors, stale: code === 'stale' });
}
