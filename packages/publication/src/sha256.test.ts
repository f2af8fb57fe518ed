import fc from 'fast-check';
import { createHash } from 'node:crypto';
import { expect, it } from 'vitest';
import { portableSha256 } from './portable-sha256.ts';
import { sha256 } from './sha256.ts';

it('is that of FIPS 180-4', async () => {
  const abc = new TextEncoder().encode('abc');
  const known = 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad';
  expect(portableSha256(abc)).toBe(known);
  expect(await sha256(abc)).toBe(known);
});

it('is that of Node for bytes of any length', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
      expect(portableSha256(bytes)).toBe(createHash('sha256').update(bytes).digest('hex'));
    }),
  );
});
