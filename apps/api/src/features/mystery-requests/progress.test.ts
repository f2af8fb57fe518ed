import { calendarDaysOf, holidayCalendar } from '@gongping/templates';
import { describe, expect, test } from 'vitest';
import { isLate, progressOf } from './progress.ts';

const calendar = {
  exceptions: new Map(
    holidayCalendar.flatMap((year) =>
      calendarDaysOf(year).map(({ day, working }) => [day, working] as const),
    ),
  ),
  published: new Set([2019, 2020, 2021]),
};
const terms = { reply: 20, extension: 20, correction: 7, thirdParty: 15, enquiry: 5 };
const sent = {
  kind: 'request' as const,
  sentOn: '2020-09-01',
  refusedOn: null,
  receivedOn: null,
  correctionAskedOn: null,
  correctedOn: null,
  consultedOn: null,
  consultationEndedOn: null,
  extendedOn: null,
  repliedOn: null,
};
const at = (today: string, more: Partial<typeof terms> = {}) => ({
  terms: { ...terms, ...more },
  calendar,
  today,
});
const received = { ...sent, receivedOn: '2020-09-01' };

// 2 to 25 September are 18 weekdays; Sunday 27 is worked; 1 to 8 October is a holiday; Saturday 10 is worked.
describe('the twenty working days to reply (article 33)', () => {
  test.each([
    ['2020-09-28', 'processing', 0],
    ['2020-09-27', 'processing', 1],
    ['2020-09-29', 'overdue', -1],
  ])('received on 1 September 2020 and looked at on %s: %s', (today, state, daysLeft) => {
    expect(progressOf(received, at(today))).toMatchObject({ state, dueOn: '2020-09-28', daysLeft });
  });

  test.each([
    ['2020-09-27', 'replied'],
    ['2020-09-28', 'replied'],
    ['2020-09-29', 'replied_late'],
  ])('a reply of %s is %s, whenever it is looked at', (repliedOn, state) => {
    const progress = progressOf({ ...received, repliedOn }, at('2021-03-01'));
    expect(progress).toMatchObject({ state, daysLeft: null });
    expect(isLate(progress)).toBe(state === 'replied_late');
  });

  test('a place that promises fifteen days is held to fifteen', () => {
    // The fifteenth is Tuesday 22 September.
    expect(progressOf(received, at('2020-09-02', { reply: 15 })).dueOn).toBe('2020-09-22');
  });
});

describe('the extension', () => {
  test('gives twenty days more where it is told by the last day', () => {
    const extended = { ...received, extendedOn: '2020-09-28' };
    // Twenty more: 29 and 30 September, 9 and 10 October, 12 to 30 October are 15, then 2 November.
    expect(progressOf(extended, at('2020-09-29'))).toMatchObject({
      state: 'processing',
      dueOn: '2020-11-02',
      findings: [],
    });
  });

  test('gives nothing where it comes after the last day', () => {
    const extended = { ...received, extendedOn: '2020-09-29' };
    expect(progressOf(extended, at('2020-09-29'))).toMatchObject({
      state: 'overdue',
      dueOn: '2020-09-28',
      findings: ['extension_late'],
    });
  });
});

describe('the correction (article 30)', () => {
  test('stops the term until the applicant has corrected, and begins it anew', () => {
    const asked = { ...received, correctionAskedOn: '2020-09-10' };
    expect(progressOf(asked, at('2020-12-01'))).toMatchObject({
      state: 'awaiting_correction',
      dueOn: null,
      correctionDueOn: '2020-09-10',
      findings: [],
    });
    const corrected = { ...asked, correctedOn: '2020-10-09' };
    // From 10 October, a worked Saturday: 1, then 12 to 30 October are 15, 2 to 5 November are 4.
    expect(progressOf(corrected, at('2020-10-12')).dueOn).toBe('2020-11-05');
  });

  test('is late on the eighth working day', () => {
    const asked = { ...received, correctionAskedOn: '2020-09-11' };
    expect(progressOf(asked, at('2020-09-12')).findings).toEqual(['correction_late']);
  });
});

describe('asking a third party (articles 32 and 33)', () => {
  const consulted = { ...received, consultedOn: '2020-09-07' };

  test('does not count as long as it lasts', () => {
    // 8 to 11 September: four working days, so that the 24th from 1 September is the last.
    const ended = { ...consulted, consultationEndedOn: '2020-09-11' };
    expect(progressOf(ended, at('2020-09-14'))).toMatchObject({ state: 'processing', dueOn: '2020-10-10' });
  });

  test('stops the term for its own fifteen days at the most', () => {
    // 8 to 25 September are 14 working days, and Sunday 27 is worked.
    expect(progressOf(consulted, at('2020-09-25'))).toMatchObject({ state: 'consulting', findings: [] });
    expect(progressOf(consulted, at('2020-09-29'))).toMatchObject({
      state: 'processing',
      findings: ['consultation_long'],
    });
  });
});

describe('before it is received', () => {
  test('is sent as long as a reply could still come, then silence', () => {
    expect(progressOf(sent, at('2020-09-28'))).toMatchObject({ state: 'sent', dueOn: '2020-09-28' });
    expect(progressOf(sent, at('2020-09-29'))).toMatchObject({ state: 'silent', daysLeft: null });
  });

  test('is refused where it came back or could not be sent', () => {
    const refused = { ...sent, refusedOn: '2020-09-02' };
    expect(progressOf(refused, at('2020-09-03'))).toMatchObject({ state: 'refused', dueOn: null });
  });
});

test('an enquiry has five working days from the day it was put', () => {
  const enquiry = { ...sent, kind: 'enquiry' as const, sentOn: '2020-09-25' };
  // Sunday 27, 28, 29, 30 September, then 9 October.
  expect(progressOf(enquiry, at('2020-10-09'))).toMatchObject({ state: 'processing', dueOn: '2020-10-09' });
  expect(progressOf(enquiry, at('2020-10-10')).state).toBe('overdue');
  expect(progressOf({ ...enquiry, repliedOn: '2020-10-09' }, at('2020-10-12')).state).toBe('replied');
});

test('a term that reaches a year without arranged holidays says so', () => {
  const late = { ...sent, sentOn: '2021-12-20', receivedOn: '2021-12-20' };
  expect(progressOf(late, at('2021-12-21')).assumed).toBe(true);
  expect(progressOf(received, at('2020-09-02')).assumed).toBe(false);
});
