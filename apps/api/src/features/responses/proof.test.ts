import { solveChallenge, verifySolution } from 'altcha-lib/v1';
import { describe, expect, it } from 'vitest';
import { newChallenge, provenId } from './proof.ts';
import { newStamp } from './stamp.ts';

const key = Buffer.from('the key of a day');
const stamp = newStamp(key, { slug: '2020', now: new Date('2020-10-12T02:00:00Z') });

/** What ALTCHA's own client sends for a challenge of ours. */
async function solved() {
  const made = newChallenge(key, stamp, 5000);
  const solution = await solveChallenge(made.challenge, made.salt, made.algorithm, made.maxnumber).promise;
  const { algorithm, challenge, salt, signature } = made;
  return { algorithm, challenge, salt, signature, number: solution?.number ?? -1 };
}
const encode = (payload: object) => Buffer.from(JSON.stringify(payload)).toString('base64');

describe('proof of work', () => {
  it('is solved by ALTCHA, and taken by ALTCHA and by us', async () => {
    const payload = await solved();
    expect(await verifySolution(encode(payload), key.toString())).toBe(true);
    expect(provenId(key, { stamp, proof: encode(payload) })).toMatch(
      /^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/,
    );
  });

  it('makes the same id of the same challenge, and another one of another', async () => {
    const [one, other] = [await solved(), await solved()];
    const idOf = (payload: object) => provenId(key, { stamp, proof: encode(payload) });
    expect(idOf(one)).toBe(idOf({ ...one, took: 12 }));
    expect(idOf(one)).not.toBe(idOf(other));
  });

  it('proves nothing with a number, salt, challenge or signature that is not its own', async () => {
    const payload = await solved();
    const other = await solved();
    const wrong = [
      { ...payload, number: payload.number + 1 },
      { ...payload, number: String(payload.number) },
      { ...payload, salt: `${payload.salt}0` },
      { ...payload, challenge: other.challenge },
      { ...payload, signature: other.signature },
      { ...payload, algorithm: 'SHA-1' },
    ];
    for (const one of wrong) expect(provenId(key, { stamp, proof: encode(one) })).toBeNull();
    expect(provenId(Buffer.from('another key'), { stamp, proof: encode(payload) })).toBeNull();
    expect(provenId(key, { stamp: `${stamp}0`, proof: encode(payload) })).toBeNull();
    for (const proof of ['', 'no base64', encode([]), btoa('null')])
      expect(provenId(key, { stamp, proof })).toBeNull();
  });
});
