import type { Appraisal, Band, Evidence, Indicator, ScoreState, UnitKind } from '@gongping/contracts';
import type { LocalText, Method, RuleInput } from '@gongping/scoring';
import type { AppraisalMethod } from '@gongping/statistics';

/** Code of the social appraisal among the components of a method. */
export const SOCIAL = 'social';

export interface UnitFacts {
  readonly code: string;
  readonly name: LocalText;
  readonly kind: UnitKind;
}

/** What was entered for a leaf of a unit. A leaf without any is unscored. */
export interface ScoreFacts {
  readonly unit: string;
  readonly indicator: string;
  readonly state: ScoreState;
  /** Null unless scored; of a veto 1 where it is triggered, else 0. */
  readonly marks: number | null;
  readonly input: RuleInput | null;
  readonly reason: string;
  readonly evidence: readonly Evidence[];
}

/**
 * Everything that decides the results of a round, as plain data: what is shown live is computed from it, and a
 * publication keeps it whole.
 */
export interface RoundFacts {
  readonly title: string;
  readonly year: number;
  readonly slug: string;
  readonly demonstration: boolean;
  readonly units: readonly UnitFacts[];
  /** The nodes that count, parents before children, in printing order. */
  readonly indicators: readonly Indicator[];
  readonly excludedIndicators: readonly string[];
  readonly method: Method;
  readonly bands: readonly Band[];
  readonly appraisalMethod: AppraisalMethod;
  readonly scores: readonly ScoreFacts[];
  /** Unit code → appraisal; empty without a survey. */
  readonly appraisals: Readonly<Record<string, Appraisal>>;
}

export interface Family {
  readonly code: string;
  readonly name: LocalText;
}

/** The families inside the 100, in printing order. */
export function familiesOf({ indicators }: Pick<RoundFacts, 'indicators'>): Family[] {
  return indicators
    .filter(({ parent, role }) => parent === null && role === 'score')
    .map(({ code, name }) => ({ code, name }));
}

/** Code of each node → code of the top node above it. */
export function familyOfNodes({ indicators }: Pick<RoundFacts, 'indicators'>): Map<string, string> {
  const families = new Map<string, string>();
  for (const { code, parent } of indicators) {
    families.set(code, parent === null ? code : (families.get(parent) ?? parent));
  }
  return families;
}

/** Leaves that count for a kind of unit, in printing order. */
export function leavesOf({ indicators }: Pick<RoundFacts, 'indicators'>, kind: UnitKind): Indicator[] {
  return indicators.filter(({ rule, unitKinds }) => rule !== null && unitKinds.includes(kind));
}

/** One key for a unit and a leaf. */
export function cellKey(unit: string, indicator: string): string {
  return `${unit}/${indicator}`;
}

/** Cell key → what was entered. */
export function scoresByCell({ scores }: Pick<RoundFacts, 'scores'>): Map<string, ScoreFacts> {
  return new Map(scores.map((score) => [cellKey(score.unit, score.indicator), score]));
}
