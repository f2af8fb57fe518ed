import type { AssessmentSummary, ProblemListSummary } from '@gongping/contracts';
import { expect, it } from 'vitest';
import { feedbackTask } from './feedback-task.ts';

const now = new Date('2020-10-12T02:00:00Z');
const list: ProblemListSummary = {
  unit: {
    id: 'C01',
    code: 'C01',
    name: { zh: 'C01', en: 'C01' },
    kind: 'county',
    category: '',
    clauses: [],
    filesAnnualReport: true,
    retired: false,
  },
  problems: 3,
  requests: 0,
  answers: 0,
  dueOn: null,
  openAppeals: 0,
  ruledAppeals: 0,
};
const appealing = (end: string): Pick<AssessmentSummary, 'phase' | 'phaseDates'> => ({
  phase: 'appeal',
  phaseDates: { appeal: { start: '2020-10-01', end } },
});
const wordsOf = (task: ReturnType<typeof feedbackTask>) => task.sentences.map(({ text }) => text).join('\n');

it('says how many days are left to appeal, the last day included', () => {
  const soon = feedbackTask(appealing('2020-10-15'), list, now);
  expect(wordsOf(soon)).toContain('余 3 天');
  expect(soon.waits).toBe(true);
  const today = feedbackTask(appealing('2020-10-12'), list, now);
  expect(wordsOf(today)).toContain('今天');
  expect(today.waits).toBe(true);
  const over = feedbackTask(appealing('2020-10-11'), list, now);
  expect(wordsOf(over)).toContain('已于');
  expect(over.waits).toBe(false);
});

it('says what waits to be answered, and is late once its day has passed', () => {
  const asked = { ...list, requests: 3, answers: 1, dueOn: '2020-10-12' };
  const final = { phase: 'final', phaseDates: {} } as const;
  const task = feedbackTask(final, asked, now);
  expect(wordsOf(task)).toContain('2 项整改要求');
  expect(task.waits).toBe(true);
  expect(task.sentences.some(({ late }) => late)).toBe(false);
  const late = feedbackTask(final, { ...asked, dueOn: '2020-10-11' }, now);
  expect(late.sentences.some((sentence) => sentence.late)).toBe(true);
});

it('asks nothing of a unit that lost nothing', () => {
  const task = feedbackTask(appealing('2020-10-15'), { ...list, problems: 0 }, now);
  expect(task).toMatchObject({ waits: false, sentences: [{ late: false }] });
});
