import { expect, it } from 'vitest';
import { decodePage } from './decode-page.ts';
import { htmlText, plainText } from './page-text.ts';
import { readPageText } from './read-page-text.ts';

const bytes = (text: string) => new TextEncoder().encode(text);
/** “政务公开” in GBK. */
const gbk = Uint8Array.of(0xd5, 0xfe, 0xce, 0xf1, 0xb9, 0xab, 0xbf, 0xaa);

it('reads title and text as they are seen, a line for each block', () => {
  const page = htmlText(`<!doctype html><title> 信息
    公开 </title><script>alert(1)</script><style>p{}</style><svg><title>图</title></svg>
    <h1>指南</h1><p>第一段 <b>粗</b>体<br>第二行</p><div><ul><li>甲<li>乙</ul></div>
    <table><tr><td>列一</td><td>列二</td></tr></table><noscript>请开启</noscript><template>藏</template>&copy;&nbsp;2020`);
  expect(page).toEqual({
    title: '信息 公开',
    text: '指南\n第一段 粗体\n第二行\n甲\n乙\n列一 列二\n© 2020',
  });
});

it('keeps nothing that cannot be stored or seen', () => {
  expect(htmlText('<p>a\u0000b\u202Ec\u200Bd&#1;e</p>').text).not.toMatch(/[\p{Cc}\p{Cf}]/u);
  expect(plainText('a\r\n\r\n  b\tc  ')).toEqual({ title: '', text: 'a\nb c' });
});

it('reads what is not HTML at all, and nothing', () => {
  expect(htmlText('{"a":1}').text).toBe('{"a":1}');
  expect(htmlText('')).toEqual({ title: '', text: '' });
});

it.each([
  ['a byte order mark', Uint8Array.of(0xef, 0xbb, 0xbf, ...bytes('公开')), 'gbk', '公开'],
  ['the header', gbk, 'GBK', '政务公开'],
  ['the header by another name', gbk, 'gb2312', '政务公开'],
  ['a meta', Uint8Array.of(...bytes('<meta charset="gbk">'), ...gbk), null, '<meta charset="gbk">政务公开'],
  [
    'an old meta',
    Uint8Array.of(...bytes('<meta http-equiv="Content-Type" content="text/html; charset=gb2312">'), ...gbk),
    null,
    '<meta http-equiv="Content-Type" content="text/html; charset=gb2312">政务公开',
  ],
  ['the bytes, being UTF-8', bytes('公开'), null, '公开'],
  ['the bytes, being none', gbk, null, '政务公开'],
  ['the bytes, where the header means nothing', gbk, 'klingon', '政务公开'],
])('knows the characters by %s', (_what, given, charset, expected) => {
  expect(decodePage(given, charset)).toBe(expected);
});

it('reads in a process apart, pages nested a hundred thousand deep too, and gives up on what takes too long', async () => {
  const order = { bytes: bytes('<title>页</title><p>文'), mediaType: 'text/html', charset: null };
  expect(await readPageText(order)).toEqual({ title: '页', text: '文' });
  const deep = { ...order, bytes: bytes('<b>'.repeat(1_600_000)) };
  await expect(readPageText(deep, 300)).rejects.toMatchObject({ failure: 'broken' });
  const nested = { ...order, bytes: bytes(`${'<i><u>'.repeat(2000)}文`) };
  expect((await readPageText(nested)).text).toBe('文');
});
