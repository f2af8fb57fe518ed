import { formOfYear, type AnnualReport } from '@gongping/annual-report';
import type { Database } from '@gongping/db';
import type { LocalText } from '@gongping/scoring';
import * as repository from './unit-report.repository.ts';

export interface NamedUnit {
  readonly code: string;
  readonly name: LocalText;
}

/** What the departments filed for a year. */
export interface DepartmentReports {
  /** The newest report of each that filed on the form of the year. */
  readonly filed: readonly (NamedUnit & { readonly report: AnnualReport })[];
  /** Obliged to report, and have not. */
  readonly missing: readonly NamedUnit[];
  /** Filed on another form than that of the year. */
  readonly otherForm: readonly NamedUnit[];
}

/** The departments' reports of a year, for a caller who has checked who asks. */
export async function departmentReports(db: Database, year: number): Promise<DepartmentReports> {
  const obliged = (await repository.listUnits(db)).filter(
    ({ kind, retiredAt, filesAnnualReport }) =>
      kind === 'department' && retiredAt === null && filesAnnualReport,
  );
  const rows = await repository.listNewest(db, { year, unitIds: obliged.map(({ id }) => id) });
  const newest = new Map(rows.map(({ unitId, report }) => [unitId, report]));
  const units = obliged.map(({ id, code, nameZh, nameEn }) => ({
    named: { code, name: { zh: nameZh, en: nameEn } },
    report: newest.get(id),
  }));
  const form = formOfYear(year);
  return {
    filed: units.flatMap(({ named, report }) => (report?.form === form ? [{ ...named, report }] : [])),
    missing: units.flatMap(({ named, report }) => (report === undefined ? [named] : [])),
    otherForm: units.flatMap(({ named, report }) =>
      report !== undefined && report.form !== form ? [named] : [],
    ),
  };
}
