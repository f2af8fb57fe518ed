import type { BlockCell } from '@gongping/annual-report';

/** A cell as a format writes it: with how many columns and rows it takes up. */
export interface SpanCell {
  readonly text: string;
  readonly columns: number;
  readonly rows: number;
}

/** No statutory table is wider or longer. */
const WIDEST = 200;
const LONGEST = 1_000;

/** Gives each cell its column, with room for those that reach down from rows above. */
export class SpanGrid {
  /** For each column, into how many of the next rows a cell from above reaches. */
  readonly #reaching: number[] = [];

  place(cells: readonly SpanCell[]): readonly BlockCell[] {
    const placed: BlockCell[] = [];
    let column = 0;
    const skip = (): void => {
      while ((this.#reaching[column] ?? 0) > 0) column += 1;
    };
    const taken = new Map<number, number>();
    for (const { text, columns, rows } of cells) {
      skip();
      placed.push({ text, column: column + 1 });
      const width = Math.min(Math.max(columns, 1), WIDEST);
      for (let i = 0; i < width; i += 1) taken.set(column + i, Math.min(Math.max(rows, 1), LONGEST) - 1);
      column += width;
    }
    this.#reaching.forEach((left, i) => (this.#reaching[i] = Math.max(0, left - 1)));
    for (const [i, left] of taken) this.#reaching[i] = Math.max(this.#reaching[i] ?? 0, left);
    return placed;
  }
}
