import {
  calendarDay,
  calendarDayChange,
  calendarYear,
  calendarYearChange,
  calendarYearList,
  calendarYearNumber,
  calendarYearView,
  day,
} from '@gongping/contracts';
import { z } from 'zod';
import { actorOf } from '../../http/access.ts';
import type { Dependencies } from '../../http/dependencies.ts';
import { defineRoute, jsonAnswer, jsonBody, problemAnswer } from '../../http/route.ts';
import { createRouter } from '../../http/router.ts';
import { listCalendarYears, readCalendarYear } from './calendar.service.ts';
import { changeCalendarDay, changeCalendarYear } from './change-calendar.ts';

const tags = ['calendar'];
const yearParams = z.object({ year: calendarYearNumber });
const dayParams = z.object({ day });
const refusals = { 401: problemAnswer, 403: problemAnswer, 404: problemAnswer, 422: problemAnswer };

export function calendarRoutes(deps: Dependencies) {
  return createRouter()
    .openapi(
      defineRoute('signed-in', {
        method: 'get',
        path: '/calendar/years',
        tags,
        summary: 'The years whose holidays are kept',
        responses: { 200: jsonAnswer(calendarYearList, 'In order.'), 401: problemAnswer },
      }),
      async (c) => c.json({ years: await listCalendarYears(deps) }, 200),
    )
    .openapi(
      defineRoute('signed-in', {
        method: 'get',
        path: '/calendar/years/{year}',
        tags,
        summary: 'Holidays and worked weekend days of a year',
        request: { params: yearParams },
        responses: { 200: jsonAnswer(calendarYearView, 'Days in order.'), 401: problemAnswer },
      }),
      async (c) => c.json(await readCalendarYear(deps.db, c.req.valid('param').year), 200),
    )
    .openapi(
      defineRoute(['organiser'], {
        method: 'put',
        path: '/calendar/years/{year}',
        tags,
        summary: 'Say whether the holidays of a year are arranged, and by what notice',
        request: { params: yearParams, body: jsonBody(calendarYearChange) },
        responses: { 200: jsonAnswer(calendarYear, 'As it stands.'), ...refusals },
      }),
      async (c) => {
        const asked = { language: c.get('language'), requestId: c.get('requestId') };
        const args = { ...asked, ...c.req.valid('param'), change: c.req.valid('json') };
        return c.json(await changeCalendarYear(deps, actorOf(c), args), 200);
      },
    )
    .openapi(
      defineRoute(['organiser'], {
        method: 'put',
        path: '/calendar/days/{day}',
        tags,
        summary: 'Say whether a day is worked',
        request: { params: dayParams, body: jsonBody(calendarDayChange) },
        responses: { 200: jsonAnswer(calendarDay, 'As it stands.'), ...refusals },
      }),
      async (c) => {
        const asked = { language: c.get('language'), requestId: c.get('requestId') };
        const args = { ...asked, ...c.req.valid('param'), change: c.req.valid('json') };
        return c.json(await changeCalendarDay(deps, actorOf(c), args), 200);
      },
    );
}
