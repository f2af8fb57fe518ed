import { randomInt } from 'node:crypto';

/** Neither 0, 1, 2 nor I, L, O, Z: what people read aloud or copy by hand must not be mistaken. */
const alphabet = '3456789ABCDEFGHJKMNPQRSTUVWXY';
const lettersInGroup = 4;

/** A random code in groups of four such as `7KMP-3XQA-H9DT`; a group has 19.4 bits. */
export function readableCode(groups: number): string {
  return Array.from({ length: groups }, randomGroup).join('-');
}

function randomGroup(): string {
  let number = randomInt(alphabet.length ** lettersInGroup);
  let group = '';
  for (let letter = 0; letter < lettersInGroup; letter += 1) {
    group += alphabet.charAt(number % alphabet.length);
    number = Math.floor(number / alphabet.length);
  }
  return group;
}
