import {
  assessment,
  assessmentChange,
  assessmentDefaults as defaultsView,
  assessmentList,
  assessmentProgress as progressView,
  effectiveMarksPreview,
  effectiveMarksQuery,
  newAssessment,
  phaseChange,
  phaseExtension,
} from '@gongping/contracts';
import type { Context } from 'hono';
import { actorOf } from '../../http/access.ts';
import type { Dependencies } from '../../http/dependencies.ts';
import type { Environment } from '../../http/environment.ts';
import { defineRoute, jsonAnswer, jsonBody, problemAnswer } from '../../http/route.ts';
import { createRouter } from '../../http/router.ts';
import { assessmentDefaults } from './assessment-defaults.ts';
import { assessmentParams } from './assessment.params.ts';
import { assessmentProgress } from './assessment-progress.ts';
import * as service from './assessment.service.ts';
import { changeAssessment } from './change-assessment.ts';
import { changePhase } from './change-phase.ts';
import { createAssessment } from './create-assessment.ts';
import { extendPhase } from './extend-phase.ts';

const tags = ['assessments'];
const refusals = { 401: problemAnswer, 403: problemAnswer };
const inRow = { ...refusals, 404: problemAnswer };
const onChange = { ...inRow, 409: problemAnswer, 422: problemAnswer };

export function assessmentRoutes(deps: Dependencies) {
  return (
    createRouter()
      .openapi(
        defineRoute('signed-in', {
          method: 'get',
          path: '/assessments',
          tags,
          summary: 'The assessments in which I have a role',
          responses: { 200: jsonAnswer(assessmentList, 'Newest year first.'), 401: problemAnswer },
        }),
        async (c) => c.json({ assessments: await service.listAssessments(deps, actorOf(c)) }, 200),
      )
      .openapi(
        defineRoute(['organiser'], {
          method: 'post',
          path: '/assessments',
          tags,
          summary: 'Create an assessment and its survey',
          request: { body: jsonBody(newAssessment) },
          responses: { 201: jsonAnswer(assessment, 'The assessment.'), ...refusals, 422: problemAnswer },
        }),
        async (c) => {
          const args = { settings: c.req.valid('json'), ...readerOf(c) };
          return c.json(await createAssessment(deps, actorOf(c), args), 201);
        },
      )
      // Before the route with a slug, which would take its place.
      .openapi(
        defineRoute(['organiser'], {
          method: 'get',
          path: '/assessments/defaults',
          tags,
          summary: "The template's proposal for a new assessment",
          responses: { 200: jsonAnswer(defaultsView, 'Settings to be edited.'), ...inRow },
        }),
        async (c) => c.json(await assessmentDefaults(deps), 200),
      )
      .openapi(
        defineRoute(['organiser'], {
          method: 'post',
          path: '/assessments/effective-marks',
          tags,
          summary: 'What each family is worth with some indicators switched off; changes nothing',
          request: { body: jsonBody(effectiveMarksQuery) },
          responses: {
            200: jsonAnswer(effectiveMarksPreview, 'By kind of unit and family.'),
            ...inRow,
            422: problemAnswer,
          },
        }),
        async (c) => {
          const marks = await service.previewEffectiveMarks(deps, c.req.valid('json'));
          return c.json({ effectiveMarks: marks }, 200);
        },
      )
      .openapi(
        defineRoute('signed-in', {
          method: 'get',
          path: '/assessments/{slug}',
          tags,
          summary: 'An assessment with its settings, units and effective marks',
          request: { params: assessmentParams },
          responses: { 200: jsonAnswer(assessment, 'The assessment.'), ...inRow },
        }),
        async (c) => c.json(await service.getAssessment(deps, actorOf(c), c.req.valid('param').slug), 200),
      )
      .openapi(
        defineRoute(['organiser'], {
          method: 'put',
          path: '/assessments/{slug}',
          tags,
          summary: 'Change the settings',
          request: { params: assessmentParams, body: jsonBody(assessmentChange) },
          responses: { 200: jsonAnswer(assessment, 'The assessment as it is now.'), ...onChange },
        }),
        async (c) => {
          const args = { ...c.req.valid('param'), ...c.req.valid('json'), ...readerOf(c) };
          return c.json(await changeAssessment(deps, actorOf(c), args), 200);
        },
      )
      .openapi(
        defineRoute(['organiser'], {
          method: 'post',
          path: '/assessments/{slug}/phase',
          tags,
          summary: 'Move to another phase',
          request: { params: assessmentParams, body: jsonBody(phaseChange) },
          responses: { 200: jsonAnswer(assessment, 'The assessment as it is now.'), ...onChange },
        }),
        async (c) => {
          const args = { ...c.req.valid('param'), change: c.req.valid('json'), ...readerOf(c) };
          return c.json(await changePhase(deps, actorOf(c), args), 200);
        },
      )
      .openapi(
        defineRoute(['organiser'], {
          method: 'post',
          path: '/assessments/{slug}/phase/extension',
          tags,
          summary: 'Give the present phase a later last day',
          request: { params: assessmentParams, body: jsonBody(phaseExtension) },
          responses: { 200: jsonAnswer(assessment, 'The assessment as it is now.'), ...onChange },
        }),
        async (c) => {
          const args = { ...c.req.valid('param'), extension: c.req.valid('json'), ...readerOf(c) };
          return c.json(await extendPhase(deps, actorOf(c), args), 200);
        },
      )
      .openapi(
        defineRoute(['organiser', 'leader', 'reviewer'], {
          method: 'get',
          path: '/assessments/{slug}/progress',
          tags,
          summary: 'Where the round stands, unit by unit',
          request: { params: assessmentParams },
          responses: { 200: jsonAnswer(progressView, 'Progress.'), ...inRow },
        }),
        async (c) => c.json(await assessmentProgress(deps, actorOf(c), c.req.valid('param').slug), 200),
      )
  );
}

function readerOf(c: Context<Environment>) {
  return { language: c.get('language'), requestId: c.get('requestId') };
}
