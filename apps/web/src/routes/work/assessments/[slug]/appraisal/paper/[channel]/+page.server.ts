import { fail } from '@sveltejs/kit';
import { answer } from '#lib/api/answer.ts';
import type { ApiClient } from '#lib/api/client.ts';
import { problemOf } from '#lib/api/problem.ts';
import { entryOf, nextSheet, readSheet, type SheetFields } from '#lib/paper/sheet-form.ts';
import { m } from '#lib/paraglide/messages.js';
import type { Actions, PageServerLoad } from './$types';

const surveyIn = (api: ApiClient, slug: string) =>
  answer(api.public.surveys[':slug'].$get({ param: { slug } }));

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const calls = locals.api.assessments[':slug'].survey.paper[':channel'];
  const [survey, board] = await Promise.all([
    surveyIn(locals.api, params.slug),
    answer(calls.$get({ param: params })),
  ]);
  const asked = url.searchParams.get('sheet') ?? '';
  const found = board.sheets.find(({ sheet }) => sheet === asked);
  const isToSettle = found?.state === 'differs' && !found.mine;
  const differing = isToSettle
    ? await answer(calls.sheets[':sheet'].$get({ param: { ...params, sheet: asked } }))
    : null;
  return { survey, board, asked, differing };
};

interface SheetAnswer {
  readonly status: number;
  /** What came of it: the state and the number; null where it was refused. */
  readonly done: { readonly sheet: string; readonly state: 'once' | 'differs' | 'agreed' } | null;
  readonly settled: boolean;
  readonly fields: SheetFields;
  readonly problem: string;
  readonly errors: Readonly<Record<string, string>>;
}

export const actions: Actions = {
  key: async ({ locals, params, request }) => {
    const { questionnaire } = await surveyIn(locals.api, params.slug);
    const fields = readSheet(await request.formData(), questionnaire);
    const { sheets } = locals.api.assessments[':slug'].survey.paper[':channel'];
    const response = await sheets.$post({ param: params, json: entryOf(fields) }).catch(() => null);
    if (!response?.ok) return refused(fields, response);
    const next = { sheet: nextSheet(fields.sheet), unit: fields.unit, answers: {} };
    return done(await response.json(), { fields: next, settled: false });
  },
  settle: async ({ locals, params, request }) => {
    const { questionnaire } = await surveyIn(locals.api, params.slug);
    const fields = readSheet(await request.formData(), questionnaire);
    const { sheet, ...json } = entryOf(fields);
    const calls = locals.api.assessments[':slug'].survey.paper[':channel'].sheets[':sheet'];
    const param = { ...params, sheet };
    const response = await calls.settlement.$post({ param, json }).catch(() => null);
    if (!response?.ok) return refused(fields, response);
    return done(await response.json(), { fields: { sheet: '', unit: '', answers: {} }, settled: true });
  },
};

function done(
  told: NonNullable<SheetAnswer['done']>,
  { fields, settled }: { fields: SheetFields; settled: boolean },
): SheetAnswer {
  return { status: 200, done: told, settled, fields, problem: '', errors: {} };
}

async function refused(fields: SheetFields, response: { status: number; text(): Promise<string> } | null) {
  const nothing = { done: null, settled: false, fields };
  if (!response) return fail(503, { status: 503, ...nothing, problem: m.paper_unreachable(), errors: {} });
  const { status, detail, errors } = await problemOf(response);
  return fail(status, { status, ...nothing, problem: detail, errors } satisfies SheetAnswer);
}
