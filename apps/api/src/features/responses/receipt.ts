import { readableCode } from '../../http/readable-code.ts';

/** A random receipt such as `7KMP-3XQA-H9DT`: 58 bits, so that nobody guesses somebody else's. */
export function newReceipt(): string {
  return readableCode(3);
}
