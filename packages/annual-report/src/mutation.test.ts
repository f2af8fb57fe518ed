import { describe, expect, it } from 'vitest';
import { cellAt } from './cells.ts';
import { checkReport } from './check-report.ts';
import { forms, tableNames } from './forms.ts';
import { identitiesOf } from './identities.ts';
import type { AnnualReport, CellPlace, FormName } from './report.ts';
import { validReport } from './valid-report.fixture.ts';

const placesOf = (form: FormName): CellPlace[] =>
  tableNames.flatMap((table) =>
    forms[form].tables[table].rows.flatMap(({ key: row, columns }) =>
      columns.map((_, column): CellPlace => ({ table, row, column })),
    ),
  );

const withCell = (report: AnnualReport, place: CellPlace, value: number | null): AnnualReport => {
  const { table, row, column } = place;
  const cells = [...(report[table][row] ?? [])];
  cells[column] = value;
  return { ...report, [table]: { ...report[table], [row]: cells } };
};

const same = (a: CellPlace, b: CellPlace): boolean =>
  a.table === b.table && a.row === b.row && a.column === b.column;

const hardFailures = (report: AnnualReport) =>
  checkReport(report).filter(({ check, status }) => check.startsWith('H') && status === 'fail');

/** H5 takes in the row of 规章. */
const takesPart = (form: FormName, place: CellPlace): boolean =>
  place.row === 'rules' ||
  identitiesOf(form).some(({ left, right }) => [...left, ...right].some((each) => same(each, place)));

describe.each(['v2019', 'v2021'] as const)('the form %s', (form) => {
  const report = validReport(form);

  it('holds as it was published', () => {
    expect(checkReport(report).filter(({ status }) => status === 'fail' || status === 'warning')).toEqual([]);
    expect(identitiesOf(form)).toHaveLength(form === 'v2019' ? 40 : 42);
  });

  it.each([1, -1])('any single cell of an identity changed by %d is named by a hard finding', (change) => {
    const places = placesOf(form).filter((place) => takesPart(form, place));
    expect(places).toHaveLength((form === 'v2019' ? 23 : 25) * 7 + 15 + 3);
    for (const place of places) {
      const failures = hardFailures(withCell(report, place, (cellAt(report, place) ?? NaN) + change));
      const naming = failures.filter(({ cells }) => cells.some((cell) => same(cell, place)));
      expect(naming, JSON.stringify(place)).not.toEqual([]);
    }
  });

  it('a cell of an identity left blank makes it undecidable, never a pass, and is told as blank', () => {
    for (const place of placesOf(form)) {
      const findings = checkReport(withCell(report, place, null));
      const about = findings.filter(({ cells }) => cells.some((cell) => same(cell, place)));
      expect(about.filter(({ check, status }) => check.startsWith('H') && status !== 'undecidable')).toEqual(
        [],
      );
      expect(about.some(({ check, status }) => check === 'W6' && status === 'warning')).toBe(true);
      expect(findings.filter(({ status }) => status === 'fail')).toEqual([]);
    }
  });
});
