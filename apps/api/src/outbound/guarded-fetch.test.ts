import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { FetchError } from './fetch-failure.ts';
import { fetchPolicy, type FetchPolicy } from './fetch-policy.ts';
import { createGuardedFetch } from './guarded-fetch.ts';
import { openLocalSite, type LocalSite } from './local-site.fixture.ts';

let site: LocalSite;
/** Another server of this machine, which nothing may reach. */
let inner: LocalSite;

beforeAll(async () => {
  [site, inner] = await Promise.all([openLocalSite(), openLocalSite()]);
});
afterAll(async () => {
  await Promise.all([site.close(), inner.close()]);
});
beforeEach(() => {
  site.asked.length = 0;
  inner.asked.length = 0;
});

/** The policy of the product, but that one address and port of this machine is excepted. */
const policy = (more: Partial<FetchPolicy> = {}): FetchPolicy => ({
  ...fetchPolicy([{ address: '127.0.0.1', port: site.port }]),
  ...more,
});
const fetchPage = (url: string, more?: Partial<FetchPolicy>) => createGuardedFetch(policy(more))(url);
const failure = async (work: Promise<unknown>) => {
  const error = await work.then(
    () => null,
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(FetchError);
  return (error as FetchError).failure;
};
/** By default nothing is excepted, and names are answered as a test says. */
const byDefault = (url: string, names: Record<string, readonly string[]> = {}) =>
  failure(
    createGuardedFetch({ ...fetchPolicy(), resolve: (name) => Promise.resolve(names[name] ?? []) })(url),
  );

describe('what it fetches', () => {
  it('gives status, type, charset, bytes and where redirects led', async () => {
    site.serve = ({ url }, response) => {
      if (url === '/old') response.writeHead(302, { location: '/new?x=1#part' }).end();
      else response.writeHead(200, { 'content-type': 'Text/HTML; charset="GBK"' }).end('<p>公开');
    };
    expect(await fetchPage(`${site.origin}/old`)).toEqual({
      finalUrl: `${site.origin}/new?x=1`,
      status: 200,
      mediaType: 'text/html',
      charset: 'GBK',
      bytes: Buffer.from('<p>公开'),
    });
  });

  it('gives the answer of a page that is gone', async () => {
    site.serve = (_request, response) => response.writeHead(404).end('no');
    expect(await fetchPage(site.origin)).toMatchObject({ status: 404, mediaType: '', charset: null });
  });

  it('undoes the compression', async () => {
    site.serve = (_request, response) =>
      response.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync('plain'));
    expect((await fetchPage(site.origin)).bytes.toString()).toBe('plain');
  });

  it('says broken where what came cannot be unpacked', async () => {
    site.serve = (_request, response) =>
      response.writeHead(200, { 'content-encoding': 'gzip' }).end('not packed at all');
    expect(await failure(fetchPage(site.origin))).toBe('broken');
    site.serve = (_request, response) => response.writeHead(200, { 'content-encoding': 'zstd9' }).end('x');
    expect(await failure(fetchPage(site.origin))).toBe('broken');
  });
});

describe('where it never goes', () => {
  it.each([
    ['http://127.0.0.1/'],
    ['http://localhost/', { localhost: ['127.0.0.1'] }],
    ['http://2130706433/'],
    ['http://0x7f000001/'],
    ['http://0177.0.0.1/'],
    ['http://127.1/'],
    ['http://0/'],
    ['http://0.0.0.0/'],
    ['http://[::]/'],
    ['http://[::1]/'],
    ['http://[::ffff:127.0.0.1]/'],
    ['http://[::ffff:7f00:1]/'],
    ['http://[64:ff9b::127.0.0.1]/'],
    ['http://10.0.0.8/'],
    ['http://172.20.1.1/'],
    ['http://192.168.0.1/'],
    ['http://100.64.1.1/'],
    ['http://169.254.169.254/latest/meta-data/'],
    ['http://[fd00:ec2::254]/'],
    ['http://224.0.0.1/'],
    ['http://１２７.０.０.１/'],
    ['http://intranet.example/', { 'intranet.example': ['10.1.2.3'] }],
    ['http://intranet.example/', { 'intranet.example': ['::ffff:10.1.2.3'] }],
    ['http://two.example/', { 'two.example': ['8.8.8.8', '192.168.0.1'] }],
  ] as [string, Record<string, string[]>?][])('%s', async (url, names) => {
    expect(await byDefault(url, names)).toBe('private');
  });

  it.each([
    ['ftp://example.com/', 'address'],
    ['file:///etc/passwd', 'address'],
    ['javascript:alert(1)', 'address'],
    ['gopher://example.com:80/', 'address'],
    ['http://user:secret@example.com/', 'address'],
    ['no address', 'address'],
    ['http://example.com:22/', 'port'],
    ['http://example.com:3000/', 'port'],
    ['http://nowhere.example/', 'no-host'],
  ])('%s', async (url, expected) => {
    expect(await byDefault(url)).toBe(expected);
  });

  it('reaches one excepted port and no other of the same machine', async () => {
    site.serve = (_request, response) => response.end('yes');
    expect((await fetchPage(site.origin)).bytes.toString()).toBe('yes');
    expect(await failure(fetchPage(inner.origin))).toBe('port');
    expect(inner.asked).toEqual([]);
  });

  it.each([
    ['this machine', (): string => `http://127.0.0.1:80/`, 'private'],
    ['another port of this machine', () => inner.origin, 'port'],
    ['metadata', () => 'http://169.254.169.254/', 'private'],
    ['a decimal host', () => 'http://2130706433/', 'private'],
    ['a file', () => 'file:///etc/passwd', 'address'],
    ['a private network without scheme', () => '//10.0.0.1/', 'private'],
  ])('a redirect to %s', async (_what, target, expected) => {
    site.serve = (_request, response) => response.writeHead(301, { location: target() }).end();
    expect(await failure(fetchPage(site.origin))).toBe(expected);
    expect(inner.asked).toEqual([]);
  });

  it('goes to the address that was checked, though the name means another by the time it connects', async () => {
    // The name leads to the site the first time it is looked up, and to another server ever after.
    site.serve = (_request, response) => response.end('checked');
    let lookups = 0;
    const resolve = () => {
      lookups += 1;
      return Promise.resolve([lookups === 1 ? '127.0.0.1' : '127.0.0.2']);
    };
    const answer = await fetchPage(`http://rebinding.example:${site.port}/`, { resolve });
    expect(answer.bytes.toString()).toBe('checked');
    expect(lookups).toBe(1);
  });

  it('checks the name again at every redirect', async () => {
    site.serve = (_request, response) => response.writeHead(302, { location: '/again' }).end();
    let lookups = 0;
    const resolve = () => {
      lookups += 1;
      return Promise.resolve([lookups === 1 ? '127.0.0.1' : '10.0.0.1']);
    };
    expect(await failure(fetchPage(`http://rebinding.example:${site.port}/`, { resolve }))).toBe('private');
    expect(site.asked).toEqual(['/']);
  });
});

