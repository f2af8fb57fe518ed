export const aggregations = ['arithmetic', 'geometric', 'harmonic', 'sum'] as const;
export type Aggregation = (typeof aggregations)[number];

export const tieRules = ['competition', 'dense', 'average', 'ordinal'] as const;
/** Equal scores: competition 1,2,2,4; dense 1,2,2,3; average 1,2.5,2.5,4; ordinal 1,2,3,4 by unit code. */
export type TieRule = (typeof tieRules)[number];

export interface Ranking {
  readonly within: 'kind' | 'all';
  readonly ties: TieRule;
  readonly basis: 'unrounded' | 'rounded';
  /** Used where the basis is rounded. */
  readonly decimals: number;
}

export interface Band {
  readonly code: string;
  readonly name: string;
  /** The lowest total that earns it. */
  readonly minimum: number;
}

export interface MethodComponent {
  readonly code: string;
  readonly file: string;
  readonly weight: number;
}

/** A methodology as data: everything, besides tree and scores, that decides a result. */
export interface Method {
  readonly version: 1;
  readonly aggregation: Aggregation;
  readonly scale: number;
  readonly notApplicable: 'total' | 'siblings';
  readonly unscored: 'refuse' | 'exclude' | 'zero';
  readonly minimumCoverage: number;
  readonly components: readonly MethodComponent[];
  readonly bonusCap: number | null;
  readonly totalCap: number | null;
  readonly veto: { readonly band: string } | null;
  readonly ranking: Ranking;
  readonly bands: readonly Band[];
  readonly bandBasis: 'rounded' | 'unrounded';
  readonly rounding: 'half-up';
  readonly decimals: number;
}

/** A method with any keys left out. */
export type MethodInput = {
  readonly [K in Exclude<keyof Method, 'ranking'>]?: Method[K] | undefined;
} & { readonly ranking?: { readonly [K in keyof Ranking]?: Ranking[K] | undefined } | undefined };

export const defaultMethod: Method = {
  version: 1,
  aggregation: 'arithmetic',
  scale: 100,
  notApplicable: 'total',
  unscored: 'refuse',
  minimumCoverage: 0,
  components: [],
  bonusCap: 5,
  totalCap: 100,
  veto: null,
  ranking: { within: 'kind', ties: 'competition', basis: 'unrounded', decimals: 2 },
  bands: [],
  bandBasis: 'rounded',
  rounding: 'half-up',
  decimals: 2,
};
