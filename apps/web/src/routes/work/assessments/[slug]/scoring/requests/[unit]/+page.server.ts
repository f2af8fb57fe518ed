import { fail, redirect, type RequestEvent } from '@sveltejs/kit';
import { answer } from '#lib/api/answer.ts';
import { problemOf } from '#lib/api/problem.ts';
import { entryOf, readEntryForm } from '#lib/mystery/entry-form.ts';
import { m } from '#lib/paraglide/messages.js';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const param = { slug: params.slug, unit: params.unit };
  const log = await answer(locals.api.assessments[':slug']['mystery-requests'][':unit'].$get({ param }));
  const done = url.searchParams;
  return { log, saved: done.has('saved'), adopted: done.get('adopted') };
};

/** Keeps what was typed where an entry is refused. `id` is empty for a new one. */
async function refuse(
  response: Parameters<typeof problemOf>[0] | null,
  { id, form }: { id: string; form: FormData },
) {
  const values = readEntryForm(form);
  if (!response) return fail(503, { entry: { id, values, errors: {}, problem: m.errors_unreachable() } });
  const { status, detail, errors } = await problemOf(response);
  return fail(status, { entry: { id, values, errors: { ...errors }, problem: detail } });
}

const logOf = ({ locals }: Pick<RequestEvent, 'locals'>) =>
  locals.api.assessments[':slug']['mystery-requests'][':unit'];

export const actions: Actions = {
  add: async (event) => {
    const form = await event.request.formData();
    const { slug, unit } = event.params;
    const json = { entry: entryOf(readEntryForm(form)) };
    const response = await logOf(event)
      .$post({ param: { slug, unit }, json })
      .catch(() => null);
    if (!response?.ok) return refuse(response, { id: '', form });
    redirect(303, '?saved');
  },

  change: async (event) => {
    const form = await event.request.formData();
    const { slug, unit } = event.params;
    const id = String(form.get('id'));
    const json = { expectedRevision: Number(form.get('revision')), entry: entryOf(readEntryForm(form)) };
    const entry = logOf(event)[':id'];
    const response = await entry.$put({ param: { slug, unit, id }, json }).catch(() => null);
    if (!response?.ok) return refuse(response, { id, form });
    redirect(303, '?saved');
  },

  remove: async (event) => {
    const form = await event.request.formData();
    const { slug, unit } = event.params;
    const id = String(form.get('id'));
    const entry = logOf(event)[':id'];
    const response = await entry.$delete({ param: { slug, unit, id } }).catch(() => null);
    if (!response) return fail(503, { removal: m.errors_unreachable() });
    if (!response.ok) {
      const { status, detail } = await problemOf(response);
      return fail(status, { removal: detail });
    }
    redirect(303, '?saved');
  },

  adopt: async (event) => {
    const form = await event.request.formData();
    const { slug, unit } = event.params;
    const indicator = String(form.get('indicator'));
    const count = (name: string) => Number(form.get(name));
    const messages = form.has('inTime')
      ? { inTime: count('inTime'), late: count('late'), none: count('none') }
      : null;
    const json = { expectedRevision: Number(form.get('revision')), messages };
    const response = await logOf(event)
      .proposals[':indicator'].$post({ param: { slug, unit, indicator }, json })
      .catch(() => null);
    if (!response) return fail(503, { adoption: { indicator, problem: m.errors_unreachable() } });
    if (!response.ok) {
      const { status, detail, errors } = await problemOf(response);
      const problem = [detail, ...Object.values(errors)].join(' ');
      return fail(status, { adoption: { indicator, problem } });
    }
    redirect(303, `?adopted=${indicator}`);
  },
};
