import { dayInShanghai } from '../../http/day-in-shanghai.ts';

/** When a year of the demonstration took place, in days of Asia/Shanghai, and how its moments are told. */
export interface DemonstrationCalendar {
  readonly phaseDates: Record<
    'plan' | 'scoring' | 'survey' | 'final' | 'published',
    { start: string; end: string }
  >;
  /** The moment at which something happened that the template puts at another: null where it lies ahead. */
  readonly scoredAt: (moment: string) => Date;
  readonly answeredAt: (moment: string) => Date | null;
}

const day = 86_400_000;

/** A year that is over, on the days on which the template puts it: survey and scoring from November. */
export function pastCalendar(year: number): DemonstrationCalendar {
  return {
    phaseDates: {
      plan: { start: `${year}-09-01`, end: `${year}-10-31` },
      survey: { start: `${year}-11-01`, end: `${year}-11-28` },
      scoring: { start: `${year}-11-16`, end: `${year}-12-20` },
      final: { start: `${year}-12-21`, end: `${year + 1}-01-14` },
      published: { start: `${year + 1}-01-15`, end: `${year + 1}-01-15` },
    },
    scoredAt: (moment) => new Date(moment),
    answeredAt: (moment) => new Date(moment),
  };
}

const scoringDaysGone = 20;
const surveyDaysGone = 12;

/**
 * A year that is under way on the day of `now`: scoring since twenty days, the survey since twelve. What the template
 * puts on a day of its own calendar happened on a day before this one, at the same hour.
 */
export function presentCalendar(year: number, now: Date): DemonstrationCalendar {
  const today = Date.parse(`${dayInShanghai(now)}T00:00:00Z`);
  const dayAt = (days: number) => new Date(today + days * day).toISOString().slice(0, 10);
  const dates = (first: number, last: number) => ({ start: dayAt(first), end: dayAt(last) });
  const shifted = (moment: string, { from, days }: { from: number; days: (index: number) => number }) => {
    const passed = Date.parse(moment) - from;
    const index = Math.floor(passed / day);
    return new Date(today + days(index) * day + (passed - index * day));
  };
  return {
    phaseDates: {
      plan: dates(-50, -scoringDaysGone - 1),
      scoring: dates(-scoringDaysGone, 14),
      survey: dates(-surveyDaysGone, 15),
      final: dates(15, 29),
      published: dates(36, 36),
    },
    scoredAt(moment) {
      const from = Date.UTC(year, 10, 16);
      return shifted(moment, { from, days: (index) => (index % scoringDaysGone) - scoringDaysGone });
    },
    answeredAt(moment) {
      const at = shifted(moment, { from: Date.UTC(year, 10, 1), days: (index) => index - surveyDaysGone });
      return at.getTime() < today ? at : null;
    },
  };
}
