import { schema } from '@gongping/db';
import { once } from 'node:events';
import { request as sendRequest, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { responseLane } from '../../apps/api/src/features/responses/response-lane.ts';
import type { Listening } from '../../apps/api/src/server/listen.ts';
import { useBench } from '../support/app.ts';
import { createRound, type Round } from '../support/round.ts';
import { serve } from '../support/served.ts';

const bench = useBench();
let round: Round;
let listening: Listening;
/** Requests that the lane gave on to the route. */
let givenOn = 0;

beforeAll(async () => {
  round = await createRound(bench);
  const lane = responseLane(bench.deps);
  listening = await serve(bench, (rest) =>
    lane((request, response) => {
      givenOn += 1;
      rest(request, response);
    }),
  );
});
afterAll(() => listening.server.close());

interface Sent {
  readonly path?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body: unknown;
}

const answers = { Q1: 'A', Q2: ['website', 'phone'], Q3: 80, Q12: '更及时' };
const good: Sent = { body: { unit: 'C01', answers } };
const path = (slug: string) => `/api/v1/public/surveys/${slug}/responses`;

/** What both ways of answering must have in common; ids, receipts and moments differ. */
interface Told {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Readonly<Record<string, unknown>>;
}

const own = ['requestId', 'receipt', 'submittedAt'];
/** Of the connection, not of the answer. */
const ofConnection = ['date', 'connection', 'keep-alive', 'content-length', 'transfer-encoding'];

function told(status: number, headers: Iterable<[string, string]>, text: string): Told {
  const body = Object.entries(JSON.parse(text) as object).map(([name, value]): [string, unknown] => [
    name,
    own.includes(name)
      ? typeof value
      : name === 'detail'
        ? String(value).replace(/[\da-f-]{36}/, 'id')
        : value,
  ]);
  const kept = [...headers]
    .filter(([name]) => !ofConnection.includes(name))
    .map(([name, value]): [string, string] => [name, name === 'x-request-id' ? 'id' : value]);
  return { status, headers: Object.fromEntries(kept), body: Object.fromEntries(body) };
}

const requestOf = ({ path: to = path(round.slug), headers = {}, body }: Sent) => ({
  to,
  headers: { 'content-type': 'application/json', ...headers },
  bytes: Buffer.from(typeof body === 'string' ? body : JSON.stringify(body)),
});

async function byRoute(sent: Sent): Promise<Told> {
  const { to, headers, bytes } = requestOf(sent);
  const init = {
    method: 'POST',
    headers: { ...headers, 'content-length': String(bytes.length) },
    body: bytes,
  };
  const response = await bench.app.request(to, init);
  return told(response.status, response.headers.entries(), await response.text());
}

async function byLane(sent: Sent): Promise<Told> {
  const { to, headers, bytes } = requestOf(sent);
  const { port } = listening.server.address() as AddressInfo;
  const asked = sendRequest({
    port,
    host: '127.0.0.1',
    method: 'POST',
    path: to,
    headers: { ...headers, 'content-length': bytes.length },
  });
  asked.end(bytes);
  const [response] = (await once(asked, 'response')) as [IncomingMessage];
  let text = '';
  for await (const piece of response.setEncoding('utf8')) text += String(piece);
  return told(response.statusCode ?? 0, Object.entries(response.headers) as [string, string][], text);
}

const changed = (change: Record<string, unknown>): Sent => ({ body: { unit: 'C01', answers, ...change } });

describe('an answer by the lane and by the route', () => {
  it.each<[string, boolean, () => Sent]>([
    ['that is right', true, () => good],
    ['in English', true, () => ({ ...good, headers: { 'accept-language': 'en-GB,en;q=0.9' } })],
    ['about a unit that is not assessed', true, () => changed({ unit: 'X99' })],
    [
      'the same in English',
      true,
      () => ({ ...changed({ unit: 'X99' }), headers: { cookie: 'a=b; locale=en' } }),
    ],
    ['with an option that is none', true, () => changed({ answers: { ...answers, Q3: 'never', Q99: 'A' } })],
    [
      'with a token that is none',
      true,
      () => ({
        ...changed({ token: 'AAAA-AAAA' }),
        headers: { 'idempotency-key': 'guess' },
      }),
    ],
    ['with a token and no key', true, () => changed({ token: 'AAAA-AAAA' })],
    ['by a channel that is none', true, () => changed({ channel: 'tablet' })],
    ['to a survey that is not there', true, () => ({ ...good, path: path('1999') })],
    ['to what can be no survey', false, () => ({ ...good, path: path('nothing') })],
    ['to another address', false, () => ({ ...good, path: `${path(round.slug)}/more` })],
    ['with a query', false, () => ({ ...good, path: `${path(round.slug)}?a=b` })],
    ['that is no JSON', false, () => ({ body: '{"unit":' })],
    ['that is no object', false, () => ({ body: '[]' })],
    ['that is empty', false, () => ({ body: '' })],
    ['without a unit', false, () => ({ body: { answers } })],
    ['with control characters', false, () => changed({ answers: { Q12: 'a\u0000' } })],
    ['of another type', false, () => ({ ...good, headers: { 'content-type': 'text/plain' } })],
    [
      'with a type that says more',
      false,
      () => ({
        ...good,
        headers: { 'content-type': 'application/json; charset=utf-8' },
      }),
    ],
    [
      'with a key that is too long',
      false,
      () => ({ ...good, headers: { 'idempotency-key': 'k'.repeat(201) } }),
    ],
    ['that is too long', false, () => ({ body: JSON.stringify(good.body).padEnd(65 * 1024) })],
  ])('%s is answered alike', async (_what, taken, make) => {
    const before = givenOn;
    const lane = await byLane(make());
    expect(givenOn).toBe(before + (taken ? 0 : 1));
    expect(lane).toEqual(await byRoute(make()));
  });

  it('is the same answer where both have the same key', async () => {
    const sent = { ...good, headers: { 'idempotency-key': 'both-ways' } };
    const count = async () => bench.database.db.$count(schema.surveyResponses);
    const before = await count();
    expect((await byLane(sent)).status).toBe(201);
    expect((await byRoute(sent)).status).toBe(200);
    expect((await byLane(sent)).status).toBe(200);
    const other = { ...changed({ unit: 'C02' }), headers: sent.headers };
    expect(await byLane(other)).toEqual(await byRoute(other));
    expect((await byLane(other)).status).toBe(409);
    expect(await count()).toBe(before + 1);
  });

  it('says nothing of what nobody foresaw', async () => {
    const intake = {
      ...bench.deps.intake,
      definitions: { find: () => Promise.reject(new Error('secret')), forget: () => undefined },
    };
    const failing = await serve({ app: bench.app, deps: { ...bench.deps, intake } });
    const response = await fetch(`${failing.address}${path(round.slug)}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(good.body),
    });
    const text = await response.text();
    failing.server.close();
    expect(response.status).toBe(500);
    expect(JSON.parse(text)).toMatchObject({ code: 'internal' });
    expect(text).not.toContain('secret');
  });
});
