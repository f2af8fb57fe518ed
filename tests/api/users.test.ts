import { schema } from '@gongping/db';
import { eq } from 'drizzle-orm';
import { randomUUID } from 'node:crypto';
import { createAdministratorLink } from '@gongping/api';
import { beforeAll, describe, expect, it } from 'vitest';
import { useBench, type Person } from '../support/app.ts';

const bench = useBench();
const password = '一个足够长的密码 2020';
let organiser: Person;

beforeAll(async () => {
  // Sessions are measured by the machine's clock.
  bench.clock.now = new Date();
  organiser = await bench.person([{ role: 'organiser' }]);
});

const newName = () => `u-${randomUUID().slice(0, 8)}`;

interface Created {
  user: { id: string; username: string; active: boolean };
  link: { path: string; expiresAt: string };
}

async function create(about: object = {}): Promise<Created> {
  const body = { username: newName(), displayName: '陈评估', homeUnitId: null, grants: [], ...about };
  const response = await organiser.call('POST', '/users', body);
  expect(response.status).toBe(201);
  return (await response.json()) as Created;
}

/** Sets the password through a link. */
const use = (link: { path: string }, about: object = {}) =>
  bench.anonymous('POST', link.path, { password, ...about });

const cookieOf = (response: Response) => response.headers.get('set-cookie')?.split(';', 1)[0] ?? '';

async function insertUnit(): Promise<string> {
  const id = randomUUID();
  const names = { nameZh: '某局', nameEn: 'Some bureau', kind: 'department', category: '行政机关' } as const;
  const row = { id, code: `U-${id.slice(0, 8)}`, ...names, clauses: [], filesAnnualReport: true };
  await bench.database.db.insert(schema.units).values(row);
  return id;
}

describe('accounts', () => {
  it('are made with a link that is good for seven days and stored only as its hash', async () => {
    const { user, link } = await create();
    expect(user.active).toBe(false);
    expect(link.path).toMatch(/^\/setup\/[a-z0-9]{40}$/);
    expect(new Date(link.expiresAt).getTime() - bench.clock.now.getTime()).toBe(7 * 86_400_000);
    const [row] = await bench.database.db
      .select()
      .from(schema.oneTimeLinks)
      .where(eq(schema.oneTimeLinks.userId, user.id));
    expect(row?.tokenHash).toMatch(/^[0-9a-f]{64}$/);
    expect(link.path).not.toContain(row?.tokenHash);
  });

  it('have names that are unique whatever their case', async () => {
    const { user } = await create();
    const body = { username: user.username.toUpperCase(), displayName: '重名', homeUnitId: null, grants: [] };
    const response = await organiser.call('POST', '/users', body);
    expect(response.status).toBe(409);
    expect(await response.json()).toMatchObject({ code: 'already-exists' });
  });

  it('are listed with their roles for organisers of the platform, and for nobody else', async () => {
    const { user } = await create({ grants: [{ role: 'leader', assessmentId: null, unitId: null }] });
    const { users } = (await (await organiser.call('GET', '/users')).json()) as { users: Created['user'][] };
    expect(users.find((row) => row.id === user.id)).toMatchObject({
      grants: [{ role: 'leader', assessmentId: null, unitId: null }],
      active: false,
      disabled: false,
    });
    expect((await bench.anonymous('GET', '/users')).status).toBe(401);
    const leader = await bench.person([{ role: 'leader' }]);
    expect((await leader.call('GET', '/users')).status).toBe(403);
  });

  it.each([
    [
      'a liaison without a unit',
      { grants: [{ role: 'liaison', assessmentId: null, unitId: null }] },
      'unitId',
    ],
    ['a unit that is not there', { homeUnitId: randomUUID() }, 'homeUnitId'],
    [
      'an assessment that is not there',
      { grants: [{ role: 'leader', assessmentId: randomUUID(), unitId: null }] },
      'grants.0.assessmentId',
    ],
    ['a name with a blank in it', { username: '张 三' }, 'username'],
  ])('are refused with %s', async (_what, about, path) => {
    const body = { username: newName(), displayName: '某人', homeUnitId: null, grants: [], ...about };
    const response = await organiser.call('POST', '/users', body);
    expect(response.status).toBe(422);
    const problem = (await response.json()) as { code: string; errors: { path: string }[] };
    expect(problem.code).toBe('invalid-input');
    expect(problem.errors[0]?.path).toContain(path);
  });

  it('are changed, and the log keeps before and after but no secret', async () => {
    const unitId = await insertUnit();
    const { user, link } = await create();
    const grants = [{ role: 'liaison', assessmentId: null, unitId }];
    const change = { displayName: '新名字', homeUnitId: unitId, grants };
    const response = await organiser.call('PATCH', `/users/${user.id}`, change);
    expect(response.status).toBe(200);
    expect(await response.json()).toMatchObject(change);
    await use(link);
    const log = await (await organiser.call('GET', '/audit?limit=200')).text();
    expect(log).toContain('新名字');
    expect(log).not.toContain(link.path.slice('/setup/'.length));
    expect(log).not.toContain('argon2');
    expect((await organiser.call('PATCH', `/users/${randomUUID()}`, {})).status).toBe(404);
  });

  it('are signed out everywhere when they are disabled, and may sign in again when enabled', async () => {
    const { user, link } = await create();
    const cookie = cookieOf(await use(link));
    const signedIn = async () => {
      const answer = await bench.anonymous('GET', '/session', undefined, { cookie });
      return ((await answer.json()) as { user: unknown }).user !== null;
    };
    expect(await signedIn()).toBe(true);
    await organiser.call('PATCH', `/users/${user.id}`, { disabled: true });
    expect(await signedIn()).toBe(false);
    const credentials = { username: user.username, password };
    expect((await bench.anonymous('POST', '/session', credentials)).status).toBe(401);
    await organiser.call('PATCH', `/users/${user.id}`, { disabled: false });
    expect(await signedIn()).toBe(false);
    expect((await bench.anonymous('POST', '/session', credentials)).status).toBe(200);
  });

  it('keep at least one organiser who can sign in', async () => {
    const administrator = await createAdministratorLink(bench.database.db, bench.clock.now);
    const name = { username: newName(), displayName: '管理员' };
    const { user } = (await (await use(administrator, name)).json()) as Created;
    for (const change of [{ disabled: true }, { grants: [] }]) {
      const response = await organiser.call('PATCH', `/users/${user.id}`, change);
      expect(response.status).toBe(409);
      expect(await response.json()).toMatchObject({ code: 'last-organiser' });
    }
    expect((await organiser.call('PATCH', `/users/${user.id}`, { displayName: '改名' })).status).toBe(200);
    // With a second one, the first may go; then the second may not.
    const grants = [{ role: 'organiser', assessmentId: null, unitId: null }];
    const second = await create({ grants });
    await use(second.link);
    const answers = await Promise.all(
      [user.id, second.user.id].map((id) => organiser.call('PATCH', `/users/${id}`, { disabled: true })),
    );
    expect(answers.map((answer) => answer.status).sort()).toEqual([200, 409]);
  });
});

