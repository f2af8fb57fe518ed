import type { Score } from './input.ts';

const CHUNK = 65_536;
const NUMBER = 0;
const NOT_APPLICABLE = 1;
const EMPTY = 2;

interface Chunk {
  readonly units: Uint32Array;
  readonly indicators: Uint32Array;
  readonly values: Float64Array;
  readonly states: Uint8Array;
}

/** Each code once, in order of appearance. */
class Codes {
  readonly list: string[] = [];
  readonly #index = new Map<string, number>();

  indexOf(code: string): number {
    const known = this.#index.get(code);
    if (known !== undefined) return known;
    const index = this.list.length;
    this.#index.set(code, index);
    this.list.push(code);
    return index;
  }
}

/**
 * Millions of scores in 17 bytes each, where a list of objects takes about 100. Rows come out as they were added, any
 * number of times.
 */
export class ScoreTable implements Iterable<Score> {
  readonly #units = new Codes();
  readonly #indicators = new Codes();
  readonly #chunks: Chunk[] = [];
  #length = 0;

  get length(): number {
    return this.#length;
  }

  add(unit: string, indicator: string, value: Score['value']): void {
    const at = this.#length % CHUNK;
    if (at === 0) this.#chunks.push(emptyChunk());
    const chunk = this.#chunks[this.#chunks.length - 1] ?? emptyChunk();
    chunk.units[at] = this.#units.indexOf(unit);
    chunk.indicators[at] = this.#indicators.indexOf(indicator);
    if (typeof value === 'number') chunk.values[at] = value;
    chunk.states[at] = typeof value === 'number' ? NUMBER : value === 'NA' ? NOT_APPLICABLE : EMPTY;
    this.#length += 1;
  }

  *[Symbol.iterator](): Generator<Score, void> {
    for (let row = 0; row < this.#length; row += 1) {
      const chunk = this.#chunks[Math.floor(row / CHUNK)];
      const at = row % CHUNK;
      if (chunk === undefined) return;
      const state = chunk.states[at];
      yield {
        unit: this.#units.list[chunk.units[at] ?? 0] ?? '',
        indicator: this.#indicators.list[chunk.indicators[at] ?? 0] ?? '',
        value: state === NUMBER ? (chunk.values[at] ?? 0) : state === NOT_APPLICABLE ? 'NA' : null,
      };
    }
  }
}

const emptyChunk = (): Chunk => ({
  units: new Uint32Array(CHUNK),
  indicators: new Uint32Array(CHUNK),
  values: new Float64Array(CHUNK),
  states: new Uint8Array(CHUNK),
});
