import type { Database } from '@gongping/db';
import {
  keepReportDocuments,
  type ReportDocuments,
} from '../features/assessment-reports/report-documents.ts';
import { keepFindings, type KnownFindings } from '../features/checks/round-findings.ts';
import { keepPublishedTotals, type PublishedTotals } from '../features/publications/previous-results.ts';
import { keepSnapshots, type Snapshots } from '../features/publications/publication.service.ts';
import { keepLiveRounds, type LiveRounds } from '../features/results/live-round.ts';
import { keepSummaries, type KnownSummaries } from '../features/unit-reports/known-summaries.ts';
import { readPublishedMark } from './published-pages/mark.repository.ts';
import { newestMark, type NewestMark } from './published-pages/newest-mark.ts';

/** What this process has read and computed last, each for as long as it holds. */
export interface Memory {
  readonly liveRounds: LiveRounds;
  readonly findings: KnownFindings;
  readonly snapshots: Snapshots;
  readonly publishedTotals: PublishedTotals;
  readonly reportSummaries: KnownSummaries;
  readonly publishedMark: NewestMark;
  readonly reportDocuments: ReportDocuments;
}

/** @param publishedMaxAgeMs how late what another instance publishes may show on pages that are kept */
export function createMemory(db: Database, { publishedMaxAgeMs = 1000 } = {}): Memory {
  return {
    liveRounds: keepLiveRounds(),
    findings: keepFindings(),
    snapshots: keepSnapshots(),
    publishedTotals: keepPublishedTotals(),
    reportSummaries: keepSummaries(),
    publishedMark: newestMark(() => readPublishedMark(db), { maxAgeMs: publishedMaxAgeMs }),
    reportDocuments: keepReportDocuments(),
  };
}
