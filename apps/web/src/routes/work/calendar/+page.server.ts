import { fail, redirect } from '@sveltejs/kit';
import { answer } from '#lib/api/answer.ts';
import { problemOf } from '#lib/api/problem.ts';
import { formatDate } from '#lib/format/date.ts';
import { m } from '#lib/paraglide/messages.js';
import { organisesPlatform } from '#lib/people/roles.ts';
import type { Actions, PageServerLoad } from './$types';

/** A year in the address, or the present one. */
function yearOf(text: string | null): number {
  const year = Number(text);
  return Number.isInteger(year) && year >= 1990 && year <= 2100
    ? year
    : Number(formatDate(Date.now()).slice(0, 4));
}

export const load: PageServerLoad = async ({ locals, parent, url }) => {
  const { user } = await parent();
  const day = /^\d{4}-\d\d-\d\d$/.exec(url.searchParams.get('day') ?? '')?.[0] ?? null;
  const year = yearOf(day?.slice(0, 4) ?? url.searchParams.get('year'));
  const [{ years }, calendar] = await Promise.all([
    answer(locals.api.calendar.years.$get()),
    answer(locals.api.calendar.years[':year'].$get({ param: { year: String(year) } })),
  ]);
  return { years, calendar, day, mayEdit: organisesPlatform(user), saved: url.searchParams.has('saved') };
};

export const actions: Actions = {
  day: async ({ locals, request }) => {
    const form = await request.formData();
    const day = String(form.get('day'));
    const json = { working: form.get('working') === 'true', name: String(form.get('name') ?? '') };
    const param = { day };
    const response = await locals.api.calendar.days[':day'].$put({ param, json }).catch(() => null);
    if (!response)
      return fail(503, { day: { ...json, problem: m.errors_unreachable(), nameError: undefined } });
    if (!response.ok) {
      const { status, detail, errors } = await problemOf(response);
      const nameError = errors['name'];
      return fail(status, { day: { ...json, problem: nameError ? '' : detail, nameError } });
    }
    redirect(303, `/work/calendar?day=${day}&saved`);
  },

  year: async ({ locals, request }) => {
    const form = await request.formData();
    const year = String(form.get('year'));
    const state = form.get('state') === 'published' ? ('published' as const) : ('assumed' as const);
    const json = { state, source: String(form.get('source') ?? '') };
    const response = await locals.api.calendar.years[':year']
      .$put({ param: { year }, json })
      .catch(() => null);
    if (!response) return fail(503, { year: { ...json, problem: m.errors_unreachable() } });
    if (!response.ok) {
      const { status, detail, errors } = await problemOf(response);
      return fail(status, { year: { ...json, problem: errors['source'] ?? detail } });
    }
    redirect(303, `/work/calendar?year=${year}&saved`);
  },
};
