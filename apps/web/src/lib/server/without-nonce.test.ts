import { createHash } from 'node:crypto';
import { expect, it } from 'vitest';
import { withoutNonce } from './without-nonce.ts';

const hashOf = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
const policy =
  "default-src 'self'; script-src 'self' 'nonce-abc='; style-src-elem 'self' 'nonce-abc='; base-uri 'none'";

it('names scripts and styles by their hashes', () => {
  const page =
    '<link href="/a.js" rel="modulepreload" nonce="abc="><style nonce="abc=">p{}</style>' +
    '<script nonce="abc=">\n  go();\n</script><script nonce="abc=" src="/b.js"></script><p>nonce="abc="</p>';
  expect(withoutNonce(page, policy)).toEqual({
    html:
      '<link href="/a.js" rel="modulepreload"><style>p{}</style>' +
      '<script>\n  go();\n</script><script src="/b.js"></script><p>nonce="abc="</p>',
    policy: `default-src 'self'; script-src 'self' ${hashOf('\n  go();\n')}; style-src-elem 'self' ${hashOf('p{}')}; base-uri 'none'`,
  });
});

it('allows nothing where there is nothing', () => {
  expect(withoutNonce('<p></p>', policy)).toEqual({
    html: '<p></p>',
    policy: "default-src 'self'; script-src 'self'; style-src-elem 'self'; base-uri 'none'",
  });
});
