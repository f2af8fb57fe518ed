import { checkReport, sumReports, type AnnualReport, type TableName } from '@gongping/annual-report';
import type { DepartmentSums } from '@gongping/contracts';
import type { Actor } from '../../http/actor.ts';
import type { Dependencies } from '../../http/dependencies.ts';
import { departmentReports } from '../unit-reports/filed-reports.ts';
import { organisersOnly } from './city-report.access.ts';
import { formOf } from './draft-report.ts';

/**
 * What the departments' reports of a year add up to, and whose are missing. What the government received itself is in none
 * of them. @throws ProblemError `not-found`
 */
export async function readDepartmentSums(
  { db }: Pick<Dependencies, 'db'>,
  actor: Actor,
  year: number,
): Promise<DepartmentSums> {
  await organisersOnly(db, actor, year);
  const { filed, missing, otherForm } = await departmentReports(db, year);
  const form = formOf(year);
  const reports = filed.map(({ report }) => report);
  const sum = (table: TableName) => {
    const { rows, blanks } = sumReports(form, table, reports);
    return {
      rows: Object.fromEntries(Object.entries(rows).map(([key, cells]) => [key, [...cells]])),
      blanks,
    };
  };
  return {
    year,
    form,
    filed: reports.length,
    contradictory: filed
      .filter(({ report }) => contradictsItself(report))
      .map(({ code, name }) => ({ code, name })),
    missing: [...missing],
    otherForm: [...otherForm],
    table2: sum('table2'),
    table3: sum('table3'),
    table4: sum('table4'),
  };
}

/** What does not add up in one report does not add up in the sums. */
const contradictsItself = (report: AnnualReport): boolean =>
  checkReport(report).some(({ check, status }) => check.startsWith('H') && status === 'fail');
