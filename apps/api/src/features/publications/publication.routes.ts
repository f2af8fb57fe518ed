import {
  assessmentSlug,
  newPublication,
  publicCommentList,
  publicCommentQuery,
  publication,
  publicationChanges,
  publicationChangesQuery,
  publicationList,
  publicationSummary,
  robustness,
  robustnessQuery,
  unitResult,
} from '@gongping/contracts';
import { z } from 'zod';
import { actorOf } from '../../http/access.ts';
import type { Dependencies } from '../../http/dependencies.ts';
import { defineRoute, jsonAnswer, jsonBody, problemAnswer } from '../../http/route.ts';
import { createRouter } from '../../http/router.ts';
import { publicationParams, wantedOf } from './publication.params.ts';
import { publicationFeed } from './feed.ts';
import * as service from './publication.service.ts';
import { publish } from './publish.ts';

const tags = ['publications'];
const missing = { 404: problemAnswer };
const unitParams = publicationParams.extend({ unit: z.string().min(1).max(32) });

export function publicationRoutes(deps: Dependencies) {
  return createRouter()
    .openapi(
      defineRoute(['organiser'], {
        method: 'post',
        path: '/assessments/{slug}/publications',
        tags,
        summary: 'Publish the results, or a correction with its reason',
        request: { params: z.object({ slug: assessmentSlug }), body: jsonBody(newPublication) },
        responses: {
          201: jsonAnswer(publicationSummary, 'The new version.'),
          401: problemAnswer,
          403: problemAnswer,
          409: problemAnswer,
          422: problemAnswer,
          ...missing,
        },
      }),
      async (c) => {
        const context = { language: c.get('language'), requestId: c.get('requestId') };
        const args = { ...c.req.valid('param'), ...c.req.valid('json'), ...context };
        return c.json(await publish(deps, actorOf(c), args), 201);
      },
    )
    .openapi(
      defineRoute('public', {
        method: 'get',
        path: '/publications',
        tags,
        summary: 'Everything that was published, newest first',
        responses: { 200: jsonAnswer(publicationList, 'All versions.') },
      }),
      async (c) => c.json({ publications: await service.listPublications(deps) }, 200),
    )
    .openapi(
      defineRoute('public', {
        method: 'get',
        path: '/publications/{year}/{version}',
        tags,
        summary: 'A published ranking with its method and versions',
        request: { params: publicationParams },
        responses: { 200: jsonAnswer(publication, 'The publication.'), ...missing },
      }),
      async (c) => c.json(await service.readPublication(deps, wantedOf(c.req.valid('param'))), 200),
    )
    .openapi(
      defineRoute('public', {
        method: 'get',
        path: '/publications/{year}/{version}/units/{unit}',
        tags,
        summary: "A unit's published result down to each leaf",
        request: { params: unitParams },
        responses: { 200: jsonAnswer(unitResult, "The unit's result."), ...missing },
      }),
      async (c) => {
        const params = c.req.valid('param');
        const wanted = { ...wantedOf(params), unit: params.unit };
        return c.json(await service.readPublishedUnit(deps, wanted), 200);
      },
    )
    .openapi(
      defineRoute('public', {
        method: 'get',
        path: '/publications/{year}/{version}/comments',
        tags,
        summary: 'Words of the public as they were confirmed, unit by unit',
        request: { params: publicationParams, query: publicCommentQuery },
        responses: { 200: jsonAnswer(publicCommentList, 'Fifty at a time.'), 422: problemAnswer, ...missing },
      }),
      async (c) => {
        const wanted = { ...wantedOf(c.req.valid('param')), query: c.req.valid('query') };
        return c.json(await service.readPublishedComments(deps, wanted), 200);
      },
    )
    .openapi(
      defineRoute('public', {
        method: 'get',
        path: '/publications/feed.xml',
        tags,
        summary: 'Everything that was published, as an RSS feed',
        responses: {
          200: { content: { 'application/rss+xml': { schema: z.string() } }, description: 'RSS 2.0.' },
        },
      }),
      async (c) => {
        const origin = deps.origin ?? `http${c.get('secure') ? 's' : ''}://${new URL(c.req.url).host}`;
        const feed = publicationFeed(await service.listPublications(deps), origin);
        return c.body(feed, 200, { 'content-type': 'application/rss+xml; charset=utf-8' });
      },
    )
    .openapi(
      defineRoute('public', {
        method: 'get',
        path: '/publications/{year}/{version}/changes',
        tags,
        summary: 'What differs from another version: which unit, which indicator, which number, from and to',
        request: { params: publicationParams, query: publicationChangesQuery },
        responses: {
          200: jsonAnswer(publicationChanges, 'Nothing that is the same in both is listed.'),
          422: problemAnswer,
          ...missing,
        },
      }),
      async (c) => {
        const wanted = { ...wantedOf(c.req.valid('param')), ...c.req.valid('query') };
        return c.json(await service.readPublicationChanges(deps, wanted), 200);
      },
    )
    .openapi(
      defineRoute('public', {
        method: 'get',
        path: '/publications/{year}/{version}/robustness',
        tags,
        summary: 'How far a published ranking depends on its weights',
        request: { params: publicationParams, query: robustnessQuery },
        responses: {
          200: jsonAnswer(robustness, 'Rank intervals, ties, and ranks under other methods.'),
          422: problemAnswer,
          429: problemAnswer,
          ...missing,
        },
      }),
      async (c) => {
        const { signal } = c.req.raw;
        const asked = { ...c.req.valid('query'), language: c.get('language'), signal };
        const wanted = { ...wantedOf(c.req.valid('param')), ...asked };
        return c.json(await service.readPublishedRobustness(deps, wanted), 200);
      },
    );
}
