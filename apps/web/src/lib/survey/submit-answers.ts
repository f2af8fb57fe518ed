import { fail, redirect } from '@sveltejs/kit';
import type { ApiClient } from '#lib/api/client.ts';
import { problemOf } from '#lib/api/problem.ts';
import { m } from '#lib/paraglide/messages.js';
import { errorsByItem, type Answers } from './answers.ts';
import type { PageFacts } from './page-facts.ts';
import { receiptPath } from './paths.ts';

export interface AnswersToSend {
  readonly slug: string;
  readonly unit: string;
  readonly answers: Answers;
  readonly facts: PageFacts;
  /** The field that people do not see. */
  readonly homepage: string;
}

/** Sends answers of a page without scripts and goes to the receipt; a refusal gives everything back with what is wrong. */
export async function submitAnswers(api: ApiClient, { slug, unit, answers, facts, homepage }: AnswersToSend) {
  const refuse = (status: number, refusal: { problem: string; errors?: Record<string, string> }) =>
    fail(status, { answers, errors: {}, ...refusal });
  const { key, stamp, token, channel, secret } = facts;
  const response = await api.public.surveys[':slug'].responses
    .$post({
      param: { slug },
      header: { 'idempotency-key': key },
      json: {
        unit,
        answers: Object.fromEntries(
          Object.entries(answers).map(([code, answer]) => [
            code,
            typeof answer === 'string' ? answer : [...answer],
          ]),
        ),
        ...(stamp === '' ? {} : { stamp }),
        ...(homepage === '' ? {} : { homepage }),
        ...(token === undefined ? {} : { token }),
        ...(channel === undefined ? {} : { channel }),
        ...(secret === undefined ? {} : { secret }),
      },
    })
    .catch(() => null);
  if (!response) return refuse(503, { problem: m.survey_unreachable() });
  if (response.ok) {
    const { receipt } = await response.json();
    redirect(303, receiptPath(slug, { receipt, unit, channel, secret }));
  }
  const problem = await problemOf(response);
  // The first sending arrived, and the answers were changed since: it counts as it was.
  if (problem.code === 'idempotency-mismatch') return refuse(409, { problem: m.survey_sent_before() });
  return refuse(problem.status, {
    problem: problem.status >= 500 ? m.survey_unreachable() : problem.detail,
    errors: errorsByItem(problem.errors),
  });
}
