import { answer } from '#lib/api/answer.ts';
import { closeCalibration, markUnits, submitEntries, writeGuidance } from '#lib/calibration/actions.ts';
import { rolesIn } from '#lib/people/roles.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, parent }) => {
  const { user } = await parent();
  const param = { slug: params.slug };
  const round = locals.api.assessments[':slug'];
  const calibration = await answer(round.calibration.$get({ param }));
  const organises = rolesIn(user, calibration.assessment.id).has('organiser');
  const units = organises ? (await answer(round.$get({ param }))).units : [];
  return { calibration, organises, units };
};

export const actions: Actions = {
  mark: async ({ locals, params, request }) => markUnits(locals.api, params.slug, await request.formData()),
  close: async ({ locals, params, request }) =>
    closeCalibration(locals.api, params.slug, await request.formData()),
  submit: async ({ locals, params }) => submitEntries(locals.api, params.slug),
  guidance: async ({ locals, params, request }) =>
    writeGuidance(locals.api, params.slug, await request.formData()),
};
