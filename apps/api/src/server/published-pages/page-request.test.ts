import { describe, expect, it } from 'vitest';
import { encodingOf, pageRequest } from './page-request.ts';

const asked = (url: string, headers: Record<string, string> = {}, method = 'GET') =>
  pageRequest({ method, url, headers: { host: 'gongping.example', ...headers } });

describe('a page that is kept', () => {
  it.each([
    '/p/2020/1',
    '/p/2020-2/latest',
    '/p/2020/12/units/C01',
    '/p/2020/1/comments?unit=C01&page=2',
    '/p/2020/1/report',
    '/p/2020/2/changes?from=1',
    '/p/2020/1?kind=department&view=heat&sort=-total',
  ])('is %s', (url) => {
    expect(asked(url)?.url).toBe(url);
  });

  it.each([
    '/',
    '/p/2020',
    '/p/2020/0',
    '/p/2020/1/annual-report',
    '/p/2020/1/__data.json',
    '/p/2020/1?q=%E5%8E%BF',
    '/p/2020/1?compare=C01,C02',
    `/p/2020/1?kind=${'x'.repeat(100)}`,
    '/work',
    '/api/v1/publications',
  ])('is not %s', (url) => {
    expect(asked(url)).toBeNull();
  });

  it('is not one for somebody who is signed in, nor an answer to a form', () => {
    expect(asked('/p/2020/1', { cookie: 'theme=dark; session=abc' })).toBeNull();
    expect(asked('/p/2020/1', { cookie: '__Host-session=abc' })).toBeNull();
    expect(asked('/p/2020/1', { cookie: 'assessment=2020; theme=dark' })).not.toBeNull();
    expect(asked('/p/2020/1', {}, 'POST')).toBeNull();
  });

  it('is another in another language, other colours, and at another address', () => {
    const variants = [
      asked('/p/2020/1'),
      asked('/p/2020/1', { 'accept-language': 'en' }),
      asked('/p/2020/1', { cookie: 'locale=en' }),
      asked('/p/2020/1', { cookie: 'theme=dark' }),
      asked('/p/2020/1', { host: 'other.example' }),
      asked('/p/2020/1', { 'x-forwarded-proto': 'https' }),
    ].map((request) => request?.variant);
    // A language that was chosen is the same as one that is preferred.
    expect(new Set(variants).size).toBe(5);
    expect(asked('/p/2020/1', { cookie: 'other=1' })?.variant).toBe(variants[0]);
  });
});

it.each([
  [undefined, 'identity'],
  ['gzip, deflate, br, zstd', 'br'],
  ['gzip', 'gzip'],
  ['br;q=0, gzip;q=0.5', 'gzip'],
  ['gzip;q=0', 'identity'],
  ['brotli', 'identity'],
] as const)('of %s the shortest is %s', (header, encoding) => {
  expect(encodingOf(header)).toBe(encoding);
});
