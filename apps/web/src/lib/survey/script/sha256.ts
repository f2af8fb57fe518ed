const word = 2 ** 32;
const part = (x: number): number => ((x % 1) * word) | 0;

const isPrime = (n: number): boolean => {
  for (let divisor = 2; divisor * divisor <= n; divisor += 1) if (n % divisor === 0) return false;
  return true;
};

/** The constants are the first bits behind the point of roots of the first primes (FIPS 180-4, 4.2.2 and 5.3.3). */
const constants = new DataView(new ArrayBuffer(64 * 4));
const start = new DataView(new ArrayBuffer(8 * 4));
for (let n = 2, place = 0; place < 64; n += 1) {
  if (!isPrime(n)) continue;
  constants.setInt32(place * 4, part(Math.cbrt(n)));
  if (place < 8) start.setInt32(place * 4, part(Math.sqrt(n)));
  place += 1;
}

const turn = (x: number, by: number): number => (x >>> by) | (x << (32 - by));

/**
 * SHA-256 of a text of ASCII characters: its eight words, in one memory that the next call writes anew.
 *
 * `crypto.subtle` is not there on plain http, and where it is a call takes longer than a block takes here: a proof of
 * work is some ten thousand texts of one block each.
 */
export function sha256(text: string): DataView {
  const length = text.length;
  const blocks = (length + 72) >>> 6;
  if (message.byteLength < blocks * 64) message = new DataView(new ArrayBuffer(blocks * 64));
  for (let at = 0; at < blocks * 64; at += 1) message.setUint8(at, at < length ? text.charCodeAt(at) : 0);
  message.setUint8(length, 0x80);
  message.setUint32(blocks * 64 - 4, length * 8);
  for (let at = 0; at < 32; at += 4) state.setInt32(at, start.getInt32(at));
  for (let block = 0; block < blocks; block += 1) mix(block * 64);
  return state;
}

let message = new DataView(new ArrayBuffer(64));
const state = new DataView(new ArrayBuffer(32));
const schedule = new DataView(new ArrayBuffer(64 * 4));

function mix(offset: number): void {
  for (let at = 0; at < 64; at += 4) schedule.setInt32(at, message.getInt32(offset + at));
  for (let at = 64; at < 256; at += 4) {
    const before = schedule.getInt32(at - 60);
    const last = schedule.getInt32(at - 8);
    const sigma0 = turn(before, 7) ^ turn(before, 18) ^ (before >>> 3);
    const sigma1 = turn(last, 17) ^ turn(last, 19) ^ (last >>> 10);
    schedule.setInt32(at, schedule.getInt32(at - 64) + sigma0 + schedule.getInt32(at - 28) + sigma1);
  }
  let a = state.getInt32(0);
  let b = state.getInt32(4);
  let c = state.getInt32(8);
  let d = state.getInt32(12);
  let e = state.getInt32(16);
  let f = state.getInt32(20);
  let g = state.getInt32(24);
  let h = state.getInt32(28);
  for (let at = 0; at < 256; at += 4) {
    const choice = (e & f) ^ (~e & g);
    const upper = (turn(e, 6) ^ turn(e, 11) ^ turn(e, 25)) + choice;
    const first = (h + upper + constants.getInt32(at) + schedule.getInt32(at)) | 0;
    const majority = (a & b) ^ (a & c) ^ (b & c);
    const second = (turn(a, 2) ^ turn(a, 13) ^ turn(a, 22)) + majority;
    h = g;
    g = f;
    f = e;
    e = (d + first) | 0;
    d = c;
    c = b;
    b = a;
    a = (first + second) | 0;
  }
  for (const [place, value] of [a, b, c, d, e, f, g, h].entries())
    state.setInt32(place * 4, state.getInt32(place * 4) + value);
}
