import { checkReport, summarise } from '@gongping/annual-report';
import type { ReportSummary } from '@gongping/contracts';
import type { Database } from '@gongping/db';
import { Recent } from '../../http/recent.ts';
import * as repository from './unit-report.repository.ts';

/** What the checks find in filed reports, how much: neither a version nor the one before it ever changes. */
export type KnownSummaries = Recent<ReportSummary>;

export const keepSummaries = (): KnownSummaries => new Recent(10_000);

/** A filed version and the unit's of the year before, by their ids. */
export interface FiledPair {
  readonly id: string;
  readonly previous: string | undefined;
}

/** Reports that are read at a time: each has some kilobytes. */
const AT_A_TIME = 100;

const keyOf = ({ id, previous }: FiledPair): string => `${id} ${previous ?? ''}`;

/**
 * How much the checks find in filed reports, each beside the one of the year before. Only what is not known yet is read
 * and checked.
 */
export async function summariesOf(
  db: Database,
  known: KnownSummaries,
  pairs: readonly FiledPair[],
): Promise<ReadonlyMap<string, ReportSummary>> {
  const found = new Map<string, ReportSummary>();
  const open: FiledPair[] = [];
  for (const pair of pairs) {
    const summary = known.get(keyOf(pair));
    if (summary) found.set(pair.id, summary);
    else open.push(pair);
  }
  for (let first = 0; first < open.length; first += AT_A_TIME) {
    const part = open.slice(first, first + AT_A_TIME);
    const ids = part.flatMap(({ id, previous }) => (previous === undefined ? [id] : [id, previous]));
    const reports = await repository.listReports(db, ids);
    for (const pair of part) {
      const report = reports.get(pair.id);
      if (report === undefined) continue;
      const previous = pair.previous === undefined ? undefined : reports.get(pair.previous);
      const summary = { ...summarise(checkReport(report, previous === undefined ? {} : { previous })) };
      known.set(keyOf(pair), summary);
      found.set(pair.id, summary);
    }
  }
  return found;
}
