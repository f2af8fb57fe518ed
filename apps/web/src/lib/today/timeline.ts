import { phasesOf, type AssessmentSummary, type Procedure } from '@gongping/contracts';

type PhaseDates = AssessmentSummary['phaseDates'];
export type DatedPhase = keyof PhaseDates;

/** Every line of a calendar, in order: the survey runs beside the scoring. */
export const calendarOrder = [
  'plan',
  'self_assessment',
  'scoring',
  'survey',
  'arbitration',
  'feedback',
  'appeal',
  'final',
  'published',
] as const satisfies readonly DatedPhase[];

export interface TimelineRow {
  readonly phase: DatedPhase;
  /** First and last day, and where the bar begins and how long it is, per cent of the whole line; null without days. */
  readonly span: {
    readonly start: string;
    readonly end: string;
    readonly left: number;
    readonly width: number;
  } | null;
}

export interface Timeline {
  readonly rows: readonly TimelineRow[];
  /** Per cent of the line; null where today lies outside it. */
  readonly today: number | null;
}

const day = 24 * 60 * 60 * 1000;

/** The lines of the calendar that a procedure has: its phases, and the survey beside the scoring. */
export function calendarOf(procedure: Procedure): DatedPhase[] {
  const phases: readonly DatedPhase[] = phasesOf(procedure);
  return calendarOrder.filter((each) => each === 'survey' || phases.includes(each));
}

/**
 * The calendar of a round as bars on one line, from the first day of the first phase to the last of the last.
 *
 * @param today the day in the display zone, `2020-04-29`
 */
export function timeline(phases: readonly DatedPhase[], dates: PhaseDates, today: string): Timeline {
  const dated = phases.flatMap((phase) => dates[phase] ?? []);
  const starts = dated.map(({ start }) => Date.parse(start));
  const ends = dated.map(({ end }) => Date.parse(end) + day);
  const first = Math.min(...starts);
  const whole = Math.max(...ends) - first;
  const at = (moment: number) => (100 * (moment - first)) / whole;
  const rows = phases.map((phase): TimelineRow => {
    const span = dates[phase];
    if (!span) return { phase, span: null };
    const left = at(Date.parse(span.start));
    return { phase, span: { ...span, left, width: at(Date.parse(span.end) + day) - left } };
  });
  const now = Date.parse(today) + day / 2;
  const inside = dated.length > 0 && now >= first && now <= first + whole;
  return { rows, today: inside ? at(now) : null };
}

/** How much of a phase has passed at the end of yesterday, 0 to 1. */
export function elapsedShare(span: { start: string; end: string } | undefined, today: string): number {
  if (!span) return 0;
  const start = Date.parse(span.start);
  const length = Date.parse(span.end) + day - start;
  return length <= 0 ? 1 : Math.max(0, Math.min(1, (Date.parse(today) - start) / length));
}
