import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { newestMark } from './newest-mark.ts';
import { publishedPages, type KeepingRequest } from './published-pages.ts';

let server: Server;
let address: string;
/** What the site was asked for, whether it may have kept it or not. */
let made: string[];
let published: number;
let mark: ReturnType<typeof newestMark>;

/** As the site does: the page is handed over and answered with. */
function site(request: KeepingRequest, response: Parameters<Parameters<typeof createServer>[1] & object>[1]) {
  made.push(request.url ?? '');
  const html = `<p>${request.url} ${published} ${request.headers['accept-language'] ?? ''}</p>`;
  request.keepPage?.({ html, headers: { 'content-type': 'text/html' } });
  response.end(html);
}

beforeEach(async () => {
  [made, published] = [[], 1];
  mark = newestMark(() => Promise.resolve(String(published)), { maxAgeMs: 60_000 });
  server = createServer(publishedPages(site, { mark, bytes: 1000 }));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterEach(() => new Promise((resolve) => server.close(resolve)));

const get = (path: string, headers: Record<string, string> = {}) => fetch(`${address}${path}`, { headers });

describe('a published page', () => {
  it('is made once, however many ask', async () => {
    const answers = await Promise.all(Array.from({ length: 20 }, () => get('/p/2020/1')));
    const texts = await Promise.all(answers.map((answer) => answer.text()));
    expect(new Set(texts).size).toBe(1);
    expect(made).toEqual(['/p/2020/1']);
  });

  it('is given out again with a tag, and not at all to whom has it', async () => {
    const whole = await (await get('/p/2020/1')).text();
    const kept = await get('/p/2020/1', { 'accept-encoding': 'identity' });
    expect(await kept.text()).toBe(whole);
    expect(kept.headers.get('cache-control')).toBe('public, no-cache');
    expect(kept.headers.get('vary')).toContain('cookie');
    const tag = kept.headers.get('etag') ?? '';
    const again = await get('/p/2020/1', { 'accept-encoding': 'identity', 'if-none-match': tag });
    expect([again.status, await again.text()]).toEqual([304, '']);
    for (const encoding of ['br', 'gzip']) {
      const packed = await get('/p/2020/1', { 'accept-encoding': encoding });
      expect(packed.headers.get('content-encoding')).toBe(encoding);
      expect(packed.headers.get('etag')).not.toBe(tag);
      expect(await packed.text()).toBe(whole);
    }
    const head = await fetch(`${address}/p/2020/1`, { method: 'HEAD' });
    expect([head.status, await head.text()]).toEqual([200, '']);
    expect(made).toEqual(['/p/2020/1']);
  });

  it('is made anew once something was published', async () => {
    expect(await (await get('/p/2020/1')).text()).toContain(' 1 ');
    published = 2;
    mark.forget();
    expect(await (await get('/p/2020/1')).text()).toContain(' 2 ');
  });

  it('of another language is another', async () => {
    await get('/p/2020/1', { 'accept-language': 'zh-CN' });
    expect(await (await get('/p/2020/1', { 'accept-language': 'en' })).text()).toContain('en');
    expect(made).toHaveLength(2);
  });

  it('is neither kept for nor given to who is signed in', async () => {
    await get('/p/2020/1');
    await get('/p/2020/1', { cookie: 'session=one' });
    await get('/p/2020/1', { cookie: 'session=one' });
    expect(made).toHaveLength(3);
  });

  it('makes room for those asked for last', async () => {
    await get('/p/2020/1');
    // A page of a line has some sixty bytes, compressed twice: ten fit.
    for (let version = 2; version <= 20; version += 1) await (await get(`/p/2020/${version}`)).text();
    made = [];
    await get('/p/2020/1');
    expect(made).toEqual(['/p/2020/1']);
  });

  it('is left to the site where the mark cannot be read', async () => {
    mark.forget();
    const broken = createServer(
      publishedPages(site, {
        mark: newestMark(() => Promise.reject(new Error('no database')), { maxAgeMs: 1000 }),
        bytes: 1000,
      }),
    );
    await new Promise<void>((resolve) => broken.listen(0, '127.0.0.1', resolve));
    const { port } = broken.address() as AddressInfo;
    expect((await fetch(`http://127.0.0.1:${port}/p/2020/1`)).status).toBe(200);
    await new Promise((resolve) => broken.close(resolve));
  });
});

describe('the mark', () => {
  it('is asked for once while it is young, and again after a change', async () => {
    let [asked, now] = [0, 0];
    const young = newestMark(() => Promise.resolve(String((asked += 1))), { maxAgeMs: 1000, now: () => now });
    expect(await Promise.all([young.read(), young.read()])).toEqual(['1', '1']);
    now = 999;
    expect(await young.read()).toBe('1');
    now = 1000;
    expect(await young.read()).toBe('2');
    young.forget();
    expect(await young.read()).toBe('3');
  });

  it('that was asked for before a change is not kept after it', async () => {
    const answers = [Promise.withResolvers<string>(), Promise.withResolvers<string>()];
    let asked = 0;
    const one = newestMark(() => answers[asked++]?.promise ?? Promise.resolve('late'), { maxAgeMs: 1000 });
    const before = one.read();
    one.forget();
    const after = one.read();
    answers[1]?.resolve('new');
    answers[0]?.resolve('old');
    expect([await before, await after, await one.read()]).toEqual(['old', 'new', 'new']);
  });
});
