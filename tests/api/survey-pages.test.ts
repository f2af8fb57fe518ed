import { surveyPage } from '@gongping/contracts';
import { schema } from '@gongping/db';
import { and, eq } from 'drizzle-orm';
import { createHash } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { useBench } from '../support/app.ts';
import { createRound, type Round } from '../support/round.ts';

const { surveyChannels, surveys, surveyTokens, units } = schema;
const bench = useBench();
let round: Round;
let surveyId: string;
beforeAll(async () => {
  round = await createRound(bench);
  const { db } = bench.database;
  const [survey] = await db.select().from(surveys).where(eq(surveys.slug, round.slug));
  const [open] = await db.select().from(surveyChannels);
  if (!survey || !open) throw new Error('The round has no survey.');
  surveyId = survey.id;
  const secretHash = createHash('sha256').update('secret').digest('base64url');
  await db.insert(surveyChannels).values([
    { ...open, code: 'deputies', kind: 'invited', nameZh: '人大代表', nameEn: 'Deputies', position: 2 },
    { ...open, code: 'hall', kind: 'staffed', nameZh: '大厅', nameEn: 'Hall', secretHash, position: 3 },
  ]);
});

const ask = (body: unknown = {}) => bench.anonymous('POST', `/public/surveys/${round.slug}/pages`, body);
const given = async (body?: unknown) => {
  const response = await ask(body);
  expect(response.status, await response.clone().text()).toBe(200);
  return surveyPage.parse(await response.json());
};
const refused = async (body: unknown) => {
  const response = await ask(body);
  const { code } = (await response.json()) as { code: string };
  return [response.status, code];
};

async function issue(token: string, changes: Partial<typeof surveyTokens.$inferInsert> = {}) {
  await bench.database.db.insert(surveyTokens).values({
    surveyId,
    // As it is stored: capital letters without hyphens.
    hash: createHash('sha256').update(token.toUpperCase().replaceAll('-', '')).digest(),
    invitationId: surveyId,
    channel: 'deputies',
    holder: '',
    email: null,
    unitId: null,
    used: false,
    claim: null,
    revoked: false,
    ...changes,
  });
}

describe('POST /public/surveys/{slug}/pages', () => {
  it('gives each page a stamp and a challenge of its own, and the same mark', async () => {
    const [one, other] = [await given(), await given()];
    expect(one.stamp).not.toBe(other.stamp);
    expect(one.challenge).toMatchObject({ algorithm: 'SHA-256', salt: `${one.stamp}&`, maxnumber: 50_000 });
    expect(one.challenge?.challenge).not.toBe(other.challenge?.challenge);
    expect(one.mark).toBe(other.mark);
    expect(one.channel).toEqual({
      code: 'open',
      kind: 'open',
      name: { zh: '公开链接', en: 'Open link' },
    });
    expect((await ask()).headers.get('cache-control')).toBe('no-store');
  });

  it('has another mark for another title, another day, another channel, and once the survey is over', async () => {
    const marks = [(await given()).mark];
    await bench.database.db.update(surveys).set({ title: '新标题' }).where(eq(surveys.id, surveyId));
    marks.push((await given()).mark);
    marks.push((await given({ channel: 'hall', secret: 'secret' })).mark);
    const now = bench.clock.now;
    try {
      bench.clock.now = new Date(now.getTime() + 24 * 3_600_000);
      marks.push((await given()).mark);
      bench.clock.now = new Date('2020-12-31T00:00:00Z');
      marks.push((await given()).mark);
    } finally {
      bench.clock.now = now;
    }
    expect(new Set(marks).size).toBe(marks.length);
  });

  it('asks no work of a staffed device, and no device without its secret gets a page', async () => {
    expect((await given({ channel: 'hall', secret: 'secret' })).challenge).toBeNull();
    expect(await refused({ channel: 'hall', secret: 'guessed' })).toEqual([403, 'channel-not-open']);
    expect(await refused({ channel: 'deputies' })).toEqual([403, 'channel-not-open']);
  });

  it('says who invites and about which unit, and refuses unknown, used and withdrawn tokens alike', async () => {
    const [unit] = await bench.database.db.select().from(units).where(eq(units.code, 'C01'));
    await issue('free');
    await issue('bound', { unitId: unit?.id ?? null });
    await issue('used', { used: true, claim: Buffer.alloc(32) });
    await issue('withdrawn', { revoked: true });
    expect(await given({ token: 'free' })).toMatchObject({ unit: null, channel: { code: 'deputies' } });
    expect(await given({ token: 'bound' })).toMatchObject({ unit: 'C01', challenge: null });
    const answers = await Promise.all(
      ['unknown', 'used', 'withdrawn'].map(async (token) => {
        const response = await ask({ token });
        const { requestId: _, ...problem } = (await response.json()) as Record<string, unknown>;
        return { status: response.status, problem };
      }),
    );
    expect(answers[0]).toMatchObject({ status: 403, problem: { code: 'token-not-valid' } });
    expect(answers[1]).toEqual(answers[0]);
    expect(answers[2]).toEqual(answers[0]);
  });

  it('has none while the channel is paused', async () => {
    const { db } = bench.database;
    const isOpen = and(eq(surveyChannels.surveyId, surveyId), eq(surveyChannels.code, 'open'));
    await db.update(surveyChannels).set({ paused: true }).where(isOpen);
    expect(await refused({})).toEqual([409, 'survey-paused']);
    await db.update(surveyChannels).set({ paused: false }).where(isOpen);
  });
});
