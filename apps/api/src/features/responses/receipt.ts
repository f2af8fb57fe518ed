import { randomInt } from 'node:crypto';

/** Neither 0, 1, 2 nor I, L, O, Z: what people read aloud or copy by hand must not be mistaken. */
const alphabet = '3456789ABCDEFGHJKMNPQRSTUVWXY';

/** A random receipt such as `7KMP-3XQA-H9DT`: 58 bits, so that nobody guesses somebody else's. */
export function newReceipt(): string {
  const group = () => Array.from({ length: 4 }, () => alphabet.charAt(randomInt(alphabet.length))).join('');
  return [group(), group(), group()].join('-');
}
