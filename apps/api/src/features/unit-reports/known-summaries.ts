import { checkReport, summarise, type AnnualReport } from '@gongping/annual-report';
import type { ReportSummary } from '@gongping/contracts';
import { Recent } from '../../http/recent.ts';

/** What the checks find in filed reports, how much: neither a version nor the one before it ever changes. */
export type KnownSummaries = Recent<ReportSummary>;

export const keepSummaries = (): KnownSummaries => new Recent(5000);

interface Filed {
  readonly id: string;
  readonly report: AnnualReport;
}

/** How much the checks find in a filed report beside the one of the year before. */
export function summaryOf(known: KnownSummaries, filed: Filed, previous: Filed | undefined): ReportSummary {
  const key = `${filed.id} ${previous?.id ?? ''}`;
  const found = known.get(key);
  if (found) return found;
  const context = previous === undefined ? {} : { previous: previous.report };
  const summary = { ...summarise(checkReport(filed.report, context)) };
  known.set(key, summary);
  return summary;
}
