import { expect, it } from 'vitest';
import { problemOf } from './problem.ts';

const document = (status: number, body: unknown) =>
  new Response(typeof body === 'string' ? body : JSON.stringify(body), { status });

it('reads sentence, code, request id and the sentences for fields', async () => {
  const problem = await problemOf(
    document(422, {
      code: 'invalid-input',
      title: 'Not valid',
      detail: 'One entry is wrong.',
      requestId: 'r1',
      errors: [{ path: 'phaseDates.plan.start', message: 'Give a day.' }],
    }),
  );
  expect(problem).toEqual({
    status: 422,
    code: 'invalid-input',
    detail: 'One entry is wrong.',
    requestId: 'r1',
    errors: { 'phaseDates.plan.start': 'Give a day.' },
  });
});

it('makes a problem of what is none', async () => {
  expect(await problemOf(document(502, '<html>'))).toEqual({
    status: 502,
    code: 'unknown',
    detail: '',
    errors: {},
  });
});
