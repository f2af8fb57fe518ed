import { phaseWord } from '#lib/frame/assessment-line.ts';
import { m } from '#lib/paraglide/messages.js';
import type { DatedPhase } from './timeline.ts';

/** The name of a line of the calendar: a phase, the survey that runs beside the scoring, or the publishing. */
export function datedPhaseWord(phase: DatedPhase): string {
  if (phase === 'survey') return m.frame_phase_survey();
  return phase === 'published' ? m.today_phase_publish() : phaseWord(phase);
}
