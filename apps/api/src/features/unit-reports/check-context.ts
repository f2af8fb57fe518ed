import type { AnnualReport, CheckContext, OtherSection } from '@gongping/annual-report';
import type { Database } from '@gongping/db';
import * as repository from './unit-report.repository.ts';

/** The report that a unit filed for the year before; null where it filed none. */
export async function previousReport(
  db: Database,
  { unitId, year }: { unitId: string; year: number },
): Promise<AnnualReport | null> {
  const row = await repository.findVersion(db, { unitId, year: year - 1, version: null });
  return row?.report ?? null;
}

/** Section 五 of what the other units filed for a year. */
export async function otherSections(
  db: Database,
  of: { unitId: string; year: number },
): Promise<OtherSection[]> {
  const units = (await repository.listUnits(db)).filter(({ id }) => id !== of.unitId);
  const names = new Map(units.map(({ id, nameZh }) => [id, nameZh]));
  const rows = await repository.listNewest(db, { year: of.year, unitIds: [...names.keys()] });
  return rows.flatMap(({ unitId, report }) => {
    const text = report.text['5'];
    return text === undefined || text === '' ? [] : [{ name: names.get(unitId) ?? '', text }];
  });
}

/**
 * What a unit's report is checked against.
 * @param compares whether section 五 is compared with those of other units, which the unit itself is not told of
 */
export async function checkContext(
  db: Database,
  { compares, ...of }: { unitId: string; year: number; compares: boolean },
): Promise<CheckContext> {
  const previous = await previousReport(db, of);
  return {
    ...(previous === null ? {} : { previous }),
    others: compares ? await otherSections(db, of) : [],
  };
}
