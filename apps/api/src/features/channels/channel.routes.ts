import {
  assessmentSlug,
  channelChange,
  channelOrder,
  code,
  newChannel,
  surveyChannelList,
  tabletAddress,
} from '@gongping/contracts';
import { z } from 'zod';
import { actorOf } from '../../http/access.ts';
import type { Dependencies } from '../../http/dependencies.ts';
import { defineRoute, jsonAnswer, jsonBody, problemAnswer } from '../../http/route.ts';
import { createRouter } from '../../http/router.ts';
import { addChannel, changeAddress, changeChannel, orderChannels } from './change-channels.ts';
import { askedIn } from '../surveys/changing-survey.ts';
import { listChannels } from './list-channels.ts';

const tags = ['surveys'];
const params = z.object({ slug: assessmentSlug });
const ofOne = params.extend({ channel: code });
const hidden = { 401: problemAnswer, 403: problemAnswer, 404: problemAnswer };
const refused = { 409: problemAnswer, 422: problemAnswer, ...hidden };

export function channelRoutes(deps: Dependencies) {
  return createRouter()
    .openapi(
      defineRoute(['organiser', 'leader'], {
        method: 'get',
        path: '/assessments/{slug}/survey/channels',
        tags,
        summary: 'The channels of a survey: rules, links, state, counts',
        request: { params },
        responses: { 200: jsonAnswer(surveyChannelList, 'The channels in their order.'), ...hidden },
      }),
      async (c) => c.json(await listChannels(deps, actorOf(c), c.req.valid('param').slug), 200),
    )
    .openapi(
      defineRoute(['organiser'], {
        method: 'post',
        path: '/assessments/{slug}/survey/channels',
        tags,
        summary: 'Add a channel',
        request: { params, body: jsonBody(newChannel) },
        responses: { 201: jsonAnswer(surveyChannelList, 'The channels as they are now.'), ...refused },
      }),
      async (c) =>
        c.json(await addChannel(deps, askedIn(c, c.req.valid('param').slug), c.req.valid('json')), 201),
    )
    .openapi(
      defineRoute(['organiser'], {
        method: 'put',
        path: '/assessments/{slug}/survey/channel-order',
        tags,
        summary: 'Put the channels into another order',
        request: { params, body: jsonBody(channelOrder) },
        responses: { 200: jsonAnswer(surveyChannelList, 'The channels as they are now.'), ...refused },
      }),
      async (c) =>
        c.json(await orderChannels(deps, askedIn(c, c.req.valid('param').slug), c.req.valid('json')), 200),
    )
    .openapi(
      defineRoute(['organiser'], {
        method: 'put',
        path: '/assessments/{slug}/survey/channels/{channel}',
        tags,
        summary: 'Change a channel: names, group, hours, pause, quota, proof of work',
        request: { params: ofOne, body: jsonBody(channelChange) },
        responses: { 200: jsonAnswer(surveyChannelList, 'The channels as they are now.'), ...refused },
      }),
      async (c) => {
        const { slug, channel } = c.req.valid('param');
        const args = { code: channel, change: c.req.valid('json') };
        return c.json(await changeChannel(deps, askedIn(c, slug), args), 200);
      },
    )
    .openapi(
      defineRoute(['organiser'], {
        method: 'post',
        path: '/assessments/{slug}/survey/channels/{channel}/address',
        tags,
        summary: 'Give the tablets of a staffed channel a new address',
        request: { params: ofOne },
        responses: { 200: jsonAnswer(tabletAddress, 'The address; it is shown this once.'), ...hidden },
      }),
      async (c) => {
        const { slug, channel } = c.req.valid('param');
        return c.json(await changeAddress(deps, askedIn(c, slug), channel), 200);
      },
    );
}
