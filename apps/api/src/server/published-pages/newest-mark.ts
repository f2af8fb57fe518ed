/** A mark of everything that published pages depend on, which is read anew now and then. */
export interface NewestMark {
  /** The mark, from memory where it is young enough. */
  read(): string | Promise<string>;
  /** After a change in this process: it is read anew at once. */
  forget(): void;
}

/**
 * @param query reads the mark
 * @param options.maxAgeMs how late a change that another instance made may show
 */
export function newestMark(
  query: () => Promise<string>,
  { maxAgeMs, now = () => performance.now() }: { maxAgeMs: number; now?: () => number },
): NewestMark {
  let known: { readonly mark: string; readonly readAt: number } | null = null;
  let asking: Promise<string> | null = null;

  function ask(): Promise<string> {
    const readAt = now();
    const asked = query().then(
      (mark) => {
        // What was asked before a change is not kept after it.
        if (asking === asked) [known, asking] = [{ mark, readAt }, null];
        return mark;
      },
      (error: unknown) => {
        if (asking === asked) asking = null;
        throw error;
      },
    );
    return asked;
  }
  return {
    read() {
      if (known && now() - known.readAt < maxAgeMs) return known.mark;
      asking ??= ask();
      return asking;
    },
    forget() {
      [known, asking] = [null, null];
    },
  };
}
