import { fail, redirect } from '@sveltejs/kit';
import { randomUUID } from 'node:crypto';
import type { ApiClient } from '#lib/api/client.ts';
import { problemOf } from '#lib/api/problem.ts';
import { m } from '#lib/paraglide/messages.js';
import { errorsByQuestion, type Answers } from './answers.ts';
import { receiptPath } from './paths.ts';

export interface AnswersToSend {
  readonly slug: string;
  readonly unit: string;
  readonly answers: Answers;
  readonly key: string;
}

/** Sends answers and goes to the receipt; a refusal gives everything back with what is wrong. */
export async function submitAnswers(api: ApiClient, { slug, unit, answers, key }: AnswersToSend) {
  const refuse = (
    status: number,
    refusal: { problem: string; key?: string; errors?: Record<string, string> },
  ) => fail(status, { answers, key, errors: {}, ...refusal });

  const response = await api.public.surveys[':slug'].responses
    .$post({
      param: { slug },
      header: { 'idempotency-key': key },
      json: { unit, answers },
    })
    .catch(() => null);
  if (!response) return refuse(503, { problem: m.survey_unreachable() });
  if (response.ok) {
    const { receipt } = await response.json();
    redirect(303, receiptPath(slug, receipt, unit));
  }
  const problem = await problemOf(response);
  // The first sending arrived and the answers were changed since: another sending is another response.
  if (problem.code === 'idempotency-mismatch')
    return refuse(409, { problem: m.survey_sent_before(), key: randomUUID() });
  return refuse(problem.status, {
    problem: problem.status >= 500 ? m.survey_unreachable() : problem.detail,
    errors: errorsByQuestion(problem.errors),
  });
}
