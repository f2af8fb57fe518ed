import { mac } from './mac.ts';

/**
 * What tells answers of one day from the same browser at the same address, and nothing else: a hash under a key that is
 * thrown away. 16 bytes.
 */
export function originOf(
  key: Buffer,
  from: { surveyId: string; address: string; userAgent: string },
): Buffer {
  const { surveyId, address, userAgent } = from;
  return mac(key, `origin ${surveyId} ${address}\n${userAgent}`).subarray(0, 16);
}

/** An address as the limits of a survey know it. */
export interface Sender {
  /** Stays in memory. */
  readonly name: string;
  /** What is written down of it, where it is: made of the address alone, for who sends too much may change browsers. */
  digest(): Buffer;
}

export function senderOf(key: Buffer, from: { surveyId: string; address: string }): Sender {
  const name = `${from.surveyId} ${from.address}`;
  return { name, digest: () => mac(key, `limit ${name}`) };
}
