import { stepsFrom, type BlockingFinding } from '@gongping/contracts';
import { answer } from '#lib/api/answer.ts';
import type { ApiClient } from '#lib/api/client.ts';
import { parseProblem, type Problem } from '#lib/api/problem.ts';
import { findingsOfRefusal } from '#lib/checks/blocking-findings.ts';
import { m } from '#lib/paraglide/messages.js';

export type Step = 'close' | 'reopen' | 'publish';

/** What a step's form shows after it was sent: nothing but `done` where it went through. */
export interface StepAnswer {
  readonly step: Step;
  readonly status: number;
  readonly done: boolean;
  /** What was typed, so that a refusal loses nothing. */
  readonly reason: string;
  readonly accepted: boolean;
  /** Sentence for the whole form, empty where a field says it. */
  readonly problem: string;
  /** What has to be mended first, where that is why it was refused. */
  readonly findings: readonly BlockingFinding[];
  readonly errors: { readonly reason?: string; readonly accepted?: string };
}

/** Closes the scoring, into whatever the procedure has next; leaves left unscored need the tick and a reason. */
export async function closeScoring(api: ApiClient, slug: string, form: FormData): Promise<StepAnswer> {
  const typed = read(form);
  const round = await answer(api.assessments[':slug'].$get({ param: { slug } })).catch(() => null);
  const next = round && round.phase === 'scoring' ? stepsFrom(round.procedure, round.phase).next : null;
  const json = { to: next ?? 'final', reason: typed.reason, acceptUnscored: typed.accepted };
  const call = () => api.assessments[':slug'].phase.$post({ param: { slug }, json });
  return settle('close', typed, call);
}

/** Opens the scoring again, with its reason: to go on before publishing, or to correct what was published. */
export function reopenScoring(api: ApiClient, slug: string, form: FormData): Promise<StepAnswer> {
  const typed = read(form);
  const json = { to: 'scoring' as const, reason: typed.reason, acceptUnscored: false };
  const call = () => api.assessments[':slug'].phase.$post({ param: { slug }, json });
  return settle('reopen', typed, call);
}

/** Publishes, once it is confirmed that it cannot be undone. */
export async function publishResults(api: ApiClient, slug: string, form: FormData): Promise<StepAnswer> {
  const typed = read(form);
  if (!typed.accepted) {
    const errors = { accepted: m.publication_confirm_missing() };
    return { step: 'publish', status: 422, done: false, ...typed, ...nothing, errors };
  }
  const json = { reason: typed.reason };
  const call = () => api.assessments[':slug'].publications.$post({ param: { slug }, json });
  return settle('publish', typed, call);
}

const nothing = { problem: '', findings: [], errors: {} } as const;

interface Typed {
  readonly reason: string;
  readonly accepted: boolean;
}

function read(form: FormData): Typed {
  return { reason: String(form.get('reason') ?? '').trim(), accepted: form.get('accepted') === 'on' };
}

type Call = () => Promise<{ ok: boolean; status: number; text(): Promise<string> }>;

async function settle(step: Step, typed: Typed, call: Call): Promise<StepAnswer> {
  const response = await call().catch(() => null);
  if (response?.ok) {
    return { step, status: 200, done: true, reason: '', accepted: false, ...nothing };
  }
  if (!response) {
    return { step, status: 503, done: false, ...typed, ...nothing, problem: m.errors_unreachable() };
  }
  const body = await response.text().catch(() => '');
  const placedProblem = placed(parseProblem(response.status, body));
  const findings = findingsOfRefusal(body);
  return { step, status: response.status, done: false, ...typed, ...placedProblem, findings };
}

/** Puts the API's sentence where it belongs: at the reason, at the tick, or above the form. */
function placed({ code, detail, errors }: Problem): Pick<StepAnswer, 'problem' | 'errors'> {
  const reason = errors['reason'];
  if (code === 'reason-required') return { problem: '', errors: { reason: detail } };
  if (code === 'unscored-leaves') return { problem: '', errors: { accepted: detail } };
  if (reason !== undefined) return { problem: '', errors: { reason } };
  return { problem: detail, errors: {} };
}
