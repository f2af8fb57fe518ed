import {
  checkReport,
  describeFinding,
  describeUnread,
  summarise,
  type AnnualReport,
  type CheckContext,
  type Finding,
} from '@gongping/annual-report';
import type {
  Language,
  ReportContent,
  ReportFinding,
  ReportReading,
  ReportSummary,
  ReportVersionFacts,
} from '@gongping/contracts';
import type { ReportReading as StoredReading, ReportSource as StoredSource } from '@gongping/db';
import { formatDecimal } from '@gongping/scoring';
import type { VersionRow } from './unit-report.repository.ts';

/** What of a report people write: its year, form and unit follow from where it is. */
export function contentOf(report: AnnualReport): ReportContent {
  const { title, preamble, amountUnit, table2, table3, table4, text } = report;
  const rows = (table: AnnualReport['table3']) =>
    Object.fromEntries(Object.entries(table).map(([key, cells]) => [key, [...cells]]));
  return {
    ...(title === undefined ? {} : { title }),
    ...(preamble === undefined ? {} : { preamble }),
    ...(amountUnit === undefined ? {} : { amountUnit }),
    table2: rows(table2),
    table3: rows(table3),
    table4: rows(table4),
    text: { ...text },
  };
}

interface SourceRow {
  readonly source: StoredSource | null;
  readonly sha256: string | null;
}

export function toSource({ source, sha256 }: SourceRow, language: Language) {
  if (source === null || sha256 === null) return null;
  return {
    filename: source.filename,
    size: source.size,
    sha256,
    readAt: source.readAt,
    unread: source.unread.map((part) => ({
      place: part.place,
      cell: part.cell,
      message: describeUnread(part, language),
    })),
  };
}

export function toReading(
  reading: StoredReading | null,
  sha256: string | null,
  language: Language,
): ReportReading | null {
  const source = toSource({ source: reading, sha256 }, language);
  if (reading === null || source === null) return null;
  return { ...source, content: contentOf(reading.report), found: reading.found.map((cell) => ({ ...cell })) };
}

type Listed = Omit<VersionRow, 'report'> & { readonly filedByName: string };

export function toVersionFacts(row: Listed, language: Language): ReportVersionFacts {
  return {
    version: row.version,
    how: row.how,
    edited: row.edited,
    source: toSource({ source: row.source, sha256: row.fileSha256 }, language),
    url: row.url,
    publishedOn: row.publishedOn,
    reason: row.reason,
    filedAt: row.filedAt.toISOString(),
    filedBy: row.filedByName,
  };
}

export function toFinding(finding: Finding, language: Language): ReportFinding {
  const { check, status, where, cells } = finding;
  const message = describeFinding(finding, { language, format: formatDecimal });
  return { check, status, where, cells: cells.map((cell) => ({ ...cell })), message };
}

/** What the checks find in a report, in words, and how much. */
export function checked(
  report: AnnualReport,
  context: CheckContext,
  language: Language,
): { findings: ReportFinding[]; summary: ReportSummary } {
  const findings = checkReport(report, context);
  return {
    findings: findings.map((finding) => toFinding(finding, language)),
    summary: { ...summarise(findings) },
  };
}
