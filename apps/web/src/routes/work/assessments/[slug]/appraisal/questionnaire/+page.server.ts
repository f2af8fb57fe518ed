import type { QuestionnaireView } from '@gongping/contracts';
import { answer } from '#lib/api/answer.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
  const call = locals.api.assessments[':slug'].survey.questionnaire.$get({ param: { slug: params.slug } });
  return { slug: params.slug, view: (await answer(call)) as QuestionnaireView };
};
