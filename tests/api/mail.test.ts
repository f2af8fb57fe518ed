import {
  deliverMails,
  enqueueMails,
  notify,
  openSmtp,
  writeInvitation,
  type MailTransport,
} from '@gongping/api';
import type { MailView, User } from '@gongping/contracts';
import { schema } from '@gongping/db';
import { eq } from 'drizzle-orm';
import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { useBench, type Person } from '../support/app.ts';
import { mailText, startMailServer, type MailServer } from '../support/mail-server.ts';
import { createRound, type Round } from '../support/round.ts';

const bench = useBench();
const site = 'https://gongping.example.cn';
const start = new Date('2020-10-12T02:00:00Z');
let server: MailServer;
let transport: MailTransport;
let round: Round;

beforeAll(async () => {
  server = await startMailServer();
  transport = openSmtp({ url: server.url, from: '公评 <gongping@example.cn>' });
  round = await createRound(bench, { units: ['C01', 'C04'] });
});

afterAll(async () => {
  transport.close();
  await server.close();
});

afterEach(async () => {
  bench.clock.now = start;
  server.taken.length = 0;
  server.refusals.clear();
  await bench.database.db.delete(schema.inboxMessages);
});

/** Somebody with an address. */
async function reader(email: string | null, mailLanguage: 'zh' | 'en' = 'zh'): Promise<Person> {
  const person = await bench.person([{ role: 'evaluator', assessmentId: round.assessmentId }]);
  const response = await person.call('PUT', '/session/contact', { email, mailLanguage });
  expect(response.status).toBe(200);
  return person;
}

const tell = (person: Person, values: Record<string, string> = {}) =>
  bench.database.db.transaction((tx) =>
    notify(tx, {
      kind: 'reminder',
      assessmentId: round.assessmentId,
      userIds: [person.id],
      occasion: randomUUID(),
      values: { sender: '刘敏华', text: '请补齐佐证。', ...values },
      path: `/work/assessments/${round.slug}/scoring`,
      at: bench.clock.now,
    }),
  );

const enqueue = () => enqueueMails(bench.database.db, { now: bench.clock.now, site });
const deliver = (by: MailTransport = transport) =>
  deliverMails(bench.database.db, {
    clock: () => bench.clock.now,
    transport: by,
    invitation: (due) => writeInvitation(bench.database.db, due, { now: bench.clock.now, site }),
  });
const outbox = () => bench.database.db.select().from(schema.mailOutbox);
const later = (minutes: number) => {
  bench.clock.now = new Date(bench.clock.now.getTime() + minutes * 60_000);
};
const none = { sent: 0, postponed: 0, failed: 0, dropped: 0 };

const textOf = (source: string) => mailText({ source });

describe('a message', () => {
  it('goes by e-mail to who has an address, in their language, with a link into the site', async () => {
    await tell(await reader('li@example.cn'));
    await tell(await reader('wang@example.cn', 'en'));
    await tell(await reader(null));
    expect(await enqueue()).toBe(2);
    expect(await deliver()).toEqual({ ...none, sent: 2 });
    const mails = new Map(server.taken.map(({ to, source }) => [to, source]));
    expect([...mails.keys()].sort()).toEqual(['li@example.cn', 'wang@example.cn']);
    const text = textOf(mails.get('li@example.cn') ?? '');
    expect(text).toContain('请补齐佐证。');
    expect(text).toContain(`${site}/work/assessments/${round.slug}/scoring`);
    expect(mails.get('wang@example.cn')).toMatch(/Subject:.*reminder/i);
    expect(textOf(mails.get('wang@example.cn') ?? '')).toContain('Dear ');
    // Nothing of it is kept once it has gone, and it does not go twice.
    expect((await outbox()).map(({ state, subject, body }) => [state, subject, body])).toEqual([
      ['sent', '', ''],
      ['sent', '', ''],
    ]);
    expect(await enqueue()).toBe(0);
    expect(await deliver()).toEqual(none);
  });

  it('that was read, or is older than a week, does not', async () => {
    const quick = await reader('quick@example.cn');
    await tell(quick);
    await quick.call('POST', '/inbox/read', { ids: null });
    await tell(await reader('slow@example.cn'));
    later(7 * 24 * 60 + 1);
    expect(await enqueue()).toBe(0);
  });

  it('cannot put lines into the head of the mail', async () => {
    const subject = '{sender}';
    const organiser = await bench.person([{ role: 'organiser' }]);
    const words = { subject, body: '{text}' };
    await organiser.call('PUT', '/mail/templates', { kind: 'reminder', language: 'zh', words });
    await tell(await reader('li@example.cn'), { sender: 'x\r\nBcc: spy@example.cn' });
    await organiser.call('PUT', '/mail/templates', { kind: 'reminder', language: 'zh', words: null });
    await enqueue();
    await deliver();
    expect(server.taken.map(({ to }) => to)).not.toContain('spy@example.cn');
    expect(server.taken.every(({ source }) => !/^Bcc:/im.test(source))).toBe(true);
  });
});

