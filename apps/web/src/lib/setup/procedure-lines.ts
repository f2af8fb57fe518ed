import type { Procedure } from '@gongping/contracts';
import { formatMarks } from '#lib/format/number.ts';
import { m } from '#lib/paraglide/messages.js';
import { percentOf } from './percent.ts';

const onOff = (on: boolean) => (on ? m.phases_on() : m.phases_off());

/** What stands where two scores differ by less than the threshold, in words. */
export const agreedWords = {
  mean: m.phases_agreed_mean,
  first: m.phases_agreed_first,
} satisfies Record<Procedure['agreed'], () => string>;

/** A procedure as lines of text by field; none where the settings name none. */
export function procedureLines(procedure: Procedure | undefined): [string, string][] {
  if (!procedure) return [];
  return [
    [m.phases_self(), onOff(procedure.selfAssessment)],
    [m.phases_claims(), onOff(procedure.claimsShown)],
    [m.phases_double(), onOff(procedure.doubleScoring)],
    [m.phases_threshold(), formatMarks(percentOf(procedure.arbitrationThreshold))],
    [m.phases_agreed(), agreedWords[procedure.agreed]()],
    [m.phases_feedback(), onOff(procedure.feedback)],
    [m.phases_appeal(), onOff(procedure.appeal)],
    [m.phases_appeal_days(), String(procedure.appealWorkingDays)],
  ];
}
