import { error } from '@sveltejs/kit';
import { answer } from '#lib/api/answer.ts';
import { median } from '#lib/appraisal/figures.ts';
import { m } from '#lib/paraglide/messages.js';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
  const slug = { param: { slug: params.slug } };
  const [survey, appraisals, assessment] = await Promise.all([
    answer(locals.api.assessments[':slug'].survey.$get(slug)),
    answer(locals.api.assessments[':slug'].appraisal.$get(slug)),
    answer(locals.api.assessments[':slug'].$get(slug)),
  ]);
  const unit = appraisals.units.find(({ code }) => code === params.unit);
  if (!unit) error(404, m.appraisal_unknown_unit());

  const peers = appraisals.units.filter(
    ({ kind, appraisal }) => kind === unit.kind && appraisal.score !== null,
  );
  const families = Object.entries(unit.appraisal.families).map(([code, mean]) => ({
    code,
    name: assessment.effectiveMarks.find(({ family }) => family === code)?.name ?? { zh: '', en: '' },
    mean,
    median: median(peers.flatMap(({ appraisal }) => appraisal.families[code] ?? [])),
  }));
  return {
    survey,
    unit,
    peers: peers.map(({ appraisal }) => appraisal),
    families,
    minimumSample: appraisals.minimumSample,
  };
};
