import { z } from 'zod';
import type { Role } from './people.ts';

/** Phases in their order. A round has those that its procedure asks for; see `phasesOf`. */
export const phase = z.enum([
  'plan',
  'self_assessment',
  'scoring',
  'arbitration',
  'feedback',
  'appeal',
  'final',
  'published',
]);
export type Phase = z.infer<typeof phase>;

/** Which steps a round has beside the scoring, and their rules. */
export const procedure = z.object({
  /** Units score themselves first, with proof (自评). */
  selfAssessment: z.boolean(),
  /** Evaluators see the unit's claim beside their own input. */
  claimsShown: z.boolean(),
  /** Two score every leaf blindly; what they differ on goes to arbitration. */
  doubleScoring: z.boolean(),
  /** Share of a leaf's marks, 0 to 1: two scores that differ by more are arbitrated. */
  arbitrationThreshold: z.number().min(0).max(1),
  /** What stands where two scores differ by less. */
  agreed: z.enum(['mean', 'first']),
  /** Units get the list of their problems (反馈). */
  feedback: z.boolean(),
  /** Units may appeal item by item (申诉); needs the feedback. */
  appeal: z.boolean(),
  appealWorkingDays: z.number().int().min(1).max(60),
});
export type Procedure = z.infer<typeof procedure>;

/** The phases of a round, in order. */
export function phasesOf(of: Procedure): Phase[] {
  const left: Record<Phase, boolean> = {
    plan: true,
    self_assessment: of.selfAssessment,
    scoring: true,
    arbitration: of.doubleScoring,
    feedback: of.feedback,
    appeal: of.feedback && of.appeal,
    final: true,
    published: true,
  };
  return phase.options.filter((each) => left[each]);
}

/** Where a round may go: one step on (publishing, which has its own way, apart), or back to an earlier phase. */
export function stepsFrom(
  of: Procedure,
  at: Phase,
): { readonly next: Exclude<Phase, 'published'> | null; readonly back: Phase[] } {
  const path = phasesOf(of);
  const place = path.indexOf(at);
  const next = path[place + 1];
  const before = phase.options.slice(0, phase.options.indexOf(at));
  return {
    next: next === undefined || next === 'published' ? null : next,
    back: path.filter((each) => before.includes(each)),
  };
}

const always = phase.options;
const unpublished = phase.options.filter((each) => each !== 'published');

/**
 * Who may do what in which phase. What a person may do it to (a unit, an assigned cell) is decided besides. The table is
 * the one that the services refuse by.
 */
export const phaseRights = {
  'settings.change': { roles: ['organiser'], phases: unpublished },
  'phase.change': { roles: ['organiser'], phases: always },
  'assignment.change': { roles: ['organiser'], phases: ['plan', 'self_assessment', 'scoring'] },
  'claim.write': { roles: ['liaison'], phases: ['self_assessment'] },
  'claim.submit': { roles: ['liaison'], phases: ['self_assessment'] },
  'claim.reopen': { roles: ['organiser'], phases: ['self_assessment'] },
  // Before, the unit is still writing.
  'claim.compare': {
    roles: ['evaluator'],
    phases: ['scoring', 'arbitration', 'feedback', 'appeal', 'final', 'published'],
  },
  'calibration.set': { roles: ['organiser'], phases: ['plan', 'self_assessment', 'scoring'] },
  'calibration.write': { roles: ['evaluator'], phases: ['scoring'] },
  'calibration.submit': { roles: ['evaluator'], phases: ['scoring'] },
  // What is left open when the scoring ends can be closed later, so that what was entered is not lost to sight.
  'calibration.close': {
    roles: ['organiser'],
    phases: ['scoring', 'arbitration', 'feedback', 'appeal', 'final'],
  },
  'guidance.write': { roles: ['organiser'], phases: ['scoring', 'arbitration'] },
  'score.write': { roles: ['evaluator'], phases: ['scoring'] },
  /** Gives a rater's scores back after they were handed in. */
  'rating.return': { roles: ['organiser'], phases: ['scoring'] },
  'arbitration.rule': { roles: ['reviewer'], phases: ['scoring', 'arbitration'] },
  // From the first N/A to the last moment before it counts.
  'na.approve': {
    roles: ['reviewer', 'organiser'],
    phases: ['scoring', 'arbitration', 'feedback', 'appeal', 'final'],
  },
  // Only where it can be scored afterwards.
  'na.reject': { roles: ['reviewer', 'organiser'], phases: ['scoring', 'arbitration'] },
  'request.write': {
    roles: ['evaluator', 'organiser'],
    phases: ['plan', 'self_assessment', 'scoring', 'arbitration'],
  },
  'problems.read': {
    roles: ['liaison', 'evaluator', 'reviewer', 'organiser'],
    phases: ['feedback', 'appeal', 'final', 'published'],
  },
  'rectification.request': { roles: ['evaluator', 'organiser'], phases: ['feedback', 'appeal', 'final'] },
  'rectification.answer': { roles: ['liaison'], phases: ['feedback', 'appeal', 'final', 'published'] },
  'appeal.write': { roles: ['liaison'], phases: ['appeal'] },
  'appeal.rule': { roles: ['reviewer', 'organiser'], phases: ['appeal'] },
  /** Counts answers that were held, or refuses them. */
  'response.decide': { roles: ['organiser'], phases: unpublished },
  publish: { roles: ['organiser'], phases: ['final', 'published'] },
} as const satisfies Record<string, { roles: readonly Role[]; phases: readonly Phase[] }>;

export type PhaseAction = keyof typeof phaseRights;

/** Whether an action is allowed in a phase, to somebody who has one of its roles. */
export function isOpen(action: PhaseAction, at: Phase): boolean {
  return (phaseRights[action].phases as readonly Phase[]).includes(at);
}
