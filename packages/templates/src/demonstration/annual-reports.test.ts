import { checkReport, type AnnualReport } from '@gongping/annual-report';
import { expect, test } from 'vitest';
import { units2020 } from '../units/units.ts';
import { demonstrationReport } from './annual-reports.ts';

const reporting = units2020.filter(({ filesAnnualReport }) => filesAnnualReport);
const reportOf = (position: number, year: 2019 | 2020): AnnualReport => {
  const unit = reporting[position];
  if (!unit) throw new RangeError(`There is no unit ${position}.`);
  return demonstrationReport({ code: unit.code, name: unit.name.zh, kind: unit.kind, year, position });
};

/** What is found in the reports of both years, beside what is only worth a look. */
function found(year: 2019 | 2020): Record<string, string[]> {
  return Object.fromEntries(
    reporting.flatMap(({ code }, position) => {
      const context = year === 2019 ? {} : { previous: reportOf(position, 2019) };
      const findings = checkReport(reportOf(position, year), context);
      const told = findings.filter(({ status }) => status === 'fail').map(({ check }) => check);
      return told.length > 0 ? [[code, [...new Set(told)]]] : [];
    }),
  );
}

test('the reports of the demonstration hold, but those that are there to show what is found', () => {
  expect(found(2019)).toEqual({});
  expect(found(2020)).toEqual({
    C04: ['S2'],
    C07: ['H1', 'H2'],
    D02: ['S2'],
    D05: ['S1'],
    D16: ['H1', 'H2'],
  });
});

test('what a year carries on is carried over into the next, and nobody copies', () => {
  for (const [position, { code }] of reporting.entries()) {
    const findings = checkReport(reportOf(position, 2020), { previous: reportOf(position, 2019) });
    const warned = findings.filter(({ status }) => status === 'warning').map(({ check }) => check);
    expect([code, warned]).toEqual([code, []]);
  }
});
