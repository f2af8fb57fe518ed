import type { MeaningKey } from './meanings.ts';

/** What stands in a sentence, as far as it tells what numbers mean. */
export type Token =
  | { readonly kind: 'term'; readonly meaning: MeaningKey; readonly from: number; readonly to: number }
  | { readonly kind: 'outcome'; readonly column: number; readonly from: number; readonly to: number }
  | { readonly kind: 'channel'; readonly from: number; readonly to: number }
  /** A number whose meaning stands behind it, or none at all said in words. */
  | {
      readonly kind: 'whole';
      readonly meanings: readonly MeaningKey[];
      readonly value: number;
      readonly from: number;
      readonly to: number;
    }
  | {
      readonly kind: 'number';
      readonly value: number;
      readonly unit: string;
      readonly from: number;
      readonly to: number;
    }
  | { readonly kind: 'share'; readonly percent: string; readonly from: number; readonly to: number }
  | {
      readonly kind: 'growth';
      readonly amount: string;
      readonly unit: '%' | '件';
      readonly sign: 1 | -1;
      /** The year that is compared with, where it is named. */
      readonly against: number | null;
      readonly from: number;
      readonly to: number;
    }
  | { readonly kind: 'year'; readonly year: number; readonly from: number; readonly to: number }
  | {
      readonly kind: 'last-year' | 'respectively' | 'end' | 'open' | 'close' | 'other';
      readonly from: number;
      readonly to: number;
    };
