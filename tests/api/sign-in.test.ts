import { createAdministratorLink } from '@gongping/api';
import { schema } from '@gongping/db';
import { eq } from 'drizzle-orm';
import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { useBench } from '../support/app.ts';

const bench = useBench();
const password = '正确的密码 2020';
const day = 86_400_000;

beforeEach(() => {
  bench.clock.now = new Date();
});
afterEach(() => {
  vi.useRealTimers();
});

interface Account {
  readonly id: string;
  readonly username: string;
}

/** An account with a password, made as the first administrator's is. */
async function account(): Promise<Account> {
  const link = await createAdministratorLink(bench.database.db, bench.clock.now);
  const name = { username: `s-${randomUUID().slice(0, 8)}`, displayName: '登录测试' };
  const response = await bench.anonymous('POST', link.path, { ...name, password });
  return ((await response.json()) as { user: Account }).user;
}

const signIn = (username: string, about: { password?: string; headers?: Record<string, string> } = {}) =>
  bench.anonymous('POST', '/session', { username, password: about.password ?? password }, about.headers);

const cookieOf = (response: Response) => response.headers.get('set-cookie')?.split(';', 1)[0] ?? '';
const withCookie = (cookie: string) => (method: string, path: string, body?: unknown) =>
  bench.anonymous(method, path, body, { cookie });

async function isSignedIn(cookie: string): Promise<boolean> {
  const response = await withCookie(cookie)('GET', '/session');
  return ((await response.json()) as { user: unknown }).user !== null;
}

/** Moves the clocks of the application and of the session library; timers stay real. */
function moveClock(milliseconds: number): void {
  bench.clock.now = new Date(bench.clock.now.getTime() + milliseconds);
  vi.useFakeTimers({ toFake: ['Date'], now: bench.clock.now });
}

describe('signing in', () => {
  it('takes the name in any case and says who it is', async () => {
    const { id, username } = await account();
    const response = await signIn(username.toUpperCase());
    expect(response.status).toBe(200);
    expect(await response.json()).toMatchObject({ user: { id, username }, demonstration: false });
    expect(await isSignedIn(cookieOf(response))).toBe(true);
  });

  it('says the same of a wrong password, an unknown name and an account without a password', async () => {
    const { username } = await account();
    const waiting = await bench.person([]);
    const tries = [
      await signIn(username, { password: '错误的密码' }),
      await signIn('nobody-of-this-name'),
      await signIn(waiting.username),
    ];
    const problems = await Promise.all(
      tries.map(async (answer) => {
        const { requestId: _id, ...problem } = (await answer.json()) as Record<string, unknown>;
        return problem;
      }),
    );
    expect(tries.map((answer) => answer.status)).toEqual([401, 401, 401]);
    expect(problems[0]).toMatchObject({ code: 'wrong-credentials' });
    expect(new Set(problems.map((problem) => JSON.stringify(problem))).size).toBe(1);
  });

  it('is refused for a disabled account', async () => {
    const { id, username } = await account();
    await bench.database.db
      .update(schema.users)
      .set({ disabledAt: bench.clock.now })
      .where(eq(schema.users.id, id));
    expect((await signIn(username)).status).toBe(401);
  });

  it('is limited after five wrong passwords, for that address only', async () => {
    const { username } = await account();
    const from = (address: string) => ({ 'x-forwarded-for': address });
    for (let attempt = 1; attempt <= 5; attempt += 1) {
      const wrong = await signIn(username, { password: '错误的密码', headers: from('192.0.2.1') });
      expect(wrong.status).toBe(401);
    }
    const refused = await signIn(username, { headers: from('192.0.2.1') });
    expect(refused.status).toBe(429);
    expect(await refused.json()).toMatchObject({ code: 'too-many-attempts' });
    const seconds = Number(refused.headers.get('retry-after'));
    expect(seconds).toBeGreaterThan(0);
    expect(seconds).toBeLessThanOrEqual(900);
    // The owner of the account, at the desk, is not locked out by a stranger.
    expect((await signIn(username, { headers: from('192.0.2.2') })).status).toBe(200);
  });

  it('forgets wrong passwords after the right one', async () => {
    const { username } = await account();
    const headers = { 'x-forwarded-for': '192.0.2.3' };
    for (let round = 0; round < 2; round += 1) {
      for (let attempt = 1; attempt <= 4; attempt += 1) {
        await signIn(username, { password: '错误的密码', headers });
      }
      expect((await signIn(username, { headers })).status).toBe(200);
    }
  });
});