describe('how much it takes', () => {
  const redirectTo = (last: number) => {
    site.serve = ({ url = '' }, response) => {
      const at = Number(url.slice(1));
      if (at < last) response.writeHead(307, { location: `/${at + 1}` }).end();
      else response.end('there');
    };
  };

  it('follows five redirects and no sixth', async () => {
    redirectTo(5);
    expect((await fetchPage(`${site.origin}/0`)).bytes.toString()).toBe('there');
    redirectTo(6);
    expect(await failure(fetchPage(`${site.origin}/0`))).toBe('too-many-redirects');
  });

  it('takes the bytes of the limit and not one more', async () => {
    site.serve = (_request, response) => response.end(Buffer.alloc(1000));
    expect((await fetchPage(site.origin, { maximumBytes: 1000 })).bytes).toHaveLength(1000);
    expect(await failure(fetchPage(site.origin, { maximumBytes: 999 }))).toBe('too-large');
  });

  it('leaves an endless body soon after the limit', async () => {
    let sent = 0;
    const ended = Promise.withResolvers<void>();
    site.serve = (_request, response) => {
      const more = () => {
        while (response.write(Buffer.alloc(16_384))) sent += 16_384;
      };
      response.on('drain', more).on('close', ended.resolve);
      more();
    };
    expect(await failure(fetchPage(site.origin))).toBe('too-large');
    await ended.promise;
    expect(sent).toBeLessThan(32 * 1024 * 1024);
  });

  it('leaves a small body that unpacks to hundreds of megabytes', async () => {
    const bomb = gzipSync(Buffer.alloc(300 * 1024 * 1024));
    expect(bomb.length).toBeLessThan(400_000);
    site.serve = (_request, response) => response.writeHead(200, { 'content-encoding': 'gzip' }).end(bomb);
    const before = process.memoryUsage().arrayBuffers;
    expect(await failure(fetchPage(site.origin))).toBe('too-large');
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(64 * 1024 * 1024);
  });

  it.each([
    ['headers that never come', () => undefined],
    [
      'a body that never ends',
      (response: { write: (text: string) => unknown }) => void response.write('slowly'),
    ],
  ])('gives up on %s', async (_what, begin) => {
    site.serve = (_request, response) => void begin(response);
    expect(await failure(fetchPage(site.origin, { milliseconds: 150 }))).toBe('timeout');
  });

  it('gives up on a name that is never answered, and where the asker goes away', async () => {
    const resolve = () => new Promise<string[]>(() => undefined);
    const url = `http://slow.example:${site.port}/`;
    expect(await failure(fetchPage(url, { resolve, milliseconds: 50 }))).toBe('timeout');
    const gone = AbortSignal.abort();
    expect(await failure(createGuardedFetch(policy({ resolve }))(url, gone))).toBe('timeout');
  });

  it('says unreachable where nothing listens or the connection breaks', async () => {
    const closed = await openLocalSite();
    await closed.close();
    const excepted = fetchPolicy([{ address: '127.0.0.1', port: closed.port }]);
    expect(await failure(createGuardedFetch(excepted)(closed.origin))).toBe('unreachable');
    site.serve = (_request, response) => void response.socket?.destroy();
    expect(await failure(fetchPage(site.origin))).toBe('unreachable');
  });
});
