import { statutoryDay } from '@gongping/annual-report';
import type { Database } from '@gongping/db';
import * as repository from './unit-report.repository.ts';
import type { TermsRow, UnitRow } from './unit-report.repository.ts';

export interface DueDays {
  readonly statutory: string;
  readonly local: string | null;
}

type Terms = Pick<TermsRow, 'countyDay' | 'departmentDay'>;
const noTerms: Terms = { countyDay: null, departmentDay: null };

export async function readTerms(db: Database, year: number): Promise<Terms> {
  return (await repository.findTerms(db, year)) ?? noTerms;
}

/** The days on which the report of a unit is due: the law's, and the place's where it has set one. */
export function dueDays({ kind }: Pick<UnitRow, 'kind'>, year: number, terms: Terms): DueDays {
  return {
    statutory: statutoryDay(kind, year),
    local: kind === 'county' ? terms.countyDay : terms.departmentDay,
  };
}

/**
 * Whether the reports of a year are there only to be compared with: it lies before all that assessments judge, and the
 * place has set no days for it. They were published before the platform collected any, so that nobody is late with them.
 */
export async function isArchiveYear(db: Database, year: number, terms: Terms): Promise<boolean> {
  if (terms.countyDay !== null || terms.departmentDay !== null) return false;
  const first = await repository.firstJudgedYear(db);
  return first !== null && year < first;
}

const day = 86_400_000;

/** Calendar days from the last day on; 0 where it is in time. */
export function daysLate(on: string, due: string): number {
  return Math.max(0, (Date.parse(on) - Date.parse(due)) / day);
}

/**
 * How late a unit is: against the day of the place by when it handed in, against the law's by when its report was
 * published. What has not happened yet is late by today.
 *
 * @returns null where the day of the place is not set, or a report was filed without saying when it was published
 */
export function lateness(
  due: DueDays,
  of: { readonly filedOn: string | null; readonly publishedOn: string | null; readonly today: string },
): { readonly local: number | null; readonly statutory: number | null } {
  const local = due.local === null ? null : daysLate(of.filedOn ?? of.today, due.local);
  const published = of.publishedOn ?? (of.filedOn === null ? of.today : null);
  return { local, statutory: published === null ? null : daysLate(published, due.statutory) };
}
