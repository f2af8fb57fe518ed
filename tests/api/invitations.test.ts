import type { InvitationView, invitationList, inviteeList, IssuedTokens, Problem } from '@gongping/contracts';
import { createApp, createIntake } from '@gongping/api';
import { xlsxWorkbook } from '@gongping/tables';
import { beforeAll, describe, expect, it } from 'vitest';
import type { z } from 'zod';
import { useBench } from '../support/app.ts';
import { addChannel, issue } from '../support/invitations.ts';
import { createRound, type Round } from '../support/round.ts';

const bench = useBench();
let round: Round;
beforeAll(async () => {
  round = await createRound(bench, { units: ['C01', 'C04'], phase: 'plan' });
  await addChannel(round.organiser, round.slug, { code: 'deputies', kind: 'invited', group: 'C' });
  await addChannel(round.organiser, round.slug, { code: 'peers', kind: 'peer', group: 'F' });
});

const path = () => `/assessments/${round.slug}/survey`;
let requests = 0;
function use(token: string, changes: { unit?: string; key?: string } = {}): Promise<Response> {
  requests += 1;
  const { unit = 'C01', key = `use-${requests}` } = changes;
  const body = { unit, answers: { Q3: 80, Q11: 60 }, token };
  return bench.anonymous('POST', `/public/surveys/${round.slug}/responses`, body, { 'idempotency-key': key });
}
const tokensOf = ({ tokens }: IssuedTokens) => tokens.map(({ token }) => token);
const view = async (id: string) =>
  (await (await round.organiser.call('GET', `${path()}/invitations/${id}`)).json()) as InvitationView;

describe('issuing tokens', () => {
  it('gives each person one of more than 100 bits, in letters that are not mistaken', async () => {
    const { tokens } = await issue(round.organiser, round.slug, { channel: 'deputies', count: 40 });
    expect(new Set(tokens.map(({ token }) => token)).size).toBe(40);
    for (const { token, path: page } of tokens) {
      // 24 letters of 29: 24 × log2(29) = 116.6 bits.
      expect(token).toMatch(/^([3-9A-HJ-KMNP-Y]{4}-){5}[3-9A-HJ-KMNP-Y]{4}$/);
      expect(page).toBe(`/s/${round.slug}?t=${token}`);
    }
  });

  it('gives one for each unit where units are chosen, and for their own to those who have one', async () => {
    const body = {
      title: '同行',
      channel: 'peers',
      units: ['C01', 'C04'],
      people: [
        { holder: '甲', email: null, unit: null },
        { holder: '乙', email: 'b@example.cn', unit: 'C04' },
      ],
    };
    const response = await round.organiser.call('POST', `${path()}/invitations`, body);
    const { tokens } = (await response.json()) as IssuedTokens;
    expect(tokens.map(({ holder, unit }) => [holder, unit])).toEqual([
      ['甲', 'C01'],
      ['甲', 'C04'],
      ['乙', 'C04'],
    ]);
    expect(tokens[0]?.path).toBe(`/s/${round.slug}/C01?t=${tokens[0]?.token}`);
  });

  it('stores no token', async () => {
    const [token = ''] = tokensOf(
      await issue(round.organiser, round.slug, { channel: 'deputies', count: 1 }),
    );
    const { rows } = await bench.database.pool.query<{ found: boolean }>(
      `SELECT bool_or(t::text LIKE '%${token}%' OR t::text LIKE '%${token.replaceAll('-', '')}%') AS found
         FROM survey_tokens t`,
    );
    expect(rows[0]?.found).toBe(false);
  });

  it.each([
    ['a channel without tokens', { channel: 'open' }, 'channel'],
    ['a unit that is not assessed', { units: ['Z99'] }, 'units.0'],
    [
      'a unit of a person that is not assessed',
      { people: [{ holder: '甲', email: null, unit: 'Z9' }] },
      'people.0.unit',
    ],
  ])('refuses %s and issues nothing', async (_name, changes, field) => {
    const people = [{ holder: '甲', email: null, unit: null }];
    const body = { title: '名单', channel: 'deputies', units: [], people, ...changes };
    const before = await (await round.organiser.call('GET', `${path()}/invitations`)).text();
    const response = await round.organiser.call('POST', `${path()}/invitations`, body);
    expect(response.status).toBe(422);
    expect(((await response.json()) as Problem).errors?.[0]?.path).toBe(field);
    expect(await (await round.organiser.call('GET', `${path()}/invitations`)).text()).toBe(before);
  });
});

