import fc from 'fast-check';
import { gunzipSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { keepPage } from './kept-page.ts';

it('gives the page with the text in its place, compressed and plain', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'grapheme' }),
      fc.string(),
      fc.string({ unit: 'grapheme' }),
      (a, b, text) => {
        fc.pre(!`${a}${b}`.includes('%mark%'));
        const page = keepPage(`${a}%mark%${b}`, '%mark%');
        const wanted = Buffer.from(`${a}${text}${b}`).toString();
        expect(gunzipSync(page.gzip(text)).toString()).toBe(wanted);
        expect(Buffer.from(page.plain(text)).toString()).toBe(wanted);
      },
    ),
  );
});

it('is as small as a page that is compressed whole, but for the part that changes', () => {
  const html = `${'<label>满意</label>'.repeat(500)}%mark%${'<p>公评</p>'.repeat(5)}`;
  expect(keepPage(html, '%mark%').gzip('x'.repeat(300)).length).toBeLessThan(700);
});

it('takes 65,535 bytes and refuses one more', () => {
  const page = keepPage('a%mark%b', '%mark%');
  expect(gunzipSync(page.gzip('x'.repeat(65_535))).length).toBe(65_537);
  expect(() => page.gzip('x'.repeat(65_536))).toThrow(RangeError);
});

it('gives a page without the mark as it is', () => {
  expect(gunzipSync(keepPage('<p>公评</p>', '%mark%').gzip('text')).toString()).toBe('<p>公评</p>');
});
