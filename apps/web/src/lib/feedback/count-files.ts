const HEADER = 30;
const SIGNATURE = 0x04034b50;

/**
 * Counts the files of a zip while it comes in. The notices' zip says each file's size before the file, so that one
 * steps from header to header; what lies inside the files is not looked at.
 */
export class FileCounter {
  files = 0;
  #header = new Uint8Array(HEADER);
  #filled = 0;
  #skip = 0;
  #ended = false;

  /** Takes the next piece. */
  push(piece: Uint8Array): void {
    let at = 0;
    while (at < piece.length && !this.#ended) {
      if (this.#skip > 0) {
        const step = Math.min(this.#skip, piece.length - at);
        this.#skip -= step;
        at += step;
        continue;
      }
      const part = piece.subarray(at, at + HEADER - this.#filled);
      this.#header.set(part, this.#filled);
      this.#filled += part.length;
      at += part.length;
      if (this.#filled === HEADER) this.#open();
    }
  }

  #open(): void {
    const view = new DataView(this.#header.buffer);
    this.#filled = 0;
    if (view.getUint32(0, true) !== SIGNATURE) {
      // The directory at the end.
      this.#ended = true;
      return;
    }
    this.files += 1;
    this.#skip = view.getUint32(18, true) + view.getUint16(26, true) + view.getUint16(28, true);
  }
}
