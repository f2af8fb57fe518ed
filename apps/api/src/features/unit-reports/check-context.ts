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

/** Section 五 of what units filed for a year: for each of them, those of the others. */
export async function sectionsOfOthers(
  db: Database,
  year: number,
): Promise<(unitId: string) => OtherSection[]> {
  const names = new Map((await repository.listUnits(db)).map(({ id, nameZh }) => [id, nameZh]));
  const rows = await repository.listNewest(db, { year, unitIds: [...names.keys()] });
  const sections = rows.flatMap(({ unitId, report }) => {
    const text = report.text['5'];
    return text === undefined || text === '' ? [] : [{ unitId, name: names.get(unitId) ?? '', text }];
  });
  return (own) => sections.flatMap(({ unitId, name, text }) => (unitId === own ? [] : [{ name, text }]));
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
    others: compares ? (await sectionsOfOthers(db, of.year))(of.unitId) : [],
  };
}
