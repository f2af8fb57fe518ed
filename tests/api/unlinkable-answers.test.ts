import { mixUsedTokens, openSmtp } from '@gongping/api';
import type { InvitationView, IssuedTokens } from '@gongping/contracts';
import { createHash, createHmac, randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { useBench } from '../support/app.ts';
import { inversions, orderProbability } from '../support/inversions.ts';
import { deliverInvitations } from '../support/invitation-mails.ts';
import { addChannel, issue } from '../support/invitations.ts';
import { mailedToken, startMailServer } from '../support/mail-server.ts';
import { createRound, type Round } from '../support/round.ts';

/**
 * Somebody has the whole database, every token with its holder (whoever prints the slips has, and every mail server that
 * an invitation went through), and knows in which order the tokens were used. Nothing of it may lead from a token to its
 * answer.
 */
const bench = useBench({ mail: { enabled: true } });
const uses = 60;
let round: Round;
let issued: IssuedTokens;
/** Token by address, as it stood in the newest e-mail. */
const mailed = new Map<string, string>();
/** Tokens in the order in which they were used. */
let used: string[];
const keys: string[] = [];

type Row = Record<string, string | null>;

beforeAll(async () => {
  round = await createRound(bench, { units: ['C01'] });
  await addChannel(round.organiser, round.slug, { code: 'deputies', kind: 'invited', group: 'C' });
  const emailOf = (n: number) => (n % 2 === 0 ? `p${n}@example.cn` : null);
  issued = await issue(round.organiser, round.slug, { channel: 'deputies', count: uses + 20, emailOf });
  const send = { to: 'unsent', language: 'zh' };
  await mailInvitations('channels/deputies', send, '2020-10-12T01:37:21Z');
  const inHands = issued.tokens.map(({ email, token }) => mailed.get(email ?? '') ?? token);
  // Not in the order of the list, which the table may still show.
  const shuffled = inHands.sort((a, b) => (hash(a) < hash(b) ? -1 : 1));
  used = shuffled.slice(0, uses);
  for (const [n, token] of used.entries()) {
    const key = randomUUID();
    keys.push(key);
    const answers = { Q3: [100, 80, 60, 30, 0][n % 5], Q4: [100, 80, 60, 30, 0][n % 3], Q12: `意见 ${n}` };
    const body = { unit: 'C01', answers, token };
    const path = `/public/surveys/${round.slug}/responses`;
    const response = await bench.anonymous('POST', path, body, { 'idempotency-key': key });
    expect(response.status, await response.clone().text()).toBe(201);
    bench.clock.now = new Date(bench.clock.now.getTime() + 61_000);
  }
  await mailAgain(5);
});

/** Sends invitations through a real mail server at a moment, and reads their links out of them. */
async function mailInvitations(of: string, body: object, at: string): Promise<void> {
  const { now } = bench.clock;
  const server = await startMailServer();
  const transport = openSmtp({ url: server.url, from: 'gongping@example.cn' });
  bench.clock.now = new Date(at);
  const path = `/assessments/${round.slug}/survey/${of}/mails`;
  expect((await round.organiser.call('POST', path, body)).status).toBe(202);
  const { sent, ...others } = await deliverInvitations(bench, transport);
  expect([sent, others]).toEqual([server.taken.length, { postponed: 0, failed: 0, dropped: 0 }]);
  for (const mail of server.taken) mailed.set(mail.to, mailedToken(mail));
  bench.clock.now = now;
  transport.close();
  await server.close();
}

/** Writes to some again who have answered by the link of their first e-mail: their used tokens get new digests. */
async function mailAgain(people: number): Promise<void> {
  const addresses = [...mailed].filter(([, token]) => used.includes(token)).slice(0, people);
  const path = `/assessments/${round.slug}/survey/invitations/${issued.invitationId}`;
  const { holders } = (await (await round.organiser.call('GET', path)).json()) as InvitationView;
  const tokens = holders.filter(({ email }) => addresses.some(([to]) => to === email)).map(({ id }) => id);
  const body = { tokens, language: 'zh' };
  await mailInvitations(`invitations/${issued.invitationId}`, body, '2020-10-12T05:41:17Z');
  for (const [to, old] of addresses) used[used.indexOf(old)] = mailed.get(to) ?? '';
}

const hash = (text: string) => createHash('sha256').update(text).digest('hex');

async function rows(table: string, order: string): Promise<Row[]> {
  const { rows: names } = await bench.database.pool.query<{ name: string }>(
    `SELECT attname AS name FROM pg_attribute
      WHERE attrelid = '${table}'::regclass AND NOT attisdropped AND (attnum > 0 OR attname IN ('xmin', 'ctid'))`,
  );
  const columns = names.map(({ name }) => `"${name}"::text AS "${name}"`).join(', ');
  return (await bench.database.pool.query<Row>(`SELECT ${columns} FROM ${table} ORDER BY ${order}`)).rows;
}

const tokenRows = (order = 'ctid') =>
  rows('survey_tokens', order).then((all) => all.filter((row) => row['used'] === 'true'));
const answerRows = (order = 'sequence') => rows('survey_responses', order);

/** What stands in the database for the token that was used as the `n`th. */
const place = new Map<string, number>();
const useOf = (row: Row): number => place.get(row['hash'] ?? '') ?? -1;

describe('before used tokens are written anew', () => {
  it('their order would tell: the test finds what it is to find', async () => {
    used.forEach((token, n) => place.set(`\\x${hash(token.replaceAll('-', ''))}`, n));
    const byTransaction = (await tokenRows('xmin::text::bigint')).map(useOf);
    expect(byTransaction).toHaveLength(uses);
    expect(orderProbability(uses, inversions(byTransaction))).toBeLessThan(1e-9);
  });
});

describe('after that', () => {
  beforeAll(async () => {
    expect(await mixUsedTokens(bench.database, bench.clock.now)).toBe(1);
  });

  it('there is one transaction for all of them', async () => {
    expect(new Set((await tokenRows()).map(({ xmin }) => xmin)).size).toBe(1);
  });

  it('no order in which they can be read tells that of their use, nor that of the answers', async () => {
    const columns = Object.keys((await tokenRows())[0] ?? {}).filter(
      (name) => !['used', 'revoked'].includes(name),
    );
    expect(columns).toEqual(expect.arrayContaining(['ctid', 'xmin', 'hash', 'claim', 'holder']));
    for (const column of columns) {
      const order = (await tokenRows(`"${column}"::text, ctid`)).map(useOf);
      expect(orderProbability(uses, inversions(order)), column).toBeGreaterThan(1e-9);
    }
    const physical = (await tokenRows('ctid')).map(useOf);
    expect(orderProbability(uses, inversions(physical))).toBeGreaterThan(1e-9);
  });

  it('the same place in both tables is the right answer no more often than by chance', async () => {
    const useAt = new Map((await tokenRows()).map((row) => [row['ctid'], useOf(row)]));
    const right = (await answerRows()).filter((row, n) => useAt.get(row['ctid'] ?? '') === n);
    // Of 60 pairs at random one is right on average; ten or more come once in nine million times (Poisson, mean 1).
    expect(right.length).toBeLessThan(10);
  });

  it('no value of a token is in an answer, other than what all of them share', async () => {
    const tokens = await tokenRows();
    const answers = await answerRows();
    expect(answers).toHaveLength(uses);
    for (const [name, values] of valuesOf(tokens))
      for (const [other, theirs] of valuesOf(answers)) {
        const shared = [...values].filter((value) => theirs.has(value));
        // One value that all tokens and all answers have tells nothing.
        const isOfAll = values.size === 1 && theirs.size === 1;
        expect(isOfAll ? [] : shared, `${name} = ${other}`).toEqual([]);
      }
  });

  it('no digest of a token, a claim or a key with any word or value is in an answer', async () => {
    const tokens = await tokenRows();
    const answers = await answerRows();
    const found = new Set(answers.flatMap((row) => Object.values(row)).map(bare));
    const words = ['', 'answer', 'token', 'once', 'claim', 'paper', 'origin', 'receipt', 'id', round.slug];
    const secrets = [
      ...used.flatMap((token) => [token, token.replaceAll('-', '')]),
      ...tokens.flatMap((row) => [row['hash'], row['claim'], row['holder']].map(bare)),
    ];
    const values = [...new Set([...words, ...answers.flatMap((row) => Object.values(row)).map(bare)])];
    for (const secret of secrets.slice(0, 40))
      for (const value of values)
        for (const digest of digestsOf(secret, value)) expect(found.has(digest)).toBe(false);
    for (const secret of secrets)
      for (const word of words)
        for (const digest of digestsOf(secret, word)) expect(found.has(digest)).toBe(false);
  });

  it('only who has the key of the request could join them, and it is nowhere in the database', async () => {
    const tokens = await tokenRows();
    const claims = new Set(tokens.map(({ claim }) => claim));
    expect(claims).toEqual(new Set(keys.map((key) => `\\x${hash(`token:${key}`)}`)));
    const onces = new Set((await answerRows()).map(({ once }) => once));
    expect(onces).toEqual(new Set(keys.map((key) => `\\x${hash(`answer:${key}`)}`)));
    for (const [table, all] of await everyTable())
      for (const row of all) {
        for (const key of keys) expect(row.includes(key), table).toBe(false);
        for (const token of tokensKnown()) expect(row.includes(token), table).toBe(false);
      }
  });

  it('no row of any table knows both a token and an answer', async () => {
    const ofTokens = (await tokenRows()).flatMap((row) =>
      [row['hash'], row['claim'], row['holder']].map(bare),
    );
    const ofAnswers = (await answerRows()).flatMap((row) =>
      [row['id'], row['receipt'], row['once'], row['body_hash']].map(bare),
    );
    for (const [table, all] of await everyTable()) {
      const tokensIn = all.some((row) => ofTokens.some((value) => row.includes(value)));
      const answersIn = all.some((row) => ofAnswers.some((value) => row.includes(value)));
      expect(tokensIn, table).toBe(table === 'survey_tokens' || table === 'mail_outbox');
      expect(answersIn, table).toBe(table === 'survey_responses');
    }
  });

  it('an e-mail that has gone holds no link, no name and no words, and nothing that is in an answer', async () => {
    const mails = await rows('mail_outbox', 'ctid');
    expect(mails).toHaveLength((uses + 20) / 2);
    const answers = await answerRows();
    for (const row of mails) {
      expect([row['subject'], row['body'], row['state']]).toEqual(['', '', 'sent']);
      expect(Object.values(row).join()).not.toMatch(/代表|@|t=/);
    }
    // What the survey's rows all have: its id, the number of attempts and that of the version.
    const told = valuesOf(mails).filter(([name]) => !['survey_id', 'attempts', 'language'].includes(name));
    for (const [name, values] of told)
      for (const [other, theirs] of valuesOf(answers))
        expect(
          [...values].filter((value) => theirs.has(value)),
          `${name} = ${other}`,
        ).toEqual([]);
  });

  it('no order in which e-mails can be read tells in which their tokens were used', async () => {
    const columns = Object.keys((await rows('mail_outbox', 'ctid'))[0] ?? {});
    expect(columns).toEqual(expect.arrayContaining(['ctid', 'xmin', 'id', 'token_hash', 'settled_at']));
    for (const column of columns) {
      const mails = await rows('mail_outbox', `"${column}"::text, ctid`);
      const order = mails.map((row) => place.get(row['token_hash'] ?? '') ?? -1).filter((n) => n >= 0);
      expect(order.length).toBeGreaterThan(20);
      expect(orderProbability(order.length, inversions(order)), column).toBeGreaterThan(1e-9);
    }
  });

  it('an answer says neither the minute, nor the seconds, nor the origin', async () => {
    for (const row of await answerRows()) {
      expect(row['submitted_at']).toMatch(/:00:00\+00$/);
      expect([row['origin'], row['seconds']]).toEqual([null, null]);
      expect(row['id']).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4/);
    }
  });

  it('they are written anew once more when the survey has closed, and then rest', async () => {
    const unused = issued.tokens.filter(({ email, token }) => email === null && !used.includes(token));
    const body = { unit: 'C01', answers: { Q3: 80 }, token: unused[0]?.token };
    const path = `/public/surveys/${round.slug}/responses`;
    const response = await bench.anonymous('POST', path, body, { 'idempotency-key': 'late' });
    expect(response.status).toBe(201);
    // One use alone would stand out in a mixture that was made for it.
    expect(await mixUsedTokens(bench.database, bench.clock.now)).toBe(0);
    const closed = new Date('2030-01-01T00:00:00Z');
    expect(await mixUsedTokens(bench.database, closed)).toBe(1);
    expect(new Set((await tokenRows()).map(({ xmin }) => xmin)).size).toBe(1);
    expect(await mixUsedTokens(bench.database, closed)).toBe(0);
  });
});

