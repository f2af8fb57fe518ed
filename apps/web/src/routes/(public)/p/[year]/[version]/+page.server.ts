import { answer } from '#lib/api/answer.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
  const { year, version } = params;
  const param = { year, version };
  return {
    publication: await answer(locals.api.publications[':year'][':version'].$get({ param })),
    /** As asked for: `latest` stays `latest`, so that links keep following the newest version. */
    version,
  };
};