describe('using a token', () => {
  it('takes one answer, and the same request again', async () => {
    const [token = ''] = tokensOf(
      await issue(round.organiser, round.slug, { channel: 'deputies', count: 1 }),
    );
    const first = await use(token, { key: 'mine' });
    expect(first.status).toBe(201);
    const again = await use(token, { key: 'mine' });
    expect([again.status, await again.json()]).toEqual([200, await first.json()]);
    expect((await use(token)).status).toBe(403);
  });

  it('takes it in small letters and without hyphens, as people type', async () => {
    const [token = ''] = tokensOf(
      await issue(round.organiser, round.slug, { channel: 'deputies', count: 1 }),
    );
    expect((await use(token.toLowerCase().replaceAll('-', ' '))).status).toBe(201);
    expect((await use(token)).status).toBe(403);
  });

  it('answers about its own unit only', async () => {
    const options = { channel: 'peers', count: 1, units: ['C04'] };
    const [token = ''] = tokensOf(await issue(round.organiser, round.slug, options));
    expect((await use(token, { unit: 'C01' })).status).toBe(404);
    expect((await use(token, { unit: 'C04' })).status).toBe(201);
  });

  it('asks for a key, whether or not there is such a token', async () => {
    const [token = ''] = tokensOf(
      await issue(round.organiser, round.slug, { channel: 'deputies', count: 1 }),
    );
    const refusals = await Promise.all(
      [token, 'none'].map(async (each) => {
        const body = { unit: 'C01', answers: { Q3: 80 }, token: each };
        return (await bench.anonymous('POST', `/public/surveys/${round.slug}/responses`, body)).status;
      }),
    );
    expect(refusals).toEqual([422, 422]);
  });

  it('answers no differently to one that never was, one that was used and one that was withdrawn', async () => {
    const issued = await issue(round.organiser, round.slug, { channel: 'deputies', count: 2 });
    const [used = '', withdrawn = ''] = tokensOf(issued);
    expect((await use(used)).status).toBe(201);
    const { holders } = await view(issued.invitationId);
    const second = holders.find(({ holder }) => holder === '代表002')?.id;
    const withdrawal = { tokens: [second] };
    await round.organiser.call('POST', `${path()}/invitations/${issued.invitationId}/withdrawal`, withdrawal);
    const told = async (token: string, body: Record<string, unknown>) => {
      requests += 1;
      const response = await bench.anonymous(
        'POST',
        `/public/surveys/${round.slug}/responses`,
        { unit: 'C01', answers: { Q3: 80 }, token, ...body },
        { 'idempotency-key': `told-${requests}`, 'x-request-id': 'the-same' },
      );
      const text = (await response.text()).replaceAll(/"requestId":"[^"]*"/g, '');
      return [response.status, text.replaceAll(/[0-9a-f-]{36}/g, '')];
    };
    const bodies = [{}, { unit: 'Z99' }, { answers: { Q3: 'wrong' } }, { channel: 'open' }];
    for (const body of bodies) {
      const unknown = await told('3333-3333-3333-3333-3333-3333', body);
      expect(unknown[0]).toBe(403);
      expect(await told(used, body)).toEqual(unknown);
      expect(await told(withdrawn, body)).toEqual(unknown);
    }
  });

  it('lets nobody guess for long, while others of the same address go on with theirs', async () => {
    const limits = { all: 1_000_000, unproven: 1_000_000, wrongTokens: 5 };
    // Another survey, where nobody has tried anything yet.
    const { organiser, slug } = await createRound(bench, { units: ['C01'], phase: 'plan' });
    await addChannel(organiser, slug, { code: 'deputies', kind: 'invited', group: 'C' });
    const intake = () => createIntake(bench.database, { definitionsMaxAgeMs: 0, limits });
    const apps = [
      createApp({ ...bench.deps, intake: intake() }),
      createApp({ ...bench.deps, intake: intake() }),
    ];
    const issued = tokensOf(await issue(organiser, slug, { channel: 'deputies', count: 9 }));
    const send = async (n: number, token: string) => {
      const response = await apps[n % 2]?.request(`/api/v1/public/surveys/${slug}/responses`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'idempotency-key': `guess-${n}-${token}` },
        body: JSON.stringify({ unit: 'C01', answers: { Q3: 80 }, token }),
      });
      return response?.status;
    };
    for (const [n, token] of issued.slice(0, 8).entries()) expect(await send(n, token)).toBe(201);
    const guesses = await Promise.all(
      Array.from({ length: 20 }, (_, n) => send(n, `4444-4444-4444-4444-4444-44${String(33 + n)}`)),
    );
    expect(guesses.filter((status) => status === 403)).toHaveLength(5);
    expect(guesses.filter((status) => status === 429)).toHaveLength(15);
    // Nor does one that is right pass then: whoever guesses learns nothing more.
    expect(await send(1, issued[8] ?? '')).toBe(429);
  });
});

