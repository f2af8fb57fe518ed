import { phaseHistory as historyView, progressBoard as boardView } from '@gongping/contracts';
import { actorOf } from '../../http/access.ts';
import type { Dependencies } from '../../http/dependencies.ts';
import { defineRoute, jsonAnswer, problemAnswer } from '../../http/route.ts';
import { createRouter } from '../../http/router.ts';
import { assessmentParams } from '../assessments/assessment.params.ts';
import { phaseHistory } from './phase-history.ts';
import { progressBoard } from './read-board.ts';

const tags = ['assessments'];
const refusals = { 401: problemAnswer, 403: problemAnswer, 404: problemAnswer };

export function boardRoutes(deps: Dependencies) {
  return createRouter()
    .openapi(
      defineRoute(['organiser'], {
        method: 'get',
        path: '/assessments/{slug}/board',
        tags,
        summary: 'Unit by phase, the load of each evaluator, and what is late',
        request: { params: assessmentParams },
        responses: { 200: jsonAnswer(boardView, 'The board.'), ...refusals },
      }),
      async (c) => c.json(await progressBoard(deps, actorOf(c), c.req.valid('param').slug), 200),
    )
    .openapi(
      defineRoute(['organiser'], {
        method: 'get',
        path: '/assessments/{slug}/phases',
        tags,
        summary: 'Openings, closings, extensions and reopenings with their reasons',
        request: { params: assessmentParams },
        responses: { 200: jsonAnswer(historyView, 'Oldest first.'), ...refusals },
      }),
      async (c) => {
        const events = await phaseHistory(deps, actorOf(c), c.req.valid('param').slug);
        return c.json({ events }, 200);
      },
    );
}
