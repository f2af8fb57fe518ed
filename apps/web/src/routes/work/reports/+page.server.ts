import { fail } from '@sveltejs/kit';
import { answer } from '#lib/api/answer.ts';
import { remind, saveTerms } from '#lib/reports/report-forms.ts';
import { readFilter } from '#lib/reports/board-filter.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url, parent }) => {
  const { assessment } = await parent();
  // The reports that the assessment one is in judges; the API knows those that are due now.
  const year = url.searchParams.get('year') ?? (assessment === null ? null : String(assessment.reportYear));
  const query = year === null ? {} : { year };
  const list = await answer(locals.api['unit-reports'].$get({ query }));
  return { list, show: readFilter(url.searchParams.get('show')) };
};

export const actions: Actions = {
  remind: async ({ locals, request }) => {
    const answered = await remind(locals.api, await request.formData());
    return answered.sent === null ? fail(answered.status, answered) : answered;
  },
  terms: async ({ locals, request }) => {
    const answered = await saveTerms(locals.api, await request.formData());
    return answered.status === 200 ? answered : fail(answered.status, answered);
  },
};