describe('the session cookie', () => {
  it('is out of reach for scripts and other sites', async () => {
    const { username } = await account();
    const cookie = (await signIn(username)).headers.get('set-cookie') ?? '';
    expect(cookie).toMatch(/^session=/);
    expect(cookie).toContain('HttpOnly');
    expect(cookie).toContain('SameSite=Lax');
    expect(cookie).toContain('Path=/');
    expect(cookie).not.toContain('Domain');
    expect(cookie).not.toContain('Secure');
  });

  it('is Secure and bound to the host over HTTPS', async () => {
    const { username } = await account();
    const headers = { 'x-forwarded-proto': 'https' };
    const cookie = (await signIn(username, { headers })).headers.get('set-cookie') ?? '';
    expect(cookie).toMatch(/^__Host-session=/);
    for (const attribute of ['HttpOnly', 'SameSite=Lax', 'Path=/', 'Secure']) {
      expect(cookie).toContain(attribute);
    }
  });

  it('names a session that is stored as a hash only', async () => {
    const { id, username } = await account();
    const sessionId = cookieOf(await signIn(username)).slice('session='.length);
    const rows = await bench.database.db.select().from(schema.sessions).where(eq(schema.sessions.userId, id));
    expect(JSON.stringify(rows)).not.toContain(sessionId);
  });
});

describe('a session', () => {
  it('ends three days after it was last used', async () => {
    const { username } = await account();
    const cookie = cookieOf(await signIn(username));
    moveClock(2 * day);
    expect(await isSignedIn(cookie)).toBe(true);
    moveClock(2 * day);
    expect(await isSignedIn(cookie)).toBe(true);
    moveClock(3 * day + 1000);
    expect(await isSignedIn(cookie)).toBe(false);
  });

  it('ends fourteen days after sign-in, however much it is used', async () => {
    const { username } = await account();
    const cookie = cookieOf(await signIn(username));
    for (let past = 2; past < 14; past += 2) {
      moveClock(2 * day);
      expect(await isSignedIn(cookie)).toBe(true);
    }
    moveClock(2 * day + 1000);
    expect(await isSignedIn(cookie)).toBe(false);
  });

  it('ends at sign-out, on this device only', async () => {
    const { username } = await account();
    const [desk, phone] = [cookieOf(await signIn(username)), cookieOf(await signIn(username))];
    const response = await withCookie(desk)('DELETE', '/session');
    expect(response.status).toBe(204);
    expect(response.headers.get('set-cookie')).toContain('Max-Age=0');
    expect(await isSignedIn(desk)).toBe(false);
    expect(await isSignedIn(phone)).toBe(true);
  });

  it('ends on every device at sign-out everywhere', async () => {
    const { username } = await account();
    const cookies = [cookieOf(await signIn(username)), cookieOf(await signIn(username))];
    expect((await withCookie(cookies[0] ?? '')('DELETE', '/sessions')).status).toBe(204);
    for (const cookie of cookies) expect(await isSignedIn(cookie)).toBe(false);
  });

  it('of a changed password ends everywhere, and needs the present password', async () => {
    const { username } = await account();
    const cookie = cookieOf(await signIn(username));
    const change = (current: string) =>
      withCookie(cookie)('PUT', '/session/password', { current, next: '崭新的密码 2021' });
    expect((await change('错误的密码')).status).toBe(401);
    expect((await change(password)).status).toBe(204);
    expect(await isSignedIn(cookie)).toBe(false);
    expect((await signIn(username)).status).toBe(401);
    expect((await signIn(username, { password: '崭新的密码 2021' })).status).toBe(200);
  });
});

describe('the list of devices', () => {
  interface Device {
    id: string;
    userAgent: string;
    current: boolean;
  }
  const devicesOf = async (cookie: string) =>
    ((await (await withCookie(cookie)('GET', '/sessions')).json()) as { devices: Device[] }).devices;

  it('names each device, marks this one, and lets one be signed out', async () => {
    const { username } = await account();
    const desk = cookieOf(await signIn(username, { headers: { 'user-agent': 'Desk/1.0' } }));
    const phone = cookieOf(await signIn(username, { headers: { 'user-agent': 'Phone/1.0' } }));
    const devices = await devicesOf(desk);
    const named = devices.filter((device) => device.userAgent !== '');
    expect(named.map(({ userAgent, current }) => ({ userAgent, current }))).toEqual([
      { userAgent: 'Desk/1.0', current: true },
      { userAgent: 'Phone/1.0', current: false },
    ]);
    const id = named.at(1)?.id ?? '';
    const stranger = cookieOf(await signIn((await account()).username));
    expect((await withCookie(stranger)('DELETE', `/sessions/${id}`)).status).toBe(404);
    expect((await withCookie(desk)('DELETE', `/sessions/${id}`)).status).toBe(204);
    expect(await isSignedIn(phone)).toBe(false);
    expect(await isSignedIn(desk)).toBe(true);
  });
});
