import type { Finding } from './check.ts';
import { expect, it } from 'vitest';
import { findingPath } from './check.ts';

const named = (code: string) => ({ code, name: { zh: code, en: code } });
const finding = (check: Finding['check'], unit: string | null, indicator: string | null): Finding => ({
  check,
  severity: 'warning',
  subject: 'x#0',
  unit: unit === null ? null : named(unit),
  indicator: indicator === null ? null : named(indicator),
  sentence: { zh: '', en: '' },
  accepted: null,
});

it.each([
  [finding('na-not-approved', 'C01', 'A1-1'), 'scoring/not-applicable'],
  [finding('na-without-reason', 'C01', 'A1-1'), 'scoring/units/C01?leaf=A1-1'],
  [finding('copied-reasons', 'C01', null), 'scoring/units/C01'],
  [finding('same-for-all', null, 'A1-1'), 'scoring/indicators/A1-1'],
  [finding('conflict-of-interest', 'C01', null), 'settings/assignments'],
  [finding('conflict-of-interest', 'C01', 'A1-1'), 'scoring/units/C01?leaf=A1-1'],
])('%j leads to %s', (one, path) => {
  expect(findingPath('2020', one)).toBe(`/work/assessments/2020/${path}`);
});
