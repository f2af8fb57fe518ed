import { expect, it } from 'vitest';
import { calendarOf, elapsedShare, timeline } from './timeline.ts';

const dates = {
  plan: { start: '2020-09-01', end: '2020-09-10' },
  scoring: { start: '2020-09-11', end: '2020-09-20' },
};

it('puts phases on one line and today in the middle of its day; a phase without days has no bar', () => {
  const { rows, today } = timeline(['plan', 'scoring', 'final'], dates, '2020-09-11');
  expect(rows.map(({ phase, span }) => [phase, span?.left, span?.width])).toEqual([
    ['plan', 0, 50],
    ['scoring', 50, 50],
    ['final', undefined, undefined],
  ]);
  expect(today).toBe(52.5);
});

it('shows no today outside the calendar', () => {
  expect(timeline(['plan', 'scoring'], dates, '2021-01-01').today).toBeNull();
  expect(timeline(['plan'], {}, '2020-09-11')).toEqual({
    rows: [{ phase: 'plan', span: null }],
    today: null,
  });
});

it('has the phases of the procedure, and the survey beside the scoring', () => {
  const procedure = {
    selfAssessment: true,
    claimsShown: true,
    doubleScoring: false,
    arbitrationThreshold: 0.2,
    agreed: 'mean',
    feedback: true,
    appeal: false,
    appealWorkingDays: 5,
  } as const;
  expect(calendarOf(procedure)).toEqual([
    'plan',
    'self_assessment',
    'scoring',
    'survey',
    'feedback',
    'final',
    'published',
  ]);
});

it('measures what has passed of a phase', () => {
  expect(elapsedShare(dates.scoring, '2020-09-16')).toBe(0.5);
  expect(elapsedShare(dates.scoring, '2020-09-01')).toBe(0);
  expect(elapsedShare(dates.scoring, '2021-09-01')).toBe(1);
  expect(elapsedShare(undefined, '2020-09-16')).toBe(0);
});
