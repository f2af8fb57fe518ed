import { text } from './text.ts';
import type { AssessmentMethodTemplate } from './types.ts';

/** Proposals where the notice fixes nothing: it asks for both components but gives no weights, bands or terms. */
export const assessmentMethod = {
  componentWeights: { thirdParty: 0.8, socialAppraisal: 0.2 },
  bands: [
    { code: 'excellent', name: text('优秀', 'Excellent'), minimum: 90 },
    { code: 'good', name: text('良好', 'Good'), minimum: 80 },
    { code: 'pass', name: text('合格', 'Pass'), minimum: 60 },
    { code: 'fail', name: text('不合格', 'Fail'), minimum: 0 },
  ],
  bonusCap: 5,
  totalCap: 100,
  optionalFamilies: ['D'],
  vetoBand: 'fail',
  arbitrationThreshold: 0.2,
  appealWorkingDays: 5,
} as const satisfies AssessmentMethodTemplate;

/**
 * How a round is run unless the organiser chooses otherwise: units assess themselves, are scored once, get their
 * problems and may appeal. The figures are proposals: two scores that differ by more than a fifth of the marks are
 * arbitrated; appeals have five working days.
 */
export const assessmentProcedure = {
  selfAssessment: true,
  claimsShown: true,
  doubleScoring: false,
  arbitrationThreshold: 0.2,
  agreed: 'mean',
  feedback: true,
  appeal: true,
  appealWorkingDays: 5,
} as const;
