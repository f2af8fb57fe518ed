import type { Language, ReportFormat } from '@gongping/contracts';
import type { OfficialReport } from '@gongping/documents';
import type { Dependencies } from '../../http/dependencies.ts';
import { Recent } from '../../http/recent.ts';
import { exportName } from '../publications/open-data.ts';
import { inputOf, type Snapshot } from '../publications/snapshot.ts';
import { computeRobustness } from '../results/robustness.ts';
import { overallReport } from './overall-report.ts';
import { reportFacts, type ReportFacts } from './report-facts.ts';
import { unitReport } from './unit-report.ts';

/** Documents that were asked for last: a publication never changes. */
export interface ReportDocuments {
  readonly recent: Recent<Uint8Array<ArrayBuffer>>;
  /** Those that are being printed: whoever wants the same waits for the same. */
  readonly printing: Map<string, Promise<Uint8Array<ArrayBuffer>>>;
}

const megabytes = 32;

export function keepReportDocuments(): ReportDocuments {
  return {
    recent: new Recent(megabytes * 2 ** 20, ({ byteLength }) => byteLength),
    printing: new Map(),
  };
}

/** The weights are tried as often and as widely as the ranking's page does unless it is told otherwise. */
const tried = { draws: 10_000, spread: 0.25 };

export interface ReportOf {
  readonly snapshot: Snapshot;
  readonly sha256: string;
  /** Code of the unit; null for the overall report. */
  readonly unit: string | null;
}

/**
 * A report as it is printed; null where the round has no such unit.
 * @throws ProblemError `cannot-compute`, `too-many-attempts`, or the signal's reason
 */
export async function composeReport(
  deps: Pick<Dependencies, 'robustness'>,
  { unit, ...publication }: ReportOf,
  asked: { language: Language; signal: AbortSignal },
): Promise<OfficialReport | null> {
  const robustness = await computeRobustness(deps, inputOf(publication.snapshot), { ...tried, ...asked });
  return reportOf(reportFacts(publication, robustness), unit);
}

function reportOf(facts: ReportFacts, unit: string | null): OfficialReport | null {
  return unit === null ? overallReport(facts) : unitReport(facts, unit);
}

/** `2020-v1-总报告.docx`, `2020-v1-评估报告-C01-天元区.docx`, marked where it is of the demonstration. */
export function reportFilename({ snapshot, unit }: ReportOf, format: ReportFormat): string {
  const name = snapshot.facts.units.find(({ code }) => code === unit)?.name.zh ?? '';
  return exportName(snapshot, unit === null ? '总报告' : `评估报告-${unit}-${name}`, format);
}

export const reportMediaTypes = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  pdf: 'application/pdf',
} as const satisfies Record<ReportFormat, string>;
