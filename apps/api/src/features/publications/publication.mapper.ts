import type { Publication, PublicationSummary } from '@gongping/contracts';
import { rankingView } from '../results/ranking-view.ts';
import type { PublicationRow, SummaryRow } from './publication.repository.ts';
import { commentsOf } from './published-comments.ts';
import { computedOf, type Snapshot } from './snapshot.ts';

/** @param newest version of the assessment */
export function toSummary(
  row: Omit<PublicationRow, 'snapshot'> & { snapshot: Snapshot },
  newest: number,
): PublicationSummary {
  const { facts } = row.snapshot;
  return {
    year: facts.year,
    slug: facts.slug,
    version: row.version,
    title: facts.title,
    publishedAt: row.publishedAt.toISOString(),
    sha256: row.sha256,
    reason: row.reason,
    demonstration: facts.demonstration,
    unitCount: facts.units.length,
    current: row.version === newest,
  };
}

/** @param rows newest version of each assessment first */
export function toSummaries(rows: readonly SummaryRow[]): PublicationSummary[] {
  const newest = new Map<string, number>();
  for (const { slug, version } of rows) newest.set(slug, Math.max(version, newest.get(slug) ?? 0));
  return rows.map(({ id: _id, publishedAt, ...row }) => ({
    ...row,
    publishedAt: publishedAt.toISOString(),
    current: newest.get(row.slug) === row.version,
  }));
}

export function toPublication(
  row: PublicationRow & { snapshot: Snapshot },
  versions: readonly PublicationSummary[],
): Publication {
  const newest = Math.max(row.version, ...versions.map(({ version }) => version));
  return {
    ...toSummary(row, newest),
    ranking: rankingView(computedOf(row.snapshot)),
    comments: commentsOf(row.snapshot).texts.length,
    versions: [...versions],
  };
}
