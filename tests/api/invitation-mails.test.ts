import { createApp, openSmtp, type MailTransport } from '@gongping/api';
import type { InvitationMails, InvitationView, IssuedTokens, Problem } from '@gongping/contracts';
import { schema } from '@gongping/db';
import pino from 'pino';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { useBench } from '../support/app.ts';
import { deliverInvitations, mailSite } from '../support/invitation-mails.ts';
import { addChannel, issue, plainChannel } from '../support/invitations.ts';
import { mailedToken, mailText, startMailServer, type MailServer } from '../support/mail-server.ts';
import { createRound, type Round } from '../support/round.ts';

/** Everything that the application has logged. */
const logged: string[] = [];
const logger = pino({ level: 'trace' }, { write: (line: string) => void logged.push(line) });
const bench = useBench({ mail: { enabled: true }, logger });
const start = new Date('2020-10-12T02:00:00Z');
let server: MailServer;
let transport: MailTransport;
let round: Round;
let channels = 0;
/** A channel that only the test at hand uses. */
let channel = '';

beforeAll(async () => {
  server = await startMailServer();
  transport = openSmtp({ url: server.url, from: '公评 <gongping@example.cn>' });
  round = await createRound(bench, { units: ['C01', 'C04'], phase: 'plan' });
});
afterAll(async () => {
  transport.close();
  await server.close();
});
beforeEach(async () => {
  channels += 1;
  channel = `deputies-${channels}`;
  await addChannel(round.organiser, round.slug, { code: channel, kind: 'invited', group: 'C' });
});
afterEach(() => {
  bench.clock.now = start;
  server.taken.length = 0;
  server.refusals.clear();
});

const path = () => `/assessments/${round.slug}/survey`;
const address = (n: number) => `p${n}@example.cn`;
const later = (minutes: number) => {
  bench.clock.now = new Date(bench.clock.now.getTime() + minutes * 60_000);
};
const deliver = () => deliverInvitations(bench, transport);
const none = { sent: 0, postponed: 0, failed: 0, dropped: 0 };

const invite = (count: number, emailOf: (n: number) => string | null = address): Promise<IssuedTokens> =>
  issue(round.organiser, round.slug, { channel, count, emailOf });

async function queue(body: object, of = `channels/${channel}`): Promise<number | string> {
  const response = await round.organiser.call('POST', `${path()}/${of}/mails`, body);
  const told = (await response.json()) as { queued?: number; code?: string };
  return told.queued ?? told.code ?? response.status;
}
const send = (changes: object = {}) => queue({ to: 'unsent', language: 'zh', ...changes });

async function progress(): Promise<InvitationMails> {
  const response = await round.organiser.call('GET', `${path()}/channels/${channel}/mails`);
  expect(response.status).toBe(200);
  return (await response.json()) as InvitationMails;
}
const holdersOf = async (id: string) =>
  ((await (await round.organiser.call('GET', `${path()}/invitations/${id}`)).json()) as InvitationView)
    .holders;

let requests = 0;
function use(token: string): Promise<Response> {
  requests += 1;
  const body = { unit: 'C01', answers: { Q3: 80 }, token };
  const key = { 'idempotency-key': `use-${requests}` };
  return bench.anonymous('POST', `/public/surveys/${round.slug}/responses`, body, key);
}

