import { cityReportArchive, type CityReportArchive, type CityReportContent } from '@gongping/contracts';
import { z } from 'zod';
import type { CityReportRow } from './city-report.repository.ts';

const archived = z.object({ archive: cityReportArchive.nullable().default(null) });

/** How a year's draft came from a report that was published elsewhere; null for one that is written here. */
export function archiveOf(row: Pick<CityReportRow, 'content'>): CityReportArchive | null {
  return archived.parse(row.content).archive;
}

/** What is written over a draft keeps where the draft came from: people do not send it. */
export function withArchive(
  content: CityReportContent,
  archive: CityReportArchive | null,
): CityReportContent & { archive?: CityReportArchive } {
  return archive === null ? content : { ...content, archive };
}
