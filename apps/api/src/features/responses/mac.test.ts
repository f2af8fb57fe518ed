import fc from 'fast-check';
import { createHmac } from 'node:crypto';
import { expect, it } from 'vitest';
import { mac } from './mac.ts';

it('is HMAC-SHA-256 for every key and text', () => {
  const someKey = fc.uint8Array({ maxLength: 64 }).map((bytes) => Buffer.from(bytes));
  fc.assert(
    fc.property(someKey, fc.string({ unit: 'binary' }), (key, text) => {
      const wanted = createHmac('sha256', key).update(text).digest();
      expect(mac(key, text).equals(wanted)).toBe(true);
      // Again, with what was made of the key.
      expect(mac(key, text).equals(wanted)).toBe(true);
    }),
  );
});

it('refuses a key that is longer than a block', () => {
  expect(() => mac(Buffer.alloc(65), '')).toThrow(RangeError);
});
