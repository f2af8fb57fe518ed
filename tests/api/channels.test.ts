import { createApp, createIntake } from '@gongping/api';
import type { SurveyChannel, SurveyChannelList, SurveyView } from '@gongping/contracts';
import { schema } from '@gongping/db';
import { and, eq } from 'drizzle-orm';
import { beforeEach, describe, expect, it } from 'vitest';
import { useBench } from '../support/app.ts';
import { addChannel, issue, plainChannel } from '../support/invitations.ts';
import { createRound, type Round } from '../support/round.ts';

const bench = useBench();
let round: Round;
beforeEach(async () => {
  bench.clock.now = new Date('2020-10-12T02:00:00Z');
  round = await createRound(bench, { units: ['C01', 'C04'], phase: 'plan' });
});

const path = () => `/assessments/${round.slug}/survey`;
const good = (changes: Record<string, unknown> = {}) => ({
  unit: 'C01',
  answers: { Q1: 'A', Q3: 80, Q4: 60 },
  ...changes,
});
const answer = (body: unknown, headers?: Record<string, string>) =>
  bench.anonymous('POST', `/public/surveys/${round.slug}/responses`, body, headers);
const refusalOf = async (response: Response) => ((await response.json()) as { code: string }).code;

async function channel(code: string): Promise<SurveyChannel> {
  const response = await round.organiser.call('GET', `${path()}/channels`);
  const { channels } = (await response.json()) as SurveyChannelList;
  const found = channels.find((one) => one.code === code);
  if (!found) throw new Error(`There is no channel ${code}.`);
  return found;
}

async function change(code: string, settings: Record<string, unknown>): Promise<Response> {
  const { revision } = await channel(code);
  const body = { ...plainChannel, expectedRevision: revision, ...settings };
  return round.organiser.call('PUT', `${path()}/channels/${code}`, body);
}

describe('the list of channels', () => {
  it('begins with the open link', async () => {
    expect(await channel('open')).toMatchObject({
      kind: 'open',
      state: 'open',
      path: `/s/${round.slug}`,
      tokens: null,
      responses: { counted: 0, held: 0, refused: 0 },
    });
  });

  it('counts what came by each channel, by what became of it', async () => {
    await addChannel(round.organiser, round.slug, { code: 'square', kind: 'open', proof: false });
    expect((await answer(good())).status).toBe(201);
    expect((await answer(good({ channel: 'square' }))).status).toBe(201);
    expect((await answer(good({ channel: 'square', homepage: 'https://spam.example' }))).status).toBe(201);
    expect((await channel('open')).responses).toEqual({ counted: 1, held: 0, refused: 0 });
    expect((await channel('square')).responses).toEqual({ counted: 1, held: 1, refused: 0 });
    expect((await channel('square')).path).toBe(`/s/${round.slug}?c=square`);
  });

  it('shows leaders, and nobody else, what there is', async () => {
    expect((await round.leader.call('GET', `${path()}/channels`)).status).toBe(200);
    expect((await round.evaluator.call('GET', `${path()}/channels`)).status).toBe(403);
  });
});

