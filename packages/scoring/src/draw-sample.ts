import { philox } from './robustness/philox.ts';

/** Two unsigned 32-bit words as 16 hexadecimal digits. */
const seedPattern = /^[0-9a-f]{16}$/;
const TWO_32 = 0x1_0000_0000;

/**
 * Draws a simple random sample without replacement, the same for the same seed wherever and whenever it is drawn: the
 * first `size` steps of a Fisher–Yates shuffle, fed by Philox 4×32-10 with the seed as its key and a counter from 0.
 * Each step takes the next word below the greatest multiple of the number of items left, and its remainder; words above
 * are passed over, so that every item is equally likely.
 *
 * @param population number of items to draw from
 * @param size number to draw; where there are no more items than that, all are drawn
 * @param seed 16 hexadecimal digits in lower case
 * @returns indexes into the population, counted from 0, in the order drawn
 * @throws RangeError for a size or population that is no natural number, or a seed of another form
 */
export function drawSample(population: number, size: number, seed: string): number[] {
  if (!seedPattern.test(seed)) throw new RangeError('seed: 16 hexadecimal digits');
  if (![population, size].every((number) => Number.isSafeInteger(number) && number >= 0))
    throw new RangeError('population and size: natural numbers');
  const words = randomWords(seed);
  const order = Array.from({ length: population }, (_, index) => index);
  const drawn = Math.min(size, population);
  for (let place = 0; place < drawn; place += 1) {
    const other = place + below(population - place, words);
    [order[place], order[other]] = [order[other] ?? 0, order[place] ?? 0];
  }
  return order.slice(0, drawn);
}

/** A natural number below `bound`, each as likely as the others. */
function below(bound: number, words: Iterator<number, never>): number {
  const usable = TWO_32 - (TWO_32 % bound);
  for (;;) {
    const word = words.next().value;
    if (word < usable) return word % bound;
  }
}

function* randomWords(seed: string): Generator<number, never> {
  const key = [parseInt(seed.slice(0, 8), 16), parseInt(seed.slice(8), 16)] as const;
  const words = new Uint32Array(4);
  for (let block = 0; ; block += 1) {
    words.set([block, 0, 0, 0]);
    philox(words, key);
    yield* words;
  }
}
