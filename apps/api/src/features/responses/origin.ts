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

/** The same of the address alone, for limits: who sends too much may change its browser's name each time. */
export function addressDigest(key: Buffer, from: { surveyId: string; address: string }): Buffer {
  return mac(key, `limit ${from.surveyId} ${from.address}`);
}
