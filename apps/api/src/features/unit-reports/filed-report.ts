import { checkReport, statutoryDay, type JudgedReport } from '@gongping/annual-report';
import type { Database } from '@gongping/db';
import { formatDecimal } from '@gongping/scoring';
import type { UnitRow } from '../units/unit.service.ts';
import { checkContext } from './check-context.ts';
import * as repository from './unit-report.repository.ts';
import type { VersionRow } from './unit-report.repository.ts';

/** The newest report that a unit has filed for a year, with all that leaves are judged by. */
export interface FiledReport {
  readonly row: VersionRow;
  readonly judged: JudgedReport;
}

/** @param of.compares whether section 五 is compared with those of other units, which takes reading them all */
export async function filedReport(
  db: Database,
  of: { unit: Pick<UnitRow, 'id' | 'kind'>; year: number; compares: boolean },
): Promise<FiledReport | null> {
  const { unit, year, compares } = of;
  const row = await repository.findVersion(db, { unitId: unit.id, year, version: null });
  if (!row) return null;
  const context = await checkContext(db, { unitId: unit.id, year, compares });
  return {
    row,
    judged: {
      report: row.report,
      findings: checkReport(row.report, context),
      publishedOn: row.publishedOn,
      due: statutoryDay(unit.kind, year),
      format: formatDecimal,
    },
  };
}

/** A version that a unit has filed, whichever; undefined where there is none of that number. */
export function filedVersion(
  db: Database,
  of: { unitId: string; year: number; version: number },
): Promise<VersionRow | undefined> {
  return repository.findVersion(db, of);
}
