import { expect, it } from 'vitest';
import { parsePageFacts } from './page-facts.ts';

const facts = { key: 'k-1', stamp: '5fc630b0.kW3.mac', challenge: null };

it('reads what a page was given, with an invitation or the secret of a device', () => {
  for (const more of [{}, { token: 't' }, { channel: 'hall', secret: 's' }])
    expect(parsePageFacts(JSON.stringify({ ...facts, ...more }))).toEqual({ ...facts, ...more });
});

it.each([
  null,
  '',
  'null',
  '{}',
  '{"key":"k"}',
  '{"key":"a b","stamp":""}',
  `{"key":"k","stamp":"${'x'.repeat(4000)}"}`,
])('takes %j for none', (text) => {
  expect(parsePageFacts(text)).toBeNull();
});
