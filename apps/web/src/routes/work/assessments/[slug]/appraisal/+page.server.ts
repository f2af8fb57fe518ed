import { fail } from '@sveltejs/kit';
import { answer } from '#lib/api/answer.ts';
import { isOrganiser } from '#lib/appraisal/is-organiser.ts';
import { saveSettings } from '#lib/appraisal/save-settings.ts';
import { parseKind, parseView, viewsFor } from '#lib/appraisal/view.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const slug = { param: { slug: params.slug } };
  const [survey, appraisals] = await Promise.all([
    answer(locals.api.assessments[':slug'].survey.$get(slug)),
    answer(locals.api.assessments[':slug'].appraisal.$get(slug)),
  ]);
  const allowed = viewsFor(isOrganiser(locals.session));
  const view = parseView(url.searchParams.get('view'), allowed, survey.status === 'closed');
  return {
    survey,
    appraisals,
    allowed,
    view,
    kind: parseKind(url.searchParams.get('kind')),
    comments:
      view === 'comments'
        ? (await answer(locals.api.assessments[':slug'].survey.comments.$get(slug))).comments
        : [],
  };
};

export const actions: Actions = {
  settings: async ({ locals, params, request }) => {
    const result = await saveSettings(locals.api, params.slug, await request.formData());
    return result.saved ? result : fail(result.status, result);
  },
};
