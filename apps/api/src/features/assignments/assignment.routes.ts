import { assignmentChange, assignmentFill, assignmentMatrix } from '@gongping/contracts';
import type { Context } from 'hono';
import { actorOf } from '../../http/access.ts';
import type { Dependencies } from '../../http/dependencies.ts';
import type { Environment } from '../../http/environment.ts';
import { defineRoute, jsonAnswer, jsonBody, problemAnswer } from '../../http/route.ts';
import { createRouter } from '../../http/router.ts';
import { assessmentParams } from '../assessments/assessment.params.ts';
import * as service from './assignment.service.ts';

const tags = ['assignments'];
const refusals = { 401: problemAnswer, 403: problemAnswer, 404: problemAnswer };
const onChange = { ...refusals, 409: problemAnswer, 422: problemAnswer };

export function assignmentRoutes(deps: Dependencies) {
  return createRouter()
    .openapi(
      defineRoute(['organiser'], {
        method: 'get',
        path: '/assessments/{slug}/assignments',
        tags,
        summary: 'Who scores what: units by families',
        request: { params: assessmentParams },
        responses: { 200: jsonAnswer(assignmentMatrix, 'The matrix.'), ...refusals },
      }),
      async (c) => c.json(await service.getMatrix(deps, actorOf(c), c.req.valid('param').slug), 200),
    )
    .openapi(
      defineRoute(['organiser'], {
        method: 'put',
        path: '/assessments/{slug}/assignments',
        tags,
        summary: 'Set cells of the matrix; others stay',
        request: { params: assessmentParams, body: jsonBody(assignmentChange) },
        responses: { 200: jsonAnswer(assignmentMatrix, 'The matrix as it is now.'), ...onChange },
      }),
      async (c) => {
        const args = { ...requestOf(c), ...c.req.valid('param'), change: c.req.valid('json') };
        return c.json(await service.changeAssignments(deps, actorOf(c), args), 200);
      },
    )
    .openapi(
      defineRoute(['organiser'], {
        method: 'post',
        path: '/assessments/{slug}/assignments/fill',
        tags,
        summary: 'Fill the matrix evenly by leaves, never against a conflict of interest',
        request: { params: assessmentParams, body: jsonBody(assignmentFill) },
        responses: { 200: jsonAnswer(assignmentMatrix, 'The matrix as it is now.'), ...onChange },
      }),
      async (c) => {
        const args = { ...requestOf(c), ...c.req.valid('param'), fill: c.req.valid('json') };
        return c.json(await service.fillAssignments(deps, actorOf(c), args), 200);
      },
    );
}

function requestOf(c: Context<Environment>) {
  return { language: c.get('language'), requestId: c.get('requestId') };
}
