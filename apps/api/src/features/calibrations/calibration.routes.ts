import {
  assessmentSlug,
  calibration,
  calibrationClosing,
  calibrationEntry,
  calibrationSetting,
  calibrationSheet,
  code,
  guidanceWrite,
  score,
} from '@gongping/contracts';
import { z } from 'zod';
import { actorOf } from '../../http/access.ts';
import type { Dependencies } from '../../http/dependencies.ts';
import { defineRoute, jsonAnswer, jsonBody, problemAnswer } from '../../http/route.ts';
import { createRouter } from '../../http/router.ts';
import { closeCalibration, setCalibration } from './change-calibration.ts';
import { readCalibrationSheet } from './read-calibration-sheet.ts';
import { readCalibration } from './read-calibration.ts';
import { submitCalibration } from './submit-calibration.ts';
import { writeEntry } from './write-entry.ts';
import { writeGuidance } from './write-guidance.ts';

const tags = ['calibration'];
const round = z.object({ slug: assessmentSlug });
const ofUnit = round.extend({ unit: code });
const refusals = { 401: problemAnswer, 403: problemAnswer, 404: problemAnswer };
const onWrite = { ...refusals, 409: problemAnswer, 422: problemAnswer };
const stands = jsonAnswer(calibration, 'The calibration as it stands.');

export function calibrationRoutes(deps: Dependencies) {
  return createRouter()
    .openapi(
      defineRoute(['evaluator', 'organiser', 'reviewer'], {
        method: 'get',
        path: '/assessments/{slug}/calibration',
        tags,
        summary:
          'Reference units that everybody scores first, and how far evaluators are apart once it is closed',
        request: { params: round },
        responses: { 200: stands, ...refusals },
      }),
      async (c) => c.json(await readCalibration(deps, actorOf(c), c.req.valid('param')), 200),
    )
    .openapi(
      defineRoute(['organiser'], {
        method: 'put',
        path: '/assessments/{slug}/calibration',
        tags,
        summary: 'Mark the reference units',
        request: { params: round, body: jsonBody(calibrationSetting) },
        responses: { 200: stands, ...onWrite },
      }),
      async (c) => {
        const context = { language: c.get('language'), requestId: c.get('requestId') };
        const args = { ...c.req.valid('param'), setting: c.req.valid('json'), ...context };
        return c.json(await setCalibration(deps, actorOf(c), args), 200);
      },
    )
    .openapi(
      defineRoute(['organiser'], {
        method: 'post',
        path: '/assessments/{slug}/calibration/closing',
        tags,
        summary: 'Close the calibration: everybody sees what everybody entered',
        request: { params: round, body: jsonBody(calibrationClosing) },
        responses: { 200: stands, ...onWrite },
      }),
      async (c) => {
        const context = { language: c.get('language'), requestId: c.get('requestId') };
        const args = { ...c.req.valid('param'), ...c.req.valid('json'), ...context };
        return c.json(await closeCalibration(deps, actorOf(c), args), 200);
      },
    )
    .openapi(
      defineRoute(['organiser'], {
        method: 'put',
        path: '/assessments/{slug}/calibration/guidance/{indicator}',
        tags,
        summary: 'Write how a leaf is to be read, for all evaluators',
        request: { params: round.extend({ indicator: code }), body: jsonBody(guidanceWrite) },
        responses: { 200: stands, ...onWrite },
      }),
      async (c) => {
        const context = { language: c.get('language'), requestId: c.get('requestId') };
        const args = { ...c.req.valid('param'), write: c.req.valid('json'), ...context };
        return c.json(await writeGuidance(deps, actorOf(c), args), 200);
      },
    )
    .openapi(
      defineRoute(['evaluator'], {
        method: 'post',
        path: '/assessments/{slug}/calibration/submission',
        tags,
        summary: 'Hand in what I gave the reference units',
        request: { params: round },
        responses: { 200: stands, ...refusals, 409: problemAnswer },
      }),
      async (c) => {
        const context = { language: c.get('language'), requestId: c.get('requestId') };
        return c.json(
          await submitCalibration(deps, actorOf(c), { ...c.req.valid('param'), ...context }),
          200,
        );
      },
    )
    .openapi(
      defineRoute(['evaluator'], {
        method: 'get',
        path: '/assessments/{slug}/calibration/sheets/{unit}',
        tags,
        summary: 'A reference unit with my own entries',
        request: { params: ofUnit },
        responses: { 200: jsonAnswer(calibrationSheet, 'The sheet.'), ...refusals },
      }),
      async (c) => c.json(await readCalibrationSheet(deps, actorOf(c), c.req.valid('param')), 200),
    )
    .openapi(
      defineRoute(['evaluator'], {
        method: 'put',
        path: '/assessments/{slug}/calibration/sheets/{unit}/entries/{indicator}',
        tags,
        summary: 'Write what I give a leaf of a reference unit',
        request: { params: ofUnit.extend({ indicator: code }), body: jsonBody(calibrationEntry) },
        responses: { 200: jsonAnswer(score, 'The entry as it stands.'), ...onWrite },
      }),
      async (c) => {
        const context = { language: c.get('language'), requestId: c.get('requestId') };
        const args = { ...c.req.valid('param'), write: c.req.valid('json'), ...context };
        return c.json(await writeEntry(deps, actorOf(c), args), 200);
      },
    );
}
