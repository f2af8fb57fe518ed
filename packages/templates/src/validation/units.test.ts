import { expect, test } from 'vitest';
import { notice2020 } from '../notice/notice.ts';
import { text } from '../text.ts';
import type { LeadTask, TemplateUnit } from '../types.ts';
import { leadTasks2020 } from '../units/lead-tasks.ts';
import { unitCategories, units2020 } from '../units/units.ts';
import { validateUnits } from './units.ts';

const problemsOf = (units: readonly TemplateUnit[], leadTasks: readonly LeadTask[]) =>
  validateUnits({ units, leadTasks, notice: notice2020 }).map(({ code, where }) => `${code} ${where}`);

const problemsWith = (code: string, change: Partial<TemplateUnit>) =>
  problemsOf(
    units2020.map((unit) => (unit.code === code ? { ...unit, ...change } : unit)),
    leadTasks2020,
  );

const task = (change: Partial<LeadTask>): LeadTask => ({
  clause: 2,
  unitCode: 'D02',
  role: 'lead',
  task: text('任务', 'Task'),
  ...change,
});

test('the shipped units and lead tasks have no problem', () => {
  expect(problemsOf(units2020, leadTasks2020)).toEqual([]);
});

test('there are ten county-type units and 27 bodies, three of which file no annual report', () => {
  expect(units2020.filter(({ kind }) => kind === 'county')).toHaveLength(10);
  expect(units2020.filter(({ kind }) => kind === 'department')).toHaveLength(27);
  const exempt = units2020.filter(({ filesAnnualReport }) => !filesAnnualReport);
  expect(exempt.map(({ name }) => name.zh)).toEqual(['市妇联', '市残联', '国网株洲供电公司']);
});

test('every legal nature has its wording', () => {
  for (const { category } of units2020) expect(unitCategories).toHaveProperty([category]);
});

test('every body has a task, and fifteen share clause 12', () => {
  const bodies = units2020.filter(({ kind }) => kind === 'department').map(({ code }) => code);
  expect(new Set(leadTasks2020.map(({ unitCode }) => unitCode))).toEqual(new Set(bodies));
  expect(leadTasks2020.filter(({ role }) => role === 'shared').map(({ clause }) => clause)).toEqual(
    Array.from({ length: 15 }, () => 12),
  );
});

test('a task is worded as the heading of its clause', () => {
  for (const { clause, task: words } of leadTasks2020) {
    expect(notice2020.clauses.find(({ number }) => number === clause)?.title).toBe(words.zh);
  }
});

test('a spoiled unit is a problem', () => {
  expect(problemsWith('C02', { gb2260: '430202' })).toEqual(['code.duplicate 430202']);
  expect(problemsWith('C02', { gb2260: '43020' })).toEqual(['unit.wrong C02']);
  expect(problemsWith('D02', { gb2260: '430200' })).toEqual(['unit.wrong D02']);
  expect(problemsWith('C02', { code: 'C01' })).toEqual(['code.duplicate C01']);
  expect(problemsWith('C02', { category: '' })).toEqual(['unit.wrong C02']);
  expect(problemsWith('C02', { name: text('芦淞区', '') })).toEqual(['label.empty C02']);
  expect(problemsWith('D02', { clauses: [2, 4] })).toEqual(['unit.wrong D02']);
  expect(problemsWith('D02', { clauses: [2, 4, 8, 20] })).toEqual(['clause.unknown D02', 'unit.wrong D02']);
});

test('a task that the clause does not give to the unit is a problem', () => {
  const justice = (change: Partial<LeadTask>) =>
    problemsOf(
      units2020
        .filter(({ code }) => code === 'D02')
        .map((unit) => ({ ...unit, clauses: [task(change).clause] })),
      [task(change)],
    );
  expect(justice({})).toEqual([]);
  expect(justice({ clause: 9 })).toEqual(['task.wrong 9/D02']);
  expect(justice({ clause: 15 })).toEqual(['task.wrong 15/D02']);
  expect(justice({ role: 'shared' })).toEqual(['task.wrong 2/D02']);
  expect(justice({ task: text('', 'Task') })).toEqual(['label.empty 2/D02']);
  expect(problemsOf([], [task({})])).toEqual(['task.wrong 2/D02']);
});

test('a task given twice is a problem', () => {
  expect(problemsOf(units2020, [...leadTasks2020, task({})])).toContain('code.duplicate 2/D02');
});
