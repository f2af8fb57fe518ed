import { phaseWord } from '#lib/frame/assessment-line.ts';
import { m } from '#lib/paraglide/messages.js';
import type { DatedPhase } from './timeline.ts';

/** The name of a line of the calendar: a phase, or the survey that runs beside the scoring. */
export function datedPhaseWord(phase: DatedPhase): string {
  return phase === 'survey' ? m.frame_phase_survey() : phaseWord(phase);
}