describe('delivery', () => {
  it('tries again later where the server is busy, with longer pauses, and gives up in the end', async () => {
    server.refusals.set('busy@example.cn', { code: 451, text: 'try again' });
    await tell(await reader('busy@example.cn'));
    await enqueue();
    expect(await deliver()).toEqual({ ...none, postponed: 1 });
    expect(await deliver()).toEqual(none);
    later(1);
    expect(await deliver()).toEqual({ ...none, postponed: 1 });
    later(4);
    expect(await deliver()).toEqual(none);
    later(1);
    server.refusals.clear();
    expect(await deliver()).toEqual({ ...none, sent: 1 });
    expect(server.taken.map(({ to }) => to)).toEqual(['busy@example.cn']);

    server.refusals.set('busy@example.cn', { code: 451, text: 'try again' });
    await tell(await reader('busy@example.cn'));
    await enqueue();
    const outcomes = [];
    for (let attempt = 1; attempt <= 8; attempt += 1) {
      outcomes.push(await deliver());
      later(24 * 60);
    }
    expect(outcomes.at(-2)).toEqual({ ...none, postponed: 1 });
    expect(outcomes.at(-1)).toEqual({ ...none, failed: 1 });
    expect((await outbox()).find(({ state }) => state === 'failed')?.failure).toMatch(/^E\w+ 451$/);
  });

  it('does not insist where the address is refused for good, nor write to one that is gone', async () => {
    server.refusals.set('gone@example.cn', { code: 550, text: 'no such user gone@example.cn' });
    await tell(await reader('gone@example.cn'));
    const moved = await reader('moved@example.cn');
    await tell(moved);
    await enqueue();
    await moved.call('PUT', '/session/contact', { email: null, mailLanguage: 'zh' });
    expect(await deliver()).toEqual({ ...none, failed: 1, dropped: 1 });
    // The server's words name the address: they are not kept.
    expect(JSON.stringify(await outbox())).not.toContain('gone@example.cn');
  });

  it('survives a process that dies while it sends: another takes over after the lease', async () => {
    await tell(await reader('li@example.cn'));
    await enqueue();
    const dying: MailTransport = { send: () => new Promise(() => {}), close: () => {} };
    // Nothing ever comes back from it.
    void deliver(dying);
    await expect.poll(async () => (await outbox())[0]?.attempts).toBe(1);
    expect(await deliver()).toEqual(none);
    later(15);
    expect(await deliver()).toEqual({ ...none, sent: 1 });
    expect(server.taken).toHaveLength(1);
  });

  it('of several instances at once sends each mail once', async () => {
    const people = await Promise.all(
      Array.from({ length: 12 }, (_each, number) => reader(`p${number}@example.cn`)),
    );
    for (const person of people) await tell(person);
    await Promise.all([enqueue(), enqueue()]);
    await Promise.all([deliver(), deliver(), deliver()]);
    await deliver();
    expect(server.taken.map(({ to }) => to).sort()).toEqual(people.map((_p, n) => `p${n}@example.cn`).sort());
  });
});

describe('templates', () => {
  it('are worded by organisers of the platform, and go back to the product’s words', async () => {
    const organiser = await bench.person([{ role: 'organiser' }]);
    const put = async (words: unknown) => {
      const response = await organiser.call('PUT', '/mail/templates', {
        kind: 'reminder',
        language: 'zh',
        words,
      });
      return { status: response.status, body: (await response.json()) as MailView & { errors?: unknown } };
    };
    const own = ({ templates }: MailView) =>
      templates.find(({ kind, language }) => kind === 'reminder' && language === 'zh');
    const changed = await put({ subject: '催办：{assessment}', body: '{name}同志：{text}' });
    expect(own(changed.body)).toMatchObject({ subject: '催办：{assessment}', edited: true });
    await tell(await reader('li@example.cn'));
    await enqueue();
    await deliver();
    expect(textOf(server.taken[0]?.source ?? '')).toMatch(/同志：请补齐佐证。/);

    const refused = await put({ subject: '{assesment}', body: '{text} {phase}' });
    expect(refused.status).toBe(422);
    expect(refused.body.errors).toMatchObject([{ path: 'words.subject' }, { path: 'words.body' }]);
    expect(own((await put(null)).body)).toMatchObject({ edited: false });
  });

  it('are not for organisers of one assessment', async () => {
    const local = await bench.person([{ role: 'organiser', assessmentId: round.assessmentId }]);
    expect((await local.call('GET', '/mail')).status).toBe(403);
  });
});

it('an address is its owner’s and the platform organiser’s to set; the log does not hold it', async () => {
  const organiser = await bench.person([{ role: 'organiser' }]);
  const person = await bench.person([]);
  const patched = await organiser.call('PATCH', `/users/${person.id}`, { email: 'zhao@example.cn' });
  expect(((await patched.json()) as User).email).toBe('zhao@example.cn');
  expect(await (await person.call('GET', '/session/contact')).json()).toEqual({
    email: 'zhao@example.cn',
    mailLanguage: 'zh',
  });
  expect((await person.call('PUT', '/session/contact', { email: 'zhao', mailLanguage: 'zh' })).status).toBe(
    422,
  );
  const entries = await bench.database.db
    .select()
    .from(schema.auditEntries)
    .where(eq(schema.auditEntries.scope, 'platform'));
  expect(JSON.stringify(entries)).not.toContain('@example.cn');
});
