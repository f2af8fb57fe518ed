import { expect, test } from 'vitest';
import { blankReport, carriedOn, withCarryOver } from './blank-report.ts';
import { checkReport } from './check-report.ts';
import { statutoryDay } from './statutory-days.ts';
import { validReport } from './valid-report.fixture.ts';

const of = { form: 'v2021', year: 2023, unit: { name: '某区', kind: 'county' } } as const;

test('a blank form has every cell, and nothing is decided of it', () => {
  const report = blankReport(of);
  expect(report.title).toBe('某区2023年政府信息公开工作年度报告');
  expect(Object.keys(report.table3)).toHaveLength(25);
  const cells = [report.table2, report.table3, report.table4].flatMap((table) => Object.values(table).flat());
  // 3 + 3 + 1 + 1 + 1 + 1, 25 × 7, 3 × 5.
  expect(cells).toHaveLength(10 + 175 + 15);
  expect(cells.every((cell) => cell === null)).toBe(true);
  expect(checkReport(report).filter(({ status }) => status === 'fail')).toEqual([]);
});

test('what last year carried on is carried over, unless it was left blank', () => {
  const previous = validReport('v2021', { year: 2022 });
  expect(withCarryOver(blankReport(of), previous).table3['R2']).toEqual([819, 0, 0, 0, 0, 0, 819]);
  const blank = {
    ...previous,
    table3: { ...previous.table3, R4: previous.table3['R4']?.map(() => null) ?? [] },
  };
  expect(carriedOn(blank)).toBeNull();
  expect(withCarryOver(blankReport(of), blank).table3['R2']).toEqual(Array.from({ length: 7 }, () => null));
  expect(carriedOn(null)).toBeNull();
});

test('departments report by 31 January of the next year, governments by 31 March', () => {
  expect(statutoryDay('department', 2019)).toBe('2020-01-31');
  expect(statutoryDay('county', 2019)).toBe('2020-03-31');
  expect(statutoryDay('city', 2023)).toBe('2024-03-31');
});
