/** Phases of a round in their order; a round has those that its procedure asks for. */
export const phases = [
  'plan',
  'self_assessment',
  'scoring',
  'arbitration',
  'feedback',
  'appeal',
  'final',
  'published',
] as const;

/** How a round is run: the contract `Procedure`. */
export interface Procedure {
  /** Units score themselves first, with proof (自评). */
  readonly selfAssessment: boolean;
  /** Evaluators see the unit's own claim beside their input. */
  readonly claimsShown: boolean;
  /** Two score every leaf blindly, each for themselves. */
  readonly doubleScoring: boolean;
  /** Share of a leaf's marks; two scores that differ by more go to arbitration. */
  readonly arbitrationThreshold: number;
  /** What stands where two scores differ by less: their mean, or the first. */
  readonly agreed: 'mean' | 'first';
  /** Units get the list of their problems (反馈). */
  readonly feedback: boolean;
  /** Units may appeal item by item (申诉), within so many working days. */
  readonly appeal: boolean;
  readonly appealWorkingDays: number;
}

/** What rounds were before they had a procedure: one scoring, then the final result. */
export const procedureOff: Procedure = {
  selfAssessment: false,
  claimsShown: false,
  doubleScoring: false,
  arbitrationThreshold: 0.2,
  agreed: 'mean',
  feedback: false,
  appeal: false,
  appealWorkingDays: 5,
};
