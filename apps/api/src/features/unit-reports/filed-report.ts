import { checkReport, statutoryDay, type CheckContext, type JudgedReport } from '@gongping/annual-report';
import type { Database } from '@gongping/db';
import { formatDecimal } from '@gongping/scoring';
import type { UnitRow } from '../units/unit.service.ts';
import { sectionsOfOthers } from './check-context.ts';
import * as repository from './unit-report.repository.ts';
import type { VersionRow } from './unit-report.repository.ts';

/** The newest report that a unit has filed for a year, with all that leaves are judged by. */
export interface FiledReport {
  readonly row: VersionRow;
  readonly judged: JudgedReport;
}

type Filer = Pick<UnitRow, 'id' | 'kind'>;

export async function filedReport(
  db: Database,
  { unit, ...of }: { unit: Filer; year: number; compares: boolean },
): Promise<FiledReport | null> {
  return (await filedReports(db, { ...of, units: [unit] })).get(unit.id) ?? null;
}

/**
 * As `filedReport`, for many units in as many queries as for one.
 * @param of.compares whether section 五 is compared with those of other units, which takes reading them all
 * @returns those that have filed, by unit
 */
export async function filedReports(
  db: Database,
  of: { units: readonly Filer[]; year: number; compares: boolean },
): Promise<ReadonlyMap<string, FiledReport>> {
  const { units, year, compares } = of;
  const unitIds = units.map(({ id }) => id);
  const rows = await repository.listNewest(db, { year, unitIds });
  const before = await repository.listNewest(db, { year: year - 1, unitIds });
  const previous = new Map(before.map(({ unitId, report }) => [unitId, report]));
  const others = compares ? await sectionsOfOthers(db, year) : () => [];
  const kinds = new Map(units.map((unit) => [unit.id, unit]));
  return new Map(
    rows.flatMap((row): [string, FiledReport][] => {
      const unit = kinds.get(row.unitId);
      if (!unit) return [];
      const context = { previous: previous.get(unit.id), others: others(unit.id) };
      return [[unit.id, { row, judged: judgedOf(row, { unit, context }) }]];
    }),
  );
}

function judgedOf(
  { report, year, publishedOn }: VersionRow,
  { unit, context }: { unit: Filer; context: CheckContext },
): JudgedReport {
  return {
    report,
    findings: checkReport(report, context),
    publishedOn,
    due: statutoryDay(unit.kind, year),
    format: formatDecimal,
  };
}

/** A version that a unit has filed, whichever; undefined where there is none of that number. */
export function filedVersion(
  db: Database,
  of: { unitId: string; year: number; version: number },
): Promise<VersionRow | undefined> {
  return repository.findVersion(db, of);
}
