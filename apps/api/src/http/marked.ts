import { Recent } from './recent.ts';

/** Values that hold while a mark of what they follow from stays the same: those asked for last. */
export class Marked<T> {
  readonly #recent: Recent<{ readonly mark: string; readonly value: Promise<T> }>;

  /** @param most values kept */
  constructor(most: number) {
    this.#recent = new Recent(most);
  }

  /**
   * The value from memory where it was read under this mark, else read anew; one that could not be read is not kept. The
   * mark is to be taken before: whoever asks after a write then sees what was written.
   */
  read(key: string, mark: string, read: () => Promise<T>): Promise<T> {
    const known = this.#recent.get(key);
    if (known?.mark === mark) return known.value;
    const made = { mark, value: read() };
    this.#recent.set(key, made);
    made.value.catch(() => {
      if (this.#recent.get(key) === made) this.#recent.delete(key);
    });
    return made.value;
  }
}
