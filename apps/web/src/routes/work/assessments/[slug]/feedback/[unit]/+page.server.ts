import { isOpen } from '@gongping/contracts';
import { answer } from '#lib/api/answer.ts';
import { sendItem, type ItemAction } from '#lib/feedback/item-actions.ts';
import { rolesIn } from '#lib/people/roles.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

export const load: PageServerLoad = async ({ locals, params, parent }) => {
  const { user, assessments } = await parent();
  const current = assessments.find(({ slug }) => slug === params.slug);
  if (current && !isOpen('problems.read', current.phase)) return { list: null, notices: false, staff: false };
  const problems = locals.api.assessments[':slug'].problems[':unit'];
  const list = await answer(problems.$get({ param: params }));
  const roles = rolesIn(user, list.assessment.id);
  const isLiaison = user.grants.some(({ role, unitId }) => role === 'liaison' && unitId === list.unit.id);
  const staff = roles.has('organiser') || roles.has('reviewer') || roles.has('evaluator');
  return { list, notices: roles.has('organiser') || isLiaison, staff };
};

const action =
  (name: ItemAction) =>
  async ({ locals, params, request }: RequestEvent) =>
    sendItem(locals.api, params, { action: name, form: await request.formData() });

export const actions: Actions = {
  appeal: action('appeal'),
  withdraw: action('withdraw'),
  request: action('request'),
  answer: action('answer'),
};
