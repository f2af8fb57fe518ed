import { phase as phases } from '@gongping/contracts';
import type { ApiClient } from '#lib/api/client.ts';
import { problemOf } from '#lib/api/problem.ts';
import { m } from '#lib/paraglide/messages.js';

/** A step that was refused, with what had been typed. */
export interface PhaseRefusal {
  readonly step: 'next' | 'back' | 'extend';
  readonly status: number;
  /** For the step as a whole; empty where a field says it. */
  readonly problem: string;
  readonly errors: Readonly<Record<string, string>>;
  readonly reason: string;
  readonly to: string;
  readonly end: string;
}

type Typed = Pick<PhaseRefusal, 'reason' | 'to' | 'end'>;

const read = (form: FormData, name: string) => String(form.get(name) ?? '').trim();

function typedIn(form: FormData): Typed {
  return { reason: read(form, 'reason'), to: read(form, 'to'), end: read(form, 'end') };
}

/** Goes on to the next phase, or back with a reason. @returns null where it went through */
export async function movePhase(
  api: ApiClient,
  slug: string,
  { step, form }: { step: 'next' | 'back'; form: FormData },
): Promise<PhaseRefusal | null> {
  const typed = typedIn(form);
  const to = phases.exclude(['published']).safeParse(typed.to);
  const refused = { step, status: 422, problem: '', errors: {}, ...typed };
  if (!to.success) return { ...refused, problem: m.errors_internal_sentence() };
  if (step === 'back' && typed.reason === '') {
    return { ...refused, errors: { reason: m.phases_reason_missing() } };
  }
  const json = { to: to.data, reason: typed.reason, acceptUnscored: false };
  const call = api.assessments[':slug'].phase.$post({ param: { slug }, json });
  return settle(step, typed, call);
}

/** Gives the present phase a later last day. @returns null where it went through */
export async function extendPhase(
  api: ApiClient,
  slug: string,
  form: FormData,
): Promise<PhaseRefusal | null> {
  const typed = typedIn(form);
  const errors = {
    ...(typed.end === '' ? { end: m.phases_extend_day_missing() } : {}),
    ...(typed.reason === '' ? { reason: m.phases_reason_missing() } : {}),
  };
  if (Object.keys(errors).length > 0) return { step: 'extend', status: 422, problem: '', errors, ...typed };
  const json = { end: typed.end, reason: typed.reason };
  const call = api.assessments[':slug'].phase.extension.$post({ param: { slug }, json });
  return settle('extend', typed, call);
}

async function settle(
  step: PhaseRefusal['step'],
  typed: Typed,
  call: Promise<{ ok: boolean; status: number; text(): Promise<string> }>,
): Promise<PhaseRefusal | null> {
  const response = await call.catch(() => null);
  if (response?.ok) return null;
  if (!response) return { step, status: 503, problem: m.errors_unreachable(), errors: {}, ...typed };
  const { status, detail, errors } = await problemOf(response);
  const atField = Object.keys(errors).length > 0;
  return { step, status, problem: atField ? '' : detail, errors: { ...errors }, ...typed };
}
