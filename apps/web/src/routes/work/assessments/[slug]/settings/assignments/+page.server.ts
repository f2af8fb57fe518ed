import { fail } from '@sveltejs/kit';
import { answer } from '#lib/api/answer.ts';
import { problemOf } from '#lib/api/problem.ts';
import { changedCells } from '#lib/assignments/matrix.ts';
import { m } from '#lib/paraglide/messages.js';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
  const param = { slug: params.slug };
  const [matrix, { phase }] = await Promise.all([
    answer(locals.api.assessments[':slug'].assignments.$get({ param })),
    answer(locals.api.assessments[':slug'].$get({ param })),
  ]);
  return { matrix, closed: phase === 'final' || phase === 'published' };
};

export const actions: Actions = {
  /** The whole matrix at once, from a browser without scripts. */
  save: async ({ locals, params, request }) => {
    const param = { slug: params.slug };
    const matrix = await answer(locals.api.assessments[':slug'].assignments.$get({ param }));
    const cells = changedCells(matrix, await request.formData());
    if (cells.length === 0) return { done: m.assignments_nothing_changed() };
    const call = locals.api.assessments[':slug'].assignments.$put({ param, json: { cells } });
    const response = await call.catch(() => null);
    if (!response) return fail(503, { problem: m.errors_unreachable() });
    if (!response.ok) {
      const { status, detail } = await problemOf(response);
      return fail(status, { problem: detail });
    }
    return { done: m.assignments_saved() };
  },

  fill: async ({ locals, params, request }) => {
    const form = await request.formData();
    const by = form.get('by') === 'family' ? 'family' : 'unit';
    const json = { by, replace: form.has('replace') } as const;
    const param = { slug: params.slug };
    const call = locals.api.assessments[':slug'].assignments.fill.$post({ param, json });
    const response = await call.catch(() => null);
    if (!response) return fail(503, { problem: m.errors_unreachable() });
    if (!response.ok) {
      const { status, detail } = await problemOf(response);
      return fail(status, { problem: detail });
    }
    const { unassigned } = await response.json();
    return { done: m.assignments_filled({ count: unassigned }) };
  },
};
