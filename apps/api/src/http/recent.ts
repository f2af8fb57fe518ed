/** The values asked for last, as many as fit: what was not asked for the longest makes room. */
export class Recent<T> {
  readonly #values = new Map<string, T>();
  readonly #most: number;
  readonly #weigh: (value: T) => number;
  #weight = 0;

  /** @param weigh what a value counts against `most`; one each unless told */
  constructor(most: number, weigh: (value: T) => number = () => 1) {
    this.#most = most;
    this.#weigh = weigh;
  }

  get(key: string): T | undefined {
    const value = this.#values.get(key);
    if (value !== undefined) {
      // The map is in the order of writing: the first is the oldest.
      this.#values.delete(key);
      this.#values.set(key, value);
    }
    return value;
  }

  set(key: string, value: T): void {
    this.delete(key);
    this.#values.set(key, value);
    this.#weight += this.#weigh(value);
    for (const oldest of this.#values.keys()) {
      if (this.#weight <= this.#most) return;
      this.delete(oldest);
    }
  }

  delete(key: string): void {
    const value = this.#values.get(key);
    if (value === undefined) return;
    this.#values.delete(key);
    this.#weight -= this.#weigh(value);
  }
}
