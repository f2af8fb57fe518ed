import type { NotApplicableState, ScoreState } from '@gongping/contracts';
import type { LocalText, Rule, RuleInput } from '@gongping/scoring';

export interface CheckedUnit {
  readonly code: string;
  readonly name: LocalText;
}

export interface CheckedLeaf {
  readonly code: string;
  readonly name: LocalText;
  readonly role: 'score' | 'bonus' | 'veto';
  readonly rule: Rule;
}

/** A piece of evidence as far as it can be told from others: by its bytes, or by its address. */
export interface CheckedEvidence {
  readonly title: string;
  readonly url: string | null;
  readonly sha256: string | null;
}

/** A leaf of a unit that somebody has touched. */
export interface CheckedCell {
  readonly unit: CheckedUnit;
  readonly leaf: CheckedLeaf;
  /** Full marks of the leaf for the unit's kind. */
  readonly fullMarks: number;
  readonly state: ScoreState;
  /** Null unless scored. */
  readonly marks: number | null;
  readonly input: RuleInput | null;
  readonly reason: string;
  readonly evidence: readonly CheckedEvidence[];
  /** How an N/A of evaluators stands; null of any other cell, and where a reviewer ruled it to be N/A. */
  readonly approval: { readonly state: NotApplicableState; readonly reason: string } | null;
}

export interface CheckedPerson {
  readonly id: string;
  readonly name: string;
  /** Id of the unit that the person works for. */
  readonly homeUnitId: string | null;
}

/** Somebody who scores a unit, or has scored it. */
export interface UnitScorer {
  readonly unitId: string;
  readonly unit: CheckedUnit;
  readonly person: CheckedPerson;
}

/** Somebody who ruled on a leaf of a unit: in arbitration, or on an appeal. */
export interface LeafRuling {
  readonly unitId: string;
  readonly unit: CheckedUnit;
  readonly leaf: CheckedLeaf;
  readonly by: CheckedPerson;
}

/** What an address was when it was looked at last. */
export interface LinkState {
  readonly state: 'ok' | 'gone' | 'unreachable' | 'refused';
  readonly status: number | null;
}

/** Everything that the standing checks of a round look at, as plain data. */
export interface CheckFacts {
  /** Leaves that count, in printing order, with how many units each applies to. */
  readonly leaves: readonly { readonly leaf: CheckedLeaf; readonly units: number }[];
  /** By unit code and the order of the leaves. */
  readonly cells: readonly CheckedCell[];
  readonly scorers: readonly UnitScorer[];
  readonly rulings: readonly LeafRuling[];
  readonly links: ReadonlyMap<string, LinkState>;
}
