import type { Publication, PublicationSummary, PublishedVersion } from '@gongping/contracts';
import { defaultLicence } from '@gongping/db';
import { rankingView } from '../results/ranking-view.ts';
import type { PackageHead } from './publication-package.repository.ts';
import type { PublicationRow, SummaryRow } from './publication.repository.ts';
import { commentsOf } from './published-comments.ts';
import { computedOf, type Snapshot } from './snapshot.ts';

type WithSnapshot = Omit<PublicationRow, 'snapshot'> & { readonly snapshot: Snapshot };

export function toVersion(row: WithSnapshot): PublishedVersion {
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

/** @param known every version of the assessment, and the publication's package */
export function toPublication(
  row: WithSnapshot,
  known: { readonly summaries: readonly PublicationSummary[]; readonly packed: PackageHead },
): Publication {
  const { sha256, size } = known.packed;
  return {
    ...toVersion(row),
    ranking: rankingView(computedOf(row.snapshot)),
    comments: commentsOf(row.snapshot).texts.length,
    licence: row.snapshot.licence ?? defaultLicence,
    package: { sha256, size },
    versions: known.summaries
      .filter(({ version }) => version <= row.version)
      .map(({ current: _current, ...version }) => version),
  };
}
