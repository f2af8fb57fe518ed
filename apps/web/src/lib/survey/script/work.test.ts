import { createChallenge, verifySolution } from 'altcha-lib/v1';
import fc from 'fast-check';
import { createHash } from 'node:crypto';
import { expect, it } from 'vitest';
import { sha256 } from './sha256.ts';
import { solve } from './work.ts';

const hexOf = (text: string) => Buffer.from(sha256(text).buffer).toString('hex');
const noPause = () => Promise.resolve();

it('is the SHA-256 of FIPS 180-4', () => {
  // The examples of NIST for one block and for two, and that of the empty message.
  expect(hexOf('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
  expect(hexOf('abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq')).toBe(
    '248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1',
  );
  expect(hexOf('')).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855');
});

it('is the same as that of Node for ASCII of any length', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary-ascii', maxLength: 300 }), (text) => {
      expect(hexOf(text)).toBe(createHash('sha256').update(text).digest('hex'));
    }),
  );
});

it('solves what ALTCHA asks, so that ALTCHA takes it', async () => {
  for (const number of [0, 1, 499, 500, 4321, 20_000]) {
    const made = await createChallenge({ hmacKey: 'key', maxnumber: 20_000, number });
    const challenge = { ...made, algorithm: 'SHA-256' as const, maxnumber: 20_000 };
    const proof = await solve(challenge, noPause);
    expect(await verifySolution(proof ?? '', 'key'), `${number}`).toBe(true);
    expect(await verifySolution(proof ?? '', 'another key')).toBe(false);
  }
});

it('gives way after each slice, and gives up where no number is the one', async () => {
  const made = await createChallenge({ hmacKey: 'key', maxnumber: 20_000, number: 12_345 });
  let pauses = 0;
  const proof = await solve({ ...made, algorithm: 'SHA-256', maxnumber: 1999 }, () => {
    pauses += 1;
    return Promise.resolve();
  });
  expect(proof).toBeNull();
  expect(pauses).toBe(4);
});
