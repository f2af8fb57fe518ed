import { fail } from '@sveltejs/kit';
import type { ApiClient } from '#lib/api/client.ts';
import { problemOf } from '#lib/api/problem.ts';
import { m } from '#lib/paraglide/messages.js';

/** What a form of the page was answered; `about` names the form, `typed` what must not be lost. */
export interface CalibrationAnswer {
  readonly about: 'mark' | 'close' | 'submit' | 'guidance';
  readonly done: string;
  readonly problem: string;
  readonly typed: string;
  /** Leaf that a note was for. */
  readonly indicator: string;
}

/** Marks the ticked units. */
export function markUnits(api: ApiClient, slug: string, form: FormData) {
  const json = {
    expectedRevision: Number(form.get('revision')),
    unitIds: form.getAll('unit').map(String),
    holds: form.has('holds'),
  };
  const call = () => api.assessments[':slug'].calibration.$put({ param: { slug }, json });
  return settle(call, { about: 'mark', done: m.calibration_marked() });
}

export function closeCalibration(api: ApiClient, slug: string, form: FormData) {
  const typed = textIn(form, 'reason');
  const json = { reason: typed };
  const call = () => api.assessments[':slug'].calibration.closing.$post({ param: { slug }, json });
  return settle(call, { about: 'close', done: m.calibration_closed_done(), typed });
}

export function submitEntries(api: ApiClient, slug: string) {
  const call = () => api.assessments[':slug'].calibration.submission.$post({ param: { slug } });
  return settle(call, { about: 'submit', done: m.calibration_submitted_done() });
}

export function writeGuidance(api: ApiClient, slug: string, form: FormData) {
  const typed = textIn(form, 'note');
  const indicator = textIn(form, 'indicator');
  const json = { note: typed, expectedRevision: Number(form.get('revision')) };
  const { guidance } = api.assessments[':slug'].calibration;
  const call = () => guidance[':indicator'].$put({ param: { slug, indicator }, json });
  return settle(call, { about: 'guidance', done: m.calibration_guidance_done(), typed, indicator });
}

const textIn = (form: FormData, name: string): string => String(form.get(name) ?? '').trim();

type Call = () => Promise<{ ok: boolean; status: number; text(): Promise<string> }>;

async function settle(
  call: Call,
  {
    about,
    done,
    typed = '',
    indicator = '',
  }: Partial<CalibrationAnswer> & Pick<CalibrationAnswer, 'about' | 'done'>,
) {
  const base = { about, typed, indicator };
  const response = await call().catch(() => null);
  if (!response) return fail(503, { ...base, done: '', problem: m.errors_unreachable() });
  if (response.ok) return { ...base, done, problem: '' };
  const { status, detail, errors } = await problemOf(response);
  // Which leaves are open is seen in the sheets; their number is in the sentence.
  const problem = about === 'submit' ? detail : (Object.values(errors)[0] ?? detail);
  return fail(status, { ...base, done: '', problem });
}
