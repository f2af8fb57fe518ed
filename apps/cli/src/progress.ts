/** What a command is at, in one line that is written over, for a person at a terminal; nothing of it in a pipe. */
export interface Progress {
  /** @param text short enough for one line of a terminal */
  update(text: string): void;
  /** Clears the line. */
  done(): void;
}

/** Faster than anybody reads. */
const LEAST_MILLISECONDS = 50;
const CLEAR = '\r\u001b[K';

export interface ProgressStream {
  readonly isTTY?: boolean;
  write(text: string): unknown;
}

/** @param now milliseconds, from any start */
export function createProgress(
  stream: ProgressStream,
  now: () => number = () => performance.now(),
): Progress {
  if (stream.isTTY !== true) return { update: () => undefined, done: () => undefined };
  let shown = '';
  let writtenAt = -Infinity;
  return {
    update(text) {
      if (text === shown || now() - writtenAt < LEAST_MILLISECONDS) return;
      stream.write(`${CLEAR}${text}`);
      shown = text;
      writtenAt = now();
    },
    done() {
      if (shown !== '') stream.write(CLEAR);
      shown = '';
      writtenAt = -Infinity;
    },
  };
}
