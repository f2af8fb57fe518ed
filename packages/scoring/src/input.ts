import type { Aggregation, MethodInput } from './method.ts';

/** Who is scored; `kind` is the group that is ranked together (`county`, `department`, …). */
export interface Unit {
  readonly code: string;
  readonly name: string;
  readonly kind: string;
}

export type Role = 'score' | 'bonus' | 'penalty' | 'veto';

/**
 * A node of the indicator system. A node without children is a leaf and is scored; `parent` null is the top level.
 * What is absent, null or undefined takes the default in brackets.
 */
export interface Indicator {
  readonly code: string;
  readonly parent: string | null;
  readonly name: string;
  /** Weight among siblings, any non-negative scale (1). Not used where all siblings carry marks. */
  readonly weight?: number | null | undefined;
  /** Full marks of a leaf. */
  readonly marks?: number | null | undefined;
  /** Full marks by kind, where they differ; 0 means that the leaf does not count for that kind. */
  readonly marksByKind?: Readonly<Record<string, number>> | undefined;
  /** Of an inner node (the method's). */
  readonly aggregation?: Aggregation | null | undefined;
  /** Of a leaf, in the notation of `parseNormalisation` (`share` where it carries marks, else `none`). */
  readonly normalisation?: string | null | undefined;
  /** 1 more is better, -1 less is better (1). */
  readonly direction?: 1 | -1 | null | undefined;
  /** Of a leaf (`score`). */
  readonly role?: Role | null | undefined;
  /** Kinds that it applies to, with everything below it (all). */
  readonly appliesTo?: readonly string[] | undefined;
}

/** `NA` is not applicable, null is unscored; a pair that is absent is unscored too. */
export interface Score {
  readonly unit: string;
  readonly indicator: string;
  readonly value: number | 'NA' | null;
}

/** A further score to mix with the tree, on the same scale (social appraisal). */
export interface Component {
  readonly code: string;
  /** Its part of the whole, 0 to 1; the tree has what the components leave of 1. */
  readonly weight: number;
  /** Unit code → value; a unit that is absent or null has none. */
  readonly values: ReadonlyMap<string, number | null> | Readonly<Record<string, number | null>>;
}

export interface EngineInput {
  readonly units: readonly Unit[];
  readonly indicators: readonly Indicator[];
  /** Read once for each computation: a list, or rows read from a file. */
  readonly scores: Iterable<Score>;
  readonly components?: readonly Component[] | undefined;
  readonly method?: MethodInput | undefined;
}

/** The code of the root in results and lineage. */
export const ROOT = 'total';