describe('one-time links', () => {
  it('say what they are for', async () => {
    const { user, link } = await create();
    const view = await bench.anonymous('GET', link.path);
    expect(await view.json()).toEqual({
      purpose: 'set-password',
      username: user.username,
      expiresAt: link.expiresAt,
    });
  });

  it('set a password, sign in, and work once', async () => {
    const { user, link } = await create();
    const response = await use(link);
    expect(response.status).toBe(200);
    expect(await response.json()).toMatchObject({ user: { id: user.id } });
    const me = await bench.anonymous('GET', '/session', undefined, { cookie: cookieOf(response) });
    expect(await me.json()).toMatchObject({ user: { username: user.username } });
    for (const again of [await use(link), await bench.anonymous('GET', link.path)]) {
      expect(again.status).toBe(410);
      expect(await again.json()).toMatchObject({ code: 'link-unusable' });
    }
  });

  it('used twice at the same moment work for one', async () => {
    const { link } = await create();
    const answers = await Promise.all([use(link), use(link), use(link)]);
    expect(answers.map((answer) => answer.status).sort()).toEqual([200, 410, 410]);
  });

  it('are refused when nobody made them, when they have expired, and for a disabled account', async () => {
    expect((await bench.anonymous('GET', '/setup/nobody-made-this-one')).status).toBe(410);
    expect((await use({ path: '/setup/nobody-made-this-one' })).status).toBe(410);
    const expired = await create();
    const start = bench.clock.now;
    bench.clock.now = new Date(expired.link.expiresAt);
    expect((await use(expired.link)).status).toBe(410);
    bench.clock.now = start;
    const disabled = await create();
    await organiser.call('PATCH', `/users/${disabled.user.id}`, { disabled: true });
    expect((await use(disabled.link)).status).toBe(410);
  });

  it('do not take a short password, and are not used up by it', async () => {
    const { link } = await create();
    expect((await use(link, { password: '123456789' })).status).toBe(422);
    expect((await use(link, { password: '1234567890' })).status).toBe(200);
  });

  it('are replaced by new ones, which end the sessions when used', async () => {
    const { user, link } = await create();
    const renewed = await organiser.call('POST', `/users/${user.id}/one-time-link`);
    expect(renewed.status).toBe(201);
    expect((await use(link)).status).toBe(410);
    const first = (await renewed.json()) as Created['link'];
    const cookie = cookieOf(await use(first));
    const forgotten = await organiser.call('POST', `/users/${user.id}/one-time-link`);
    await use((await forgotten.json()) as Created['link'], { password: 'another password' });
    const me = await bench.anonymous('GET', '/session', undefined, { cookie });
    expect(await me.json()).toMatchObject({ user: null });
    expect((await organiser.call('POST', `/users/${randomUUID()}/one-time-link`)).status).toBe(404);
  });

  it('make the first administrator, who needs a name of their own', async () => {
    const link = await createAdministratorLink(bench.database.db, bench.clock.now);
    expect(new Date(link.expiresAt).getTime() - bench.clock.now.getTime()).toBe(86_400_000);
    const view = await bench.anonymous('GET', link.path);
    expect(await view.json()).toMatchObject({ purpose: 'first-administrator', username: null });
    const nameless = await use(link);
    expect(nameless.status).toBe(422);
    expect(await nameless.json()).toMatchObject({
      errors: [{ path: 'username' }, { path: 'displayName' }],
    });
    const taken = await use(link, { username: organiser.username, displayName: '冒名' });
    expect(taken.status).toBe(409);
    const response = await use(link, { username: newName(), displayName: '首位管理员' });
    expect(response.status).toBe(200);
    expect(await response.json()).toMatchObject({
      user: { grants: [{ role: 'organiser', assessmentId: null, unitId: null }] },
    });
  });

  it('of a first administrator replace the one before', async () => {
    const [first, second] = [
      await createAdministratorLink(bench.database.db, bench.clock.now),
      await createAdministratorLink(bench.database.db, bench.clock.now),
    ];
    expect((await bench.anonymous('GET', first.path)).status).toBe(410);
    expect((await bench.anonymous('GET', second.path)).status).toBe(200);
  });
});
