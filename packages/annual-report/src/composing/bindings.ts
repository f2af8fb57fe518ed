/** Which publication of results a figure was taken from. */
export interface FigureSource {
  /** Slug of the assessment. */
  readonly slug: string;
  readonly version: number;
  readonly sha256: string;
}

/** A figure as it was when somebody put it into the text, or renewed it. */
export interface Binding {
  readonly value: string;
  readonly source: FigureSource;
}

export type Bindings = Readonly<Record<string, Binding>>;

/** A figure of a text that does not say what is published now. */
export interface StaleFigure {
  readonly key: string;
  /** What the text says; null where the figure was never bound. */
  readonly bound: string | null;
  /** What is published now; null where nothing is, or no such figure. */
  readonly current: string | null;
}

/**
 * The figures that cannot be published as they are: their value has changed since, is gone, or was never there.
 *
 * @param keys figures of the text that are bound to published results
 * @param current what the newest publication says
 */
export const staleFigures = (
  keys: readonly string[],
  { bindings, current }: { bindings: Bindings; current: Readonly<Record<string, string>> },
): readonly StaleFigure[] =>
  keys.flatMap((key): StaleFigure[] => {
    const bound = bindings[key]?.value ?? null;
    const now = current[key] ?? null;
    return bound !== null && bound === now ? [] : [{ key, bound, current: now }];
  });

/**
 * Binds the figures that are new in a text to what is published now. What is bound stays so, also while it does not stand
 * in the text: a paragraph that is cut and pasted again is not renewed in passing.
 */
export const bindNew = (
  keys: readonly string[],
  {
    bindings,
    current,
    source,
  }: { bindings: Bindings; current: Readonly<Record<string, string>>; source: FigureSource | null },
): Bindings =>
  renew(
    keys.filter((key) => bindings[key] === undefined),
    { bindings, current, source },
  );

/** Binds figures to what is published now; those that nothing is published of stay as they are. */
export const renew = (
  keys: readonly string[],
  {
    bindings,
    current,
    source,
  }: { bindings: Bindings; current: Readonly<Record<string, string>>; source: FigureSource | null },
): Bindings => {
  if (source === null) return bindings;
  const renewed = keys.flatMap((key): [string, Binding][] => {
    const value = current[key];
    return value === undefined ? [] : [[key, { value, source }]];
  });
  return { ...bindings, ...Object.fromEntries(renewed) };
};
