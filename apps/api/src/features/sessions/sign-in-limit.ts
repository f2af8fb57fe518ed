import { RateLimiterRes, type RateLimiterAbstract } from 'rate-limiter-flexible';

interface Keys {
  readonly name: string;
  readonly address: string;
}

// By name and address together: a stranger who guesses cannot lock the owner of the account out of their desk.
// An address alone may try more often, since an office shares one.
const pairLimit = 5;
const addressLimit = 50;

const pairKey = ({ name, address }: Keys) => `pair:${name}:${address}`;
const addressKey = ({ address }: Keys) => `address:${address}`;

/** Seconds until another attempt is allowed; 0 where one is allowed now. */
export async function blockedSeconds(limiter: RateLimiterAbstract, keys: Keys): Promise<number> {
  const [pair, address] = await Promise.all([limiter.get(pairKey(keys)), limiter.get(addressKey(keys))]);
  return Math.max(remaining(pair, pairLimit), remaining(address, addressLimit));
}

export async function countFailure(limiter: RateLimiterAbstract, keys: Keys): Promise<void> {
  await consume(limiter, pairKey(keys));
  await consume(limiter, addressKey(keys));
}

export async function forgetFailures(limiter: RateLimiterAbstract, keys: Keys): Promise<void> {
  await limiter.delete(pairKey(keys));
}

function remaining(state: RateLimiterRes | null, limit: number): number {
  if (!state || state.consumedPoints < limit) return 0;
  return Math.max(1, Math.ceil(state.msBeforeNext / 1000));
}

async function consume(limiter: RateLimiterAbstract, key: string): Promise<void> {
  try {
    await limiter.consume(key);
  } catch (refusal) {
    if (!(refusal instanceof RateLimiterRes)) throw refusal;
  }
}
