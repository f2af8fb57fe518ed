import { questionnaire, type Questionnaire, type QuestionnaireView } from '@gongping/contracts';
import { answer } from '#lib/api/answer.ts';
import { framedHere } from '#lib/server/security-headers.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, setHeaders }) => {
  setHeaders(framedHere);
  const slug = { param: { slug: params.slug } };
  const { assessments } = locals.api;
  const [view, survey] = await Promise.all([
    answer(assessments[':slug'].survey.questionnaire.$get(slug)) as Promise<QuestionnaireView>,
    answer(assessments[':slug'].survey.$get(slug)),
  ]);
  return { title: survey.title, questionnaire: shownOf(view) };
};

/**
 * The draft as far as it can be shown: what has no words yet has none there either, but without codes of their own
 * answers could not be told apart. Null then.
 */
function shownOf({ draft, inUse, checks }: QuestionnaireView): Questionnaire | null {
  const isTold = checks.every(({ severity, field }) => severity === 'advice' || field !== 'code');
  const words = <W extends { zh: string; en: string }>(said: W) => ({ ...said, zh: said.zh || '—' });
  const shown = draft ?? inUse;
  if (!isTold || shown.questions.length === 0) return null;
  const named = {
    ...shown,
    title: words(shown.title),
    sections: shown.sections.map((section) => ({ ...section, title: words(section.title) })),
    questions: shown.questions.map((question) => ({
      ...question,
      text: words(question.text),
      hint: question.hint === null ? null : words(question.hint),
      options: question.options.map((option) => ({ ...option, label: words(option.label) })),
      rows: question.rows.map((row) => ({ ...row, text: words(row.text) })),
      askedIf: question.askedIf.filter(({ options }) => options.length > 0),
    })),
  };
  return questionnaire.safeParse(named).data ?? null;
}