describe('a channel', () => {
  it('is added after the others and told of in the log', async () => {
    const { channels } = await addChannel(round.organiser, round.slug, { code: 'deputies', kind: 'invited' });
    expect(channels.map(({ code }) => code)).toEqual(['open', 'deputies']);
    const log = await bench.database.db
      .select()
      .from(schema.auditEntries)
      .where(eq(schema.auditEntries.scope, round.assessmentId));
    expect(log.at(-1)).toMatchObject({ action: 'channel.add', subject: 'channel deputies' });
  });

  it('has a code that no other has', async () => {
    const body = { ...plainChannel, code: 'open', kind: 'open' };
    const response = await round.organiser.call('POST', `${path()}/channels`, body);
    expect([response.status, await refusalOf(response)]).toEqual([409, 'already-exists']);
  });

  it('is refused with sentences at the fields that are wrong', async () => {
    const wrong = {
      ...plainChannel,
      group: 'Z',
      opensAt: '2020-10-20T00:00:00Z',
      closesAt: '2020-10-20T00:00:00Z',
    };
    const response = await round.organiser.call('POST', `${path()}/channels`, {
      ...wrong,
      code: 'x',
      kind: 'open',
    });
    expect(response.status).toBe(422);
    const { errors } = (await response.json()) as { errors: { path: string }[] };
    expect(errors.map((error) => error.path)).toEqual(['closesAt', 'group']);
  });

  it('is changed once: a change of what somebody else has changed since is refused', async () => {
    const { revision } = await channel('open');
    const body = { ...plainChannel, expectedRevision: revision, nameZh: '门户网站' };
    expect((await round.organiser.call('PUT', `${path()}/channels/open`, body)).status).toBe(200);
    const late = await round.organiser.call('PUT', `${path()}/channels/open`, body);
    expect([late.status, await refusalOf(late)]).toEqual([409, 'stale']);
    expect((await channel('open')).nameZh).toBe('门户网站');
  });

  it('is put into another order, all of them named once', async () => {
    await addChannel(round.organiser, round.slug, { code: 'deputies', kind: 'invited' });
    const order = (codes: string[]) => round.organiser.call('PUT', `${path()}/channel-order`, { codes });
    const response = await order(['deputies', 'open']);
    const { channels } = (await response.json()) as SurveyChannelList;
    expect(channels.map(({ code }) => code)).toEqual(['deputies', 'open']);
    expect((await order(['deputies'])).status).toBe(422);
    expect((await order(['deputies', 'deputies'])).status).toBe(422);
  });

  it('gives its people their group, whatever they say', async () => {
    await addChannel(round.organiser, round.slug, { code: 'square', kind: 'open', group: 'D' });
    const sent = [good({ channel: 'square' }), good({ channel: 'square', answers: { Q3: 80 } })];
    for (const [n, body] of sent.entries()) {
      const key = { 'idempotency-key': `group-${n}` };
      expect((await answer(body, key)).status).toBe(201);
      expect((await answer(body, key)).status).toBe(200);
    }
    const rows = await bench.database.db
      .select({ answers: schema.surveyResponses.answers })
      .from(schema.surveyResponses)
      .innerJoin(schema.surveys, eq(schema.surveys.id, schema.surveyResponses.surveyId))
      .where(and(eq(schema.surveys.slug, round.slug), eq(schema.surveyResponses.channel, 'square')));
    expect(rows.map(({ answers }) => answers['Q1'])).toEqual(['D', 'D']);
  });
});

describe('hours, pause and quota', () => {
  it('takes answers from the first to the last moment of its own hours', async () => {
    const hours = { opensAt: '2020-10-05T00:00:00.000Z', closesAt: '2020-10-10T00:00:00.000Z' };
    expect((await change('open', hours)).status).toBe(200);
    const at = async (moment: string) => {
      bench.clock.now = new Date(moment);
      return (await answer(good())).status;
    };
    expect(await at('2020-10-04T23:59:59.999Z')).toBe(409);
    expect(await at('2020-10-05T00:00:00.000Z')).toBe(201);
    expect(await at('2020-10-10T00:00:00.000Z')).toBe(201);
    expect(await at('2020-10-10T00:00:00.001Z')).toBe(409);
  });

  it('takes nothing while it is paused, and goes on afterwards', async () => {
    await change('open', { paused: true });
    const paused = await answer(good());
    expect([paused.status, await refusalOf(paused)]).toEqual([409, 'survey-paused']);
    expect((await channel('open')).state).toBe('paused');
    await change('open', { paused: false });
    expect((await answer(good())).status).toBe(201);
  });

  it('is full at its quota exactly; what is held takes no place; a repeated request gets its receipt', async () => {
    await change('open', { quota: 2 });
    expect((await answer(good({ homepage: 'x' }))).status).toBe(201);
    expect((await answer(good(), { 'idempotency-key': 'quota-1' })).status).toBe(201);
    expect((await channel('open')).state).toBe('open');
    expect((await answer(good())).status).toBe(201);
    const full = await answer(good());
    expect([full.status, await refusalOf(full)]).toEqual([409, 'channel-full']);
    expect((await channel('open')).state).toBe('full');
    expect((await answer(good(), { 'idempotency-key': 'quota-1' })).status).toBe(200);
    await change('open', { quota: 3 });
    expect((await answer(good())).status).toBe(201);
    expect((await answer(good())).status).toBe(409);
  });

  it('gives the last places once, to whichever instance they are asked of', async () => {
    await change('open', { quota: 10 });
    const apps = [0, 1].map(() => anotherInstance(60_000));
    const responses = await Promise.all(
      Array.from({ length: 30 }, (_, n) => post(apps[n % 2] ?? bench.app, good())),
    );
    expect(responses.filter(({ status }) => status === 201)).toHaveLength(10);
    expect(responses.filter(({ status }) => status === 409)).toHaveLength(20);
    expect((await channel('open')).responses.counted).toBe(10);
  });

  it('pauses a channel with a quota in every instance at once, any other where it is paused at once', async () => {
    await addChannel(round.organiser, round.slug, { code: 'square', kind: 'open', quota: 100 });
    const other = anotherInstance(60_000);
    const square = good({ channel: 'square' });
    expect((await post(other, square)).status).toBe(201);
    await change('square', { paused: true, quota: 100 });
    expect((await post(other, square)).status).toBe(409);
    await change('open', { paused: true });
    expect((await answer(good())).status).toBe(409);
  });

  it('gives a token back where the channel has become full meanwhile', async () => {
    await addChannel(round.organiser, round.slug, { code: 'deputies', kind: 'invited', quota: 1 });
    const { tokens } = await issue(round.organiser, round.slug, { channel: 'deputies', count: 2 });
    const other = anotherInstance(60_000);
    const send = (app: typeof other, n: number) =>
      post(app, good({ token: tokens[n]?.token }), { 'idempotency-key': `deputy-${n}` });
    // The other instance knows the channel as empty.
    expect((await post(other, good({ channel: 'nowhere' }))).status).toBe(403);
    expect((await send(bench.app, 0)).status).toBe(201);
    expect((await send(other, 1)).status).toBe(409);
    expect((await channel('deputies')).tokens).toEqual({ issued: 2, used: 1, revoked: 0 });
    await change('deputies', { quota: 2 });
    expect((await send(bench.app, 1)).status).toBe(201);
  });
});