describe('inviting by e-mail', () => {
  it('sends everybody with an address a link of their own that is good for one answer', async () => {
    await invite(3, (n) => (n === 2 ? null : address(n)));
    expect(await progress()).toMatchObject({ enabled: true, unsent: 2, sent: 0, withoutAddress: 1 });
    expect(await send()).toBe(2);
    expect(await progress()).toMatchObject({ unsent: 0, waiting: 2, sent: 0 });
    expect(await deliver()).toEqual({ ...none, sent: 2 });
    expect(await progress()).toMatchObject({ unsent: 0, waiting: 0, sent: 2, withoutAddress: 1 });

    const mails = new Map(server.taken.map((mail) => [mail.to, mail]));
    expect([...mails.keys()].sort()).toEqual([address(0), address(1)]);
    const texts = [...mails.values()].map(mailText).sort();
    for (const [n, text] of texts.entries()) {
      expect(text).toContain(`代表00${n + 1}：`);
      expect(text).toContain('您选择的一个单位');
      expect(text).toContain(`${mailSite}/s/${round.slug}?t=`);
    }
    const tokens = server.taken.map(mailedToken);
    expect(new Set(tokens).size).toBe(2);
    expect((await use(tokens[0] ?? '')).status).toBe(201);
    expect((await use(tokens[0] ?? '')).status).toBe(403);
    expect((await use(tokens[1] ?? '')).status).toBe(201);
  });

  it('writes to nobody twice unless it is asked to', async () => {
    const { invitationId } = await invite(2);
    await send();
    expect(await send()).toBe(0);
    await deliver();
    expect(await send()).toBe(0);
    const [first] = await holdersOf(invitationId);
    const chosen = { tokens: [first?.id], language: 'zh' };
    expect(await queue(chosen, `invitations/${invitationId}`)).toBe(1);
    expect(await deliver()).toEqual({ ...none, sent: 1 });
    const ofFirst = server.taken.filter(({ to }) => to === address(0)).map(mailedToken);
    expect(ofFirst).toHaveLength(2);
    // Who is sent two under one name may be shown the first alone, and the newest link is the one that is good.
    const names = server.taken.map(({ source }) => /^Message-ID: (.*)$/im.exec(source)?.[1]);
    expect(new Set(names).size).toBe(3);
    expect((await use(ofFirst[0] ?? '')).status).toBe(403);
    expect((await use(ofFirst[1] ?? '')).status).toBe(201);
  });

  it('puts the slip of before out of use, and lets nobody answer twice', async () => {
    const { tokens } = await invite(2);
    const [answered = '', waiting = ''] = tokens.map(({ token }) => token);
    expect((await use(answered)).status).toBe(201);
    await send();
    await deliver();
    const mailed = new Map(server.taken.map((mail) => [mail.to, mailedToken(mail)]));
    expect((await use(mailed.get(address(0)) ?? '')).status).toBe(403);
    expect((await use(waiting)).status).toBe(403);
    expect((await use(mailed.get(address(1)) ?? '')).status).toBe(201);
  });

  it('speaks the language that was chosen, in the organiser’s own words', async () => {
    const words = { subject: 'Your opinion, {name}', body: 'About {unit}, until {until}: {link}' };
    const template = { kind: 'survey-invitation', language: 'en', words };
    expect((await round.organiser.call('PUT', '/mail/templates', template)).status).toBe(200);
    await issue(round.organiser, round.slug, { channel, count: 1, units: ['C04'], emailOf: address });
    await send({ language: 'en' });
    await deliver();
    await round.organiser.call('PUT', '/mail/templates', { ...template, words: null });
    const [mail] = server.taken;
    const text = mailText(mail ?? { source: '' });
    expect(text).toMatch(/^About Lusong District|^About \w+ District/);
    expect(text).toContain('until 2020-');
    expect(text).toContain(`${mailSite}/s/${round.slug}/C04?t=`);
  });

  it('is refused without a mail server, in a channel without tokens, and in one that has closed', async () => {
    await invite(1);
    const settings = { ...plainChannel, group: 'C', closesAt: '2020-10-11T00:00:00Z', expectedRevision: 1 };
    await round.organiser.call('PUT', `${path()}/channels/${channel}`, settings);
    expect(await send()).toBe('channel-closed');
    expect(await queue({ to: 'unsent', language: 'zh' }, 'channels/open')).toBe('not-found');
    const response = await round.organiser.call('POST', `${path()}/channels/${channel}/mails`, {
      to: 'everybody',
      language: 'zh',
    });
    expect(response.status).toBe(422);
  });
});

