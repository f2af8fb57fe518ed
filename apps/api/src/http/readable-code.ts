import { randomInt } from 'node:crypto';

/** Neither 0, 1, 2 nor I, L, O, Z: what people read aloud or copy by hand must not be mistaken. */
const alphabet = '3456789ABCDEFGHJKMNPQRSTUVWXY';

/** A random code in groups of four such as `7KMP-3XQA-H9DT`; a group has 19.4 bits. */
export function readableCode(groups: number): string {
  const group = () => Array.from({ length: 4 }, () => alphabet.charAt(randomInt(alphabet.length))).join('');
  return Array.from({ length: groups }, group).join('-');
}