describe('the hours of the survey', () => {
  it('hold at once in the process that changed them', async () => {
    const other = anotherInstance(60_000);
    expect((await post(other, good())).status).toBe(201);
    const headers = { cookie: round.organiser.cookie, 'content-type': 'application/json' };
    const request = { headers: { ...headers, 'sec-fetch-site': 'same-origin' } };
    const survey = (await (await other.request(`/api/v1${path()}`, request)).json()) as SurveyView;
    const { revision: expectedRevision, title, opensAt } = survey;
    const closesAt = new Date(bench.clock.now.getTime() - 1000).toISOString();
    const body = JSON.stringify({ expectedRevision, title, opensAt, closesAt });
    const changed = await other.request(`/api/v1${path()}`, { ...request, method: 'PUT', body });
    expect(changed.status, await changed.clone().text()).toBe(200);
    expect((await post(other, good())).status).toBe(409);
  });
});

describe('a staffed tablet', () => {
  it('answers by the secret in its address, until it gets another', async () => {
    await addChannel(round.organiser, round.slug, { code: 'hall', kind: 'staffed' });
    expect(await channel('hall')).toMatchObject({ path: null, hasAddress: false });
    const address = async () => {
      const response = await round.organiser.call('POST', `${path()}/channels/hall/address`);
      return new URL(((await response.json()) as { path: string }).path, 'http://x').searchParams;
    };
    const send = (secret?: string | null) => answer(good({ channel: 'hall', secret: secret ?? undefined }));
    expect((await send('guessed')).status).toBe(403);
    const first = await address();
    expect(first.get('c')).toBe('hall');
    expect((await send(first.get('k'))).status).toBe(201);
    expect((await channel('hall')).hasAddress).toBe(true);
    const second = await address();
    expect((await send(first.get('k'))).status).toBe(403);
    expect((await send(second.get('k'))).status).toBe(201);
    expect((await send()).status).toBe(403);
    expect((await round.organiser.call('POST', `${path()}/channels/open/address`)).status).toBe(404);
  });
});

/** Another process on the same database, which reads what others change after so long. */
function anotherInstance(definitionsMaxAgeMs: number) {
  const limits = { all: 1_000_000, unproven: 1_000_000, wrongTokens: 1_000_000 };
  const intake = createIntake(bench.database, { definitionsMaxAgeMs, limits });
  return createApp({ ...bench.deps, intake });
}

function post(app: ReturnType<typeof createApp>, body: unknown, headers: Record<string, string> = {}) {
  return Promise.resolve(
    app.request(`/api/v1/public/surveys/${round.slug}/responses`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'sec-fetch-site': 'same-origin', ...headers },
      body: JSON.stringify(body),
    }),
  );
}
