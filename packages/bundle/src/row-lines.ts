/** Of the line of each row only what cannot be foreseen: nearly always row i stands on the line after row i − 1. */
export class RowLines {
  /** Row after row where the distance from its usual line changes, and the distance from there on. */
  readonly #rows: number[] = [];
  readonly #distances: number[] = [];
  #length = 0;

  /** @param line where the next row begins, 1 being the header's */
  add(line: number): void {
    const distance = line - usualLine(this.#length);
    if (distance !== (this.#distances.at(-1) ?? 0)) {
      this.#rows.push(this.#length);
      this.#distances.push(distance);
    }
    this.#length += 1;
  }

  /** The line of a row, counted from 0; null where there is no such row. */
  at(row: number): number | null {
    if (row < 0 || row >= this.#length) return null;
    let from = 0;
    let to = this.#rows.length;
    while (from < to) {
      const middle = (from + to) >>> 1;
      if ((this.#rows[middle] ?? 0) <= row) from = middle + 1;
      else to = middle;
    }
    return usualLine(row) + (this.#distances[from - 1] ?? 0);
  }
}

const usualLine = (row: number): number => row + 2;
