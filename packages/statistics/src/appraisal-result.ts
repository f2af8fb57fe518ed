import type { Interval } from './wilson-interval.ts';

/** Why a group's mean has no part in the unit's score. */
export type GroupExclusion = 'no-weight' | 'below-minimum';

export interface GroupResult {
  readonly group: string;
  /** Valid responses. */
  readonly n: number;
  readonly mean: number | null;
  /** Sample variance (n − 1) of the respondents' scores. */
  readonly variance: number | null;
  /** As the method has it: not normalised; 0 for a group that the method does not know. */
  readonly weight: number;
  readonly counted: boolean;
  /** Null where the group is counted. */
  readonly exclusion: GroupExclusion | null;
}

export interface QuestionResult {
  readonly question: string;
  /** How often each scale value was chosen, highest value first. */
  readonly counts: readonly { readonly value: number; readonly count: number }[];
  readonly answered: number;
  /** 不了解 or unanswered. */
  readonly unknown: number;
  /** unknown ÷ responses received, or null without responses. */
  readonly unknownShare: number | null;
}

/** Why there is no score. */
export type AppraisalGap = 'sample-too-small' | 'no-countable-group';

export interface AppraisalResult {
  readonly received: number;
  readonly valid: number;
  /** In the method's order, then groups that it does not know in order of appearance. */
  readonly groups: readonly GroupResult[];
  /** Family → score; null for every family where the unit has no score. */
  readonly families: Readonly<Record<string, number | null>>;
  /** Unrounded, on the answers' scale. */
  readonly score: number | null;
  /** Null where there is a score. */
  readonly gap: AppraisalGap | null;
  /** 95 % interval of the score, not clipped to the scale. */
  readonly interval: Interval | null;
  /** Every rated question in the method's order, over all responses received. */
  readonly questions: readonly QuestionResult[];
}
