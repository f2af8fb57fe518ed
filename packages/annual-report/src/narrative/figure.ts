import type { Meaning } from './meanings.ts';

/** A number in the text and what it counts. */
export interface NarrativeFigure {
  /** Null for a way that requests came in: no table knows it. */
  readonly meaning: Meaning | null;
  readonly value: number;
  /** The year it is said of; null where the text says the year before. */
  readonly year: number | null;
  readonly quote: string;
  readonly growth?: GrowthClaim;
  readonly share?: ShareClaim;
}

/** By how much a figure has changed since last year, as the text says it. */
export interface GrowthClaim {
  /** As printed, without a sign. */
  readonly amount: string;
  readonly unit: '%' | '件';
  readonly sign: 1 | -1;
  readonly quote: string;
}

export interface ShareClaim {
  /** As printed. */
  readonly percent: string;
  readonly quote: string;
}
