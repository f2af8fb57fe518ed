import { error, fail, redirect } from '@sveltejs/kit';
import { mailLanguage, messageKind } from '@gongping/contracts';
import { answer } from '#lib/api/answer.ts';
import { problemOf } from '#lib/api/problem.ts';
import { m } from '#lib/paraglide/messages.js';
import { organisesPlatform } from '#lib/people/roles.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, parent, url }) => {
  const { user } = await parent();
  if (!organisesPlatform(user)) error(403, m.errors_forbidden_sentence());
  const kind = messageKind.safeParse(url.searchParams.get('kind')).data ?? messageKind.options[0];
  return {
    mail: await answer(locals.api.mail.$get()),
    kind,
    saved: url.searchParams.has('saved'),
    demonstration: locals.session.demonstration,
  };
};

export const actions: Actions = {
  save: async ({ locals, request }) => {
    const form = await request.formData();
    const text = (name: string) => String(form.get(name) ?? '').trim();
    const typed = { subject: text('subject'), body: text('body') };
    const kind = messageKind.safeParse(text('kind'));
    const language = mailLanguage.safeParse(text('language'));
    if (!kind.success || !language.success) error(400, m.errors_internal_sentence());
    const refuse = (status: number, errors: Record<string, string>, problem = '') =>
      fail(status, { language: language.data, typed, errors, problem });
    const reset = form.has('reset');
    const missing = Object.fromEntries(
      Object.entries(typed)
        .filter(([, value]) => value === '')
        .map(([name]) => [`words.${name}`, m.inbox_mail_missing()]),
    );
    if (!reset && Object.keys(missing).length > 0) return refuse(422, missing);
    const json = { kind: kind.data, language: language.data, words: reset ? null : typed };
    const response = await locals.api.mail.templates.$put({ json }).catch(() => null);
    if (!response) return refuse(503, {}, m.errors_unreachable());
    if (!response.ok) {
      const { status, errors, detail } = await problemOf(response);
      return refuse(status, { ...errors }, Object.keys(errors).length > 0 ? '' : detail);
    }
    redirect(303, `?kind=${kind.data}&saved`);
  },
};
