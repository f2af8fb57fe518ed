import type { ApiClient } from '#lib/api/client.ts';
import { problemOf } from '#lib/api/problem.ts';
import { m } from '#lib/paraglide/messages.js';

export interface ReviewAnswer {
  readonly status: number;
  readonly problem: string;
}

/** Stores what of an answer in words may be public. */
export async function reviewComment(api: ApiClient, slug: string, form: FormData): Promise<ReviewAnswer> {
  const text = (name: string) => String(form.get(name) ?? '');
  const json = {
    question: text('question'),
    redacted: text('redacted').trim(),
    published: text('published') === 'yes',
  };
  const response = await api.assessments[':slug'].survey.comments[':id']
    .$put({ param: { slug, id: text('id') }, json })
    .catch(() => null);
  if (!response) return { status: 503, problem: m.screening_unreachable() };
  if (response.ok) return { status: 200, problem: '' };
  const { status, detail } = await problemOf(response);
  return { status, problem: detail };
}