describe('an invitation that does not go', () => {
  it('is tried again later with a token of its own, under another name', async () => {
    server.refusals.set(address(0), { code: 451, text: 'try again' });
    await invite(1);
    await send();
    expect(await deliver()).toEqual({ ...none, postponed: 1 });
    expect(await progress()).toMatchObject({
      waiting: 1,
      failures: [{ holder: '代表001', failure: 'EENVELOPE 451', isGivenUp: false }],
    });
    server.refusals.clear();
    expect(await deliver()).toEqual(none);
    later(1);
    expect(await deliver()).toEqual({ ...none, sent: 1 });
    expect(await progress()).toMatchObject({ sent: 1, failures: [] });
    expect((await use(mailedToken(server.taken[0] ?? { source: '' }))).status).toBe(201);
    expect(server.taken[0]?.source).toMatch(/^Message-ID: <[0-9a-f-]{36}\.2@example\.cn>/im);
  });

  it('is given up where the address is refused for good, says why, and can be sent again', async () => {
    server.refusals.set(address(0), { code: 550, text: `no such user ${address(0)}` });
    const { invitationId } = await invite(2);
    await send();
    expect(await deliver()).toEqual({ ...none, sent: 1, failed: 1 });
    expect(await progress()).toMatchObject({
      sent: 1,
      failed: 1,
      failures: [{ invitationId, holder: '代表001', failure: 'EENVELOPE 550', isGivenUp: true }],
    });
    expect(await holdersOf(invitationId)).toMatchObject([
      { mail: 'failed', mailFailure: 'EENVELOPE 550' },
      { mail: 'sent', mailFailure: null },
    ]);
    expect(await send()).toBe(0);
    server.refusals.clear();
    expect(await send({ to: 'failed' })).toBe(1);
    expect(await deliver()).toEqual({ ...none, sent: 1 });
    expect(await progress()).toMatchObject({ sent: 2, failed: 0, failures: [] });
  });

  it('is dropped where its holder was withdrawn, was given a slip, or the channel has closed', async () => {
    const { invitationId } = await invite(2);
    await send();
    const [first, second] = await holdersOf(invitationId);
    const of = `${path()}/invitations/${invitationId}`;
    await round.organiser.call('POST', `${of}/withdrawal`, { tokens: [first?.id] });
    const slips = await round.organiser.call('POST', `${of}/reissue`, { tokens: [second?.id] });
    const [slip] = ((await slips.json()) as IssuedTokens).tokens;
    expect(await deliver()).toEqual({ ...none, dropped: 1 });
    expect(await progress()).toMatchObject({ unsent: 1, waiting: 0, sent: 0 });
    expect((await use(slip?.token ?? '')).status).toBe(201);

    await send();
    bench.clock.now = new Date('2021-02-01T00:00:00Z');
    expect(await deliver()).toEqual({ ...none, dropped: 1 });
    expect(server.taken).toEqual([]);
  });

  it('goes once where several instances send at once', async () => {
    await invite(24);
    await send();
    await Promise.all([deliver(), deliver(), deliver()]);
    expect(server.taken.map(({ to }) => to).sort()).toEqual(
      Array.from({ length: 24 }, (_each, n) => address(n)).sort(),
    );
    for (const mail of server.taken.slice(0, 3)) expect((await use(mailedToken(mail))).status).toBe(201);
  });
});

it('neither the outbox, nor the log of the assessment, nor that of the server holds a link or an address', async () => {
  await invite(2);
  await send();
  const outbox = () => bench.database.db.select().from(schema.mailOutbox);
  const waiting = JSON.stringify(await outbox());
  await deliver();
  const gone = JSON.stringify(await outbox());
  const audit = await (await round.organiser.call('GET', `/assessments/${round.slug}/audit`)).text();
  expect(audit).toContain('invitation.mail');
  const tokens = server.taken.map(mailedToken);
  for (const text of [waiting, gone, audit, logged.join('')]) {
    expect(text).not.toContain('@example.cn');
    expect(text).not.toContain('?t=');
    for (const token of tokens) expect(text).not.toContain(token);
  }
});

it('without a mail server says so', async () => {
  const app = createApp({ ...bench.deps, mail: { enabled: false } });
  const response = await app.request(`/api/v1${path()}/channels/${channel}/mails`, {
    method: 'POST',
    headers: {
      cookie: round.organiser.cookie,
      'content-type': 'application/json',
      'sec-fetch-site': 'same-origin',
    },
    body: JSON.stringify({ to: 'unsent', language: 'zh' }),
  });
  expect([response.status, ((await response.json()) as Problem).code]).toEqual([409, 'mail-not-set']);
});
