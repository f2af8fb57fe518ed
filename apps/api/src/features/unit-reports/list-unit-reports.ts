import { formOfYear } from '@gongping/annual-report';
import type { UnitReportList, UnitReportStand } from '@gongping/contracts';
import type { Database } from '@gongping/db';
import { isPlatformOrganiser, type Actor } from '../../http/actor.ts';
import { dayInShanghai } from '../../http/day-in-shanghai.ts';
import type { Dependencies } from '../../http/dependencies.ts';
import { ProblemError } from '../../http/problem-error.ts';
import { toUnit } from '../units/unit.service.ts';
import { dueDays, isArchiveYear, lateness, readTerms } from './due-days.ts';
import { summariesOf } from './known-summaries.ts';
import { visibleUnits } from './report.access.ts';
import * as repository from './unit-report.repository.ts';

type Deps = Pick<Dependencies, 'db' | 'clock' | 'memory'>;

/**
 * How the reports of a year stand, of the units that the person may look at.
 * @param wanted the year; that which is due now unless given
 * @throws ProblemError `not-found` for a year before the first form
 */
export async function listUnitReports(
  { db, clock, memory }: Deps,
  actor: Actor,
  wanted: { year?: number | undefined },
): Promise<UnitReportList> {
  const today = dayInShanghai(clock());
  const current = Number(today.slice(0, 4)) - 1;
  const year = wanted.year ?? current;
  if (formOfYear(year) === null) throw new ProblemError('not-found');
  const visible = (await visibleUnits(db, actor)).filter(({ unit }) => unit.retiredAt === null);
  const unitIds = visible.map(({ unit }) => unit.id);
  const newest = byUnit(await repository.listNewestHeads(db, { year, unitIds }));
  const before = byUnit(await repository.listNewestHeads(db, { year: year - 1, unitIds }));
  const first = byUnit(await repository.listFirstFiled(db, { year, unitIds }));
  const started = new Set(await repository.listStarted(db, year));
  const terms = await readTerms(db, year);
  const archive = await isArchiveYear(db, year, terms);
  const pairs = [...newest.values()].map(({ id, unitId }) => ({ id, previous: before.get(unitId)?.id }));
  const summaries = await summariesOf(db, memory.reportSummaries, pairs);
  const stands = visible.map(({ unit, rights }): UnitReportStand => {
    const due = dueDays(unit, year, terms);
    const filed = newest.get(unit.id);
    const firstAt = first.get(unit.id)?.filedAt ?? filed?.filedAt;
    const isObliged = unit.filesAnnualReport;
    const days = lateness(due, {
      filedOn: firstAt ? dayInShanghai(firstAt) : null,
      publishedOn: filed?.publishedOn ?? null,
      today,
    });
    return {
      unit: toUnit(unit),
      due,
      state: filed ? 'filed' : !isObliged ? 'not-obliged' : started.has(unit.id) ? 'draft' : 'none',
      filed: filed
        ? {
            version: filed.version,
            firstAt: (firstAt ?? filed.filedAt).toISOString(),
            at: filed.filedAt.toISOString(),
            how: filed.how,
            url: filed.url,
            publishedOn: filed.publishedOn,
            summary: summaries.get(filed.id) ?? nothingChecked,
          }
        : null,
      late: (isObliged || filed) && !archive ? days : { local: null, statutory: null },
      writable: rights.writes && isObliged,
    };
  });
  return {
    year,
    // The year before the one that is due is compared with it.
    years: await yearsToAskFor(db, [year, current, current - 1]),
    today,
    archive,
    units: stands,
    terms: { county: terms.countyDay, department: terms.departmentDay },
    oversees: visible.some(({ rights }) => rights.oversees),
    maySetTerms: isPlatformOrganiser(actor),
  };
}

const nothingChecked = { pass: 0, fail: 0, warning: 0, undecidable: 0 };

function byUnit<T extends { unitId: string }>(rows: readonly T[]): Map<string, T> {
  return new Map(rows.map((row) => [row.unitId, row]));
}

async function yearsToAskFor(db: Database, more: readonly number[]): Promise<number[]> {
  const years = new Set([...(await repository.listYears(db)), ...more]);
  return [...years].filter((year) => formOfYear(year) !== null).toSorted((a, b) => b - a);
}
