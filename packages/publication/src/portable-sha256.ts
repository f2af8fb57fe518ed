const WORD = 2 ** 32;
const part = (x: number): number => ((x % 1) * WORD) | 0;

const isPrime = (n: number): boolean => {
  for (let divisor = 2; divisor * divisor <= n; divisor += 1) if (n % divisor === 0) return false;
  return true;
};

/** The constants are the first bits behind the point of roots of the first primes (FIPS 180-4, 4.2.2 and 5.3.3). */
const primes: number[] = [];
for (let n = 2; primes.length < 64; n += 1) if (isPrime(n)) primes.push(n);
const constants = Int32Array.from(primes, (prime) => part(Math.cbrt(prime)));
const start = Int32Array.from(primes.slice(0, 8), (prime) => part(Math.sqrt(prime)));

const turn = (x: number, by: number): number => (x >>> by) | (x << (32 - by));

/** The message with its padding and length (FIPS 180-4, 5.1.1). */
const padded = (bytes: Uint8Array): DataView => {
  const blocks = Math.ceil((bytes.length + 9) / 64);
  const memory = new Uint8Array(blocks * 64);
  memory.set(bytes);
  memory[bytes.length] = 0x80;
  const view = new DataView(memory.buffer);
  view.setUint32(memory.length - 8, Math.floor(bytes.length / 2 ** 29));
  view.setUint32(memory.length - 4, (bytes.length * 8) >>> 0);
  return view;
};

const at = (words: Int32Array, place: number): number => words[place] ?? 0;

const mix = (state: Int32Array, schedule: Int32Array): void => {
  for (let i = 16; i < 64; i += 1) {
    const before = at(schedule, i - 15);
    const last = at(schedule, i - 2);
    const sigma0 = turn(before, 7) ^ turn(before, 18) ^ (before >>> 3);
    const sigma1 = turn(last, 17) ^ turn(last, 19) ^ (last >>> 10);
    schedule[i] = at(schedule, i - 16) + sigma0 + at(schedule, i - 7) + sigma1;
  }
  let [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0] = state;
  for (let i = 0; i < 64; i += 1) {
    const choice = (e & f) ^ (~e & g);
    const upper = (turn(e, 6) ^ turn(e, 11) ^ turn(e, 25)) + choice;
    const first = (h + upper + at(constants, i) + at(schedule, i)) | 0;
    const majority = (a & b) ^ (a & c) ^ (b & c);
    const second = (turn(a, 2) ^ turn(a, 13) ^ turn(a, 22)) + majority;
    [h, g, f, e, d, c, b, a] = [g, f, e, (d + first) | 0, c, b, a, (first + second) | 0];
  }
  for (const [place, value] of [a, b, c, d, e, f, g, h].entries()) state[place] = at(state, place) + value;
};

/** SHA-256 where the platform has none: browsers keep theirs from pages that came over plain http. */
export const portableSha256 = (bytes: Uint8Array): string => {
  const message = padded(bytes);
  const state = start.slice();
  const schedule = new Int32Array(64);
  for (let block = 0; block < message.byteLength; block += 64) {
    for (let i = 0; i < 16; i += 1) schedule[i] = message.getInt32(block + i * 4);
    mix(state, schedule);
  }
  return Array.from(state, (word) => (word >>> 0).toString(16).padStart(8, '0')).join('');
};