/** Every token that somebody holds or has held. */
const tokensKnown = () => [...issued.tokens.map(({ token }) => token), ...mailed.values(), ...used];

const bare = (value: string | null | undefined): string => (value ?? '').replace(/^\\x/, '');

function valuesOf(all: readonly Row[]): [string, Set<string>][] {
  // Of places in the tables and of transactions the order is looked at.
  const passedOver = ['used', 'revoked', 'ctid', 'xmin'];
  const names = Object.keys(all[0] ?? {}).filter((name) => !passedOver.includes(name));
  return names.map((name) => {
    const values = all.flatMap((row) => ((row[name] ?? '') === '' ? [] : [bare(row[name])]));
    return [name, new Set(values)];
  });
}

function digestsOf(secret: string, word: string): string[] {
  const parts = [`${word}${secret}`, `${secret}${word}`, `${word}:${secret}`, `${secret}:${word}`];
  const plain = parts.flatMap((part) => [hash(part), createHash('md5').update(part).digest('hex')]);
  const keyed = createHmac('sha256', word === '' ? 'key' : word)
    .update(secret)
    .digest('hex');
  return [...plain, keyed, keyed.slice(0, 32)];
}

/** Every row of every table, as text. */
async function everyTable(): Promise<Map<string, string[]>> {
  const { rows: tables } = await bench.database.pool.query<{ name: string }>(
    `SELECT table_name AS name FROM information_schema.tables WHERE table_schema = 'public'`,
  );
  const found = new Map<string, string[]>();
  for (const { name } of tables) {
    const all = await bench.database.pool.query<{ row: string }>(
      `SELECT to_jsonb(t)::text AS row FROM "${name}" t`,
    );
    found.set(
      name,
      all.rows.map(({ row }) => row.replaceAll('\\\\x', '')),
    );
  }
  return found;
}
