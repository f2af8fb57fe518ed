import { error } from '@sveltejs/kit';
import type { PaperChannel } from '@gongping/contracts';
import { answer } from '#lib/api/answer.ts';
import type { ApiClient } from '#lib/api/client.ts';
import { assessmentSlugOf } from '#lib/frame/paths.ts';
import { m } from '#lib/paraglide/messages.js';
import { rolesIn } from '#lib/people/roles.ts';
import type { LayoutServerLoad } from './$types';

const assessmentCookie = 'assessment';

/** The assessments one may see and the one that one is in: of the path, else the last, else the newest. */
export const load: LayoutServerLoad = async ({ locals, cookies, url }) => {
  const { user } = locals.session;
  if (!user) error(503, m.errors_unreachable());

  const [list, messages] = await Promise.all([
    answer(locals.api.assessments.$get()).catch(() => null),
    answer(locals.api.inbox.unread.$get()).catch(() => null),
  ]);
  const assessments = list?.assessments ?? [];
  const wanted = assessmentSlugOf(url.pathname) ?? cookies.get(assessmentCookie);
  const current = assessments.find(({ slug }) => slug === wanted) ?? assessments[0] ?? null;
  if (current && current.slug !== cookies.get(assessmentCookie)) {
    cookies.set(assessmentCookie, current.slug, {
      path: '/',
      sameSite: 'lax',
      secure: url.protocol === 'https:',
    });
  }
  const roles = rolesIn(user, current?.id ?? null);
  const paper =
    current && (roles.has('organiser') || roles.has('evaluator'))
      ? await paperOf(locals.api, current.slug)
      : [];
  return { user, assessments, assessment: current, paper, unread: messages?.unread ?? 0 };
};

/** Channels of paper of an assessment; none where they cannot be read, since pages work without. */
async function paperOf(api: ApiClient, slug: string): Promise<PaperChannel[]> {
  const list = await answer(api.assessments[':slug'].survey.paper.$get({ param: { slug } })).catch(
    () => null,
  );
  return list?.channels ?? [];
}
