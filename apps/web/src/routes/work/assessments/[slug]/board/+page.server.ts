import { error, fail } from '@sveltejs/kit';
import { answer } from '#lib/api/answer.ts';
import { sendReminder } from '#lib/board/send-reminder.ts';
import { m } from '#lib/paraglide/messages.js';
import { rolesIn } from '#lib/people/roles.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, parent }) => {
  const { user, assessments } = await parent();
  const current = assessments.find(({ slug }) => slug === params.slug);
  if (!current) error(404, m.errors_not_found_sentence());
  if (!rolesIn(user, current.id).has('organiser')) error(403, m.errors_forbidden_sentence());
  const param = { slug: params.slug };
  return { current, board: await answer(locals.api.assessments[':slug'].board.$get({ param })) };
};

export const actions: Actions = {
  remind: async ({ locals, params, request }) => {
    const answered = await sendReminder(locals.api, params.slug, await request.formData());
    return answered.sent === null ? fail(answered.status, answered) : answered;
  },
};
