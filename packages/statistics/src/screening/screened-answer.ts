/** One answer as screening looks at it: what was said, when and from where; never who. */
export interface ScreenedAnswer {
  readonly id: string;
  /** When it came, in minutes since any moment. */
  readonly minute: number;
  /** The same for answers of one browser at one address on one day; null where that is not known. */
  readonly origin: string | null;
  /** The rated answers in a fixed order, as one text. */
  readonly ratings: string;
  /** How many of them give a value. */
  readonly rated: number;
  /** The level, where every rated answer that gives a value gives the same; else null. */
  readonly level: string | null;
  /** The other closed answers (group, channels of information), each as a text of its own. */
  readonly profile: readonly string[];
  /** Answers in words, as {@link comparableText} makes them. */
  readonly texts: readonly string[];
}

/** What answers show only beside others. */
export type RelativeSign = 'burst' | 'same-origin' | 'copied-text' | 'straight-line' | 'same-answers';
