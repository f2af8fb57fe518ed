import { fail } from '@sveltejs/kit';
import { answer } from '#lib/api/answer.ts';
import { isOrganiser } from '#lib/appraisal/is-organiser.ts';
import { reviewComment } from '#lib/appraisal/review-comment.ts';
import { saveMargins } from '#lib/appraisal/save-margins.ts';
import { saveSettings } from '#lib/appraisal/save-settings.ts';
import { parseKind, parseView, viewsFor } from '#lib/appraisal/view.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url, depends }) => {
  depends('appraisal:dashboard');
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
    dashboard:
      view === 'progress' ? await answer(locals.api.assessments[':slug'].survey.dashboard.$get(slug)) : null,
    margins:
      view === 'settings' ? await answer(locals.api.assessments[':slug'].survey.margins.$get(slug)) : null,
    comments:
      view === 'comments'
        ? await answer(
            locals.api.assessments[':slug'].survey.comments.$get({ ...slug, query: commentQuery(url) }),
          )
        : null,
  };
};

interface CommentFilter {
  state: 'all' | 'open' | 'published' | 'withheld';
  page: string;
  unit?: string;
}

/** Anything that is no filter is left out. */
function commentQuery({ searchParams }: URL): CommentFilter {
  const unit = searchParams.get('unit') ?? '';
  const wanted = searchParams.get('state');
  const state = (['open', 'published', 'withheld'] as const).find((one) => one === wanted) ?? 'all';
  const page = String(Math.max(1, Math.trunc(Number(searchParams.get('page')) || 1)));
  return { state, page, ...(unit === '' ? {} : { unit }) };
}

export const actions: Actions = {
  margins: async ({ locals, params, request }) => {
    const margins = await saveMargins(locals.api, params.slug, await request.formData());
    return margins.saved ? { margins } : fail(margins.status, { margins });
  },
  review: async ({ locals, params, request }) => {
    const review = await reviewComment(locals.api, params.slug, await request.formData());
    return review.problem === '' ? { review } : fail(review.status, { review });
  },
  settings: async ({ locals, params, request }) => {
    const result = await saveSettings(locals.api, params.slug, await request.formData());
    return result.saved ? { settings: result } : fail(result.status, { settings: result });
  },
};
