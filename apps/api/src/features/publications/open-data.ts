import { commentsCsv, resultsCsv, zipBundle } from '@gongping/bundle';
import { bundleFiles, DEMONSTRATION } from './bundle-files.ts';
import type { Snapshot } from './snapshot.ts';

export { DEMONSTRATION } from './bundle-files.ts';

/** A file to download. */
export interface OpenFile {
  readonly filename: string;
  readonly mediaType: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

export const openDataNames = [
  'results.csv',
  'results.json',
  'scores.csv',
  'social.csv',
  'comments.csv',
  'bundle.zip',
] as const;
export type OpenDataName = (typeof openDataNames)[number];

const mediaTypes = {
  csv: 'text/csv; charset=utf-8; header=present',
  json: 'application/json; charset=utf-8',
  zip: 'application/zip',
} as const;

/** One of the open-data files of a publication, drawn from its snapshot. */
export function openDataFile(snapshot: Snapshot, name: OpenDataName): OpenFile {
  const [stem = name, ending = ''] = name.split('.');
  return {
    filename: exportName(snapshot, stem, ending),
    mediaType: mediaTypes[ending as keyof typeof mediaTypes],
    bytes: new Uint8Array(content(snapshot, name)),
  };
}

/** `2020-v1-results.csv`, and `2020-v1-results-演示数据.csv` of the demonstration. */
export function exportName({ facts, version }: Snapshot, stem: string, ending: string): string {
  const mark = facts.demonstration ? `-${DEMONSTRATION}` : '';
  return `${facts.slug}-v${version}-${stem}${mark}.${ending}`;
}

function content(snapshot: Snapshot, name: OpenDataName): Uint8Array {
  if (name === 'results.csv') return new TextEncoder().encode(resultsCsv(snapshot.outcome));
  if (name === 'results.json') return new TextEncoder().encode(resultsJson(snapshot));
  if (name === 'comments.csv' && !snapshot.comments) return new TextEncoder().encode(commentsCsv([]));
  const files = bundleOf(snapshot);
  return name === 'bundle.zip' ? zipBundle(files) : (files.get(name) ?? new Uint8Array());
}

function bundleOf({ facts, outcome, version, comments }: Snapshot): Map<string, Uint8Array> {
  const mark = facts.demonstration ? `（${DEMONSTRATION}）` : '';
  return bundleFiles(
    { facts, outcome, comments },
    {
      name: `gongping-${facts.slug}-v${version}${facts.demonstration ? '-demonstration' : ''}`,
      title: `${facts.title} 第${version}版${mark}`,
    },
  );
}

function resultsJson({ facts, outcome, version, publishedAt, generator }: Snapshot): string {
  return JSON.stringify({
    title: facts.title,
    year: facts.year,
    version,
    publishedAt,
    generator,
    ...(facts.demonstration ? { note: DEMONSTRATION } : {}),
    method: facts.method,
    results: outcome.rows.map(({ unit, node, score, coverage, rank, band }) => ({
      unit,
      node,
      score,
      coverage,
      rank,
      band,
    })),
    warnings: outcome.warnings,
  });
}
