import { error, fail, redirect } from '@sveltejs/kit';
import type { Assessment } from '@gongping/contracts';
import { answer } from '#lib/api/answer.ts';
import { parseProblem, problemOf } from '#lib/api/problem.ts';
import { m } from '#lib/paraglide/messages.js';
import { rolesIn } from '#lib/people/roles.ts';
import { loadChoices } from '#lib/setup/load-form.ts';
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
  const [choices, progress, matrix] = await Promise.all([
    loadChoices(locals.api, assessment.settings.indicatorSystemId),
    answer(locals.api.assessments[':slug'].progress.$get({ param })),
    answer(locals.api.assessments[':slug'].assignments.$get({ param })),
  ]);
  const done = url.searchParams;
  return {
    current: assessment,
    values: valuesOf(assessment.settings),
    ...choices,
    scored: progress.units.reduce((sum, unit) => sum + unit.scored + unit.notApplicable, 0),
    leaves: progress.units.reduce((sum, unit) => sum + unit.leaves, 0),
    unassigned: matrix.unassigned,
    evaluators: matrix.evaluators.length,
    done: done.has('created') ? 'created' : done.has('moved') ? 'moved' : done.has('saved') ? 'saved' : null,
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
    const wanted = String(form.get('to'));
    const to = wanted === 'plan' || wanted === 'scoring' ? wanted : error(400, m.errors_internal_sentence());
    const reason = String(form.get('reason') ?? '').trim();
    const json = { to, reason, acceptUnscored: false } as const;
    const param = { slug: params.slug };
    const response = await locals.api.assessments[':slug'].phase.$post({ param, json }).catch(() => null);
    if (!response) return fail(503, { phaseProblem: m.errors_unreachable(), reason, to });
    if (!response.ok) {
      const { status, detail } = await problemOf(response);
      return fail(status, { phaseProblem: detail, reason, to });
    }
    redirect(303, '?moved');
  },
};
