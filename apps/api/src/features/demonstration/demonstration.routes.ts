import { demonstrationRemoval, demonstrationView } from '@gongping/contracts';
import { actorOf } from '../../http/access.ts';
import type { Dependencies } from '../../http/dependencies.ts';
import { defineRoute, jsonAnswer, problemAnswer } from '../../http/route.ts';
import { createRouter } from '../../http/router.ts';
import { viewDemonstration } from './demonstration.service.ts';
import { removeDemonstration } from './remove-demonstration.ts';

const tags = ['demonstration'];

export function demonstrationRoutes(deps: Dependencies) {
  return createRouter()
    .openapi(
      defineRoute('public', {
        method: 'get',
        path: '/demonstration',
        tags,
        summary: 'Whether the demonstration is loaded, and its sign-ins while it is',
        responses: { 200: jsonAnswer(demonstrationView, 'The sign-ins, or none.') },
      }),
      async (c) => c.json(await viewDemonstration(deps.db), 200),
    )
    .openapi(
      defineRoute(['organiser'], {
        method: 'delete',
        path: '/demonstration',
        tags,
        summary: 'Remove the demonstration with its accounts',
        responses: {
          200: jsonAnswer(demonstrationRemoval, 'Removed; with a link where no administrator is left.'),
          401: problemAnswer,
          403: problemAnswer,
          404: problemAnswer,
        },
      }),
      async (c) => {
        const { link } = await removeDemonstration(deps, actorOf(c), { requestId: c.get('requestId') });
        return c.json({ link }, 200);
      },
    );
}
