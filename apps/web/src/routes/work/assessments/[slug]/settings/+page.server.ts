import { error, fail, redirect } from '@sveltejs/kit';
import type { Assessment } from '@gongping/contracts';
import { answer } from '#lib/api/answer.ts';
import { parseProblem } from '#lib/api/problem.ts';
import { m } from '#lib/paraglide/messages.js';
import { rolesIn } from '#lib/people/roles.ts';
import { loadChoices } from '#lib/setup/load-form.ts';
import { extendPhase, movePhase, type PhaseRefusal } from '#lib/setup/move-phase.ts';
import { phaseFacts } from '#lib/setup/phase-facts.ts';
import { procedureValuesOf } from '#lib/setup/procedure-values.ts';
import { settingsDifferences } from '#lib/setup/settings-differences.ts';
import { readSettingsForm, valuesOf } from '#lib/setup/settings-values.ts';
import { staleAssessment } from '#lib/setup/stale-assessment.ts';
import { settingsFrom } from '#lib/setup/submit-settings.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, parent, url }) => {
  const { user } = await parent();
  const param = { slug: params.slug };
  const assessment = await answer(locals.api.assessments[':slug'].$get({ param }));
  if (!rolesIn(user, assessment.id).has('organiser')) error(403, m.errors_forbidden_sentence());
  const [choices, board, matrix, history] = await Promise.all([
    loadChoices(locals.api, assessment.settings.indicatorSystemId),
    answer(locals.api.assessments[':slug'].board.$get({ param })),
    answer(locals.api.assessments[':slug'].assignments.$get({ param })),
    answer(locals.api.assessments[':slug'].phases.$get({ param })),
  ]);
  const done = (['created', 'moved', 'extended', 'saved'] as const).find((name) =>
    url.searchParams.has(name),
  );
  return {
    current: assessment,
    values: valuesOf(assessment.settings),
    ...choices,
    facts: phaseFacts(board, matrix),
    events: history.events,
    now: new Date().toISOString(),
    done: done ?? null,
  };
};

export const actions: Actions = {
  save: async ({ locals, params, request }) => {
    const form = await request.formData();
    const param = { slug: params.slug };
    const { settings: stored, phase } = await answer(locals.api.assessments[':slug'].$get({ param }));
    const values = readSettingsForm(form);
    if (phase !== 'plan') {
      // What is fixed is shown, not sent.
      values.indicatorSystemId = stored.indicatorSystemId;
      values.unitIds = [...stored.unitIds];
      values.excludedIndicators = [...stored.excludedIndicators];
      values.procedure = procedureValuesOf(stored.procedure);
    }
    const expectedRevision = Number(form.get('revision'));
    const refusal = { values, errors: {}, problem: '', differences: undefined, revision: undefined };
    const { settings, faults } = await settingsFrom(locals.api, values);
    if (!settings) return fail(422, { ...refusal, errors: faults });
    const json = { expectedRevision, settings };
    const response = await locals.api.assessments[':slug'].$put({ param, json }).catch(() => null);
    if (!response) return fail(503, { ...refusal, problem: m.errors_unreachable() });
    if (response.ok) redirect(303, '?saved');
    const text = await response.text();
    const { status, code, detail, errors } = parseProblem(response.status, text);
    const newer: Assessment | null = code === 'stale' ? staleAssessment(text) : null;
    return fail(status, {
      ...refusal,
      errors: { ...errors },
      problem: detail,
      differences: newer ? settingsDifferences(settings, newer.settings) : undefined,
      revision: newer?.revision,
    });
  },

  phase: async ({ locals, params, request }) => {
    const form = await request.formData();
    return moved(await movePhase(locals.api, params.slug, { step: 'next', form }), '?moved');
  },

  back: async ({ locals, params, request }) => {
    const form = await request.formData();
    return moved(await movePhase(locals.api, params.slug, { step: 'back', form }), '?moved');
  },

  extend: async ({ locals, params, request }) =>
    moved(await extendPhase(locals.api, params.slug, await request.formData()), '?extended'),
};

function moved(refusal: PhaseRefusal | null, next: string) {
  if (refusal === null) redirect(303, next);
  return fail(refusal.status, { refusal });
}