describe('withdrawing and issuing anew', () => {
  it('tells nobody who has answered', async () => {
    const issued = await issue(round.organiser, round.slug, { channel: 'deputies', count: 3 });
    const [used = ''] = tokensOf(issued);
    const before = JSON.stringify((await view(issued.invitationId)).holders);
    expect((await use(used)).status).toBe(201);
    expect(JSON.stringify((await view(issued.invitationId)).holders)).toBe(before);
  });

  it('withdraws what is lost; an answer that was given stays', async () => {
    const issued = await issue(round.organiser, round.slug, { channel: 'deputies', count: 2 });
    const [used = '', lost = ''] = tokensOf(issued);
    expect((await use(used, { key: 'kept' })).status).toBe(201);
    const tokens = (await view(issued.invitationId)).holders.map(({ id }) => id);
    const address = `${path()}/invitations/${issued.invitationId}/withdrawal`;
    expect(await (await round.organiser.call('POST', address, { tokens })).json()).toEqual({ withdrawn: 2 });
    expect((await use(lost)).status).toBe(403);
    expect((await use(used, { key: 'kept' })).status).toBe(200);
    expect(await view(issued.invitationId)).toMatchObject({ tokens: 2, used: 1, revoked: 2 });
  });

  it('puts new tokens in the place of lost ones; who has answered cannot answer again', async () => {
    const issued = await issue(round.organiser, round.slug, { channel: 'deputies', count: 2 });
    const [used = '', lost = ''] = tokensOf(issued);
    expect((await use(used)).status).toBe(201);
    const tokens = (await view(issued.invitationId)).holders.map(({ id }) => id);
    const address = `${path()}/invitations/${issued.invitationId}/reissue`;
    const fresh = (await (await round.organiser.call('POST', address, { tokens })).json()) as IssuedTokens;
    expect(fresh.tokens.map(({ holder }) => holder)).toEqual(['代表001', '代表002']);
    const [ofUsed = '', ofLost = ''] = tokensOf(fresh);
    expect((await use(lost)).status).toBe(403);
    expect((await use(ofUsed)).status).toBe(403);
    expect((await use(ofLost)).status).toBe(201);
    expect(await view(issued.invitationId)).toMatchObject({ tokens: 2, used: 2, revoked: 0 });
  });

  it('lists invitations newest first with their counts', async () => {
    const { invitationId } = await issue(round.organiser, round.slug, { channel: 'peers', count: 7 });
    const response = await round.organiser.call('GET', `${path()}/invitations`);
    const { invitations } = (await response.json()) as z.infer<typeof invitationList>;
    expect(invitations.find(({ id }) => id === invitationId)).toMatchObject({
      channel: 'peers',
      tokens: 7,
      used: 0,
      revoked: 0,
    });
  });
});

describe('reading a list of people', () => {
  const send = async (form: Record<string, string | File>) => {
    const data = new FormData();
    for (const [name, value] of Object.entries(form)) data.set(name, value);
    return round.organiser.call('POST', `${path()}/invitation-lists`, data);
  };
  const people = [
    { holder: '张三', email: 'z@example.cn', unit: 'C01' },
    { holder: '李四', email: null, unit: null },
  ];

  it('reads a workbook, a CSV file and what was pasted alike', async () => {
    const unit = round.unit('C01');
    const rows = [
      ['张三', 'z@example.cn', unit.name.zh],
      ['李四', '', ''],
    ];
    const columns = [
      { name: 'holder', label: '姓名' },
      { name: 'email', label: '邮箱' },
      { name: 'unit', label: '单位' },
    ];
    const workbook = await xlsxWorkbook([{ shape: { name: 'people', label: '名单', columns }, rows }]);
    const given = [
      { file: new File([workbook], '名单.xlsx') },
      { file: new File(['holder,email,unit\n张三,z@example.cn,C01\n李四,,\n'], 'list.csv') },
      { text: `张三\tz@example.cn\t${unit.name.zh}\n李四\t\t` },
      { text: '张三，z@example.cn，C01\n李四' },
    ];
    for (const form of given) {
      const response = await send(form);
      expect(response.status, await response.clone().text()).toBe(200);
      expect((await response.json()) as z.infer<typeof inviteeList>).toEqual({ people });
    }
  });

  it('tells everything that is wrong by row and column, and takes nothing', async () => {
    const response = await send({
      text: '张三\tnowhere\t\n\tx@example.cn\t\n李四\t\t无此单位\n王五\t\t\n王五\t\t',
    });
    expect(response.status).toBe(422);
    const { code, cells } = (await response.json()) as Problem;
    expect(code).toBe('tables-invalid');
    expect(cells?.map(({ row, column }) => [row, column])).toEqual([
      [1, '邮箱'],
      [2, '姓名'],
      [3, '单位'],
      [5, '姓名'],
    ]);
  });
});
