import { commentsCsv, unzipFiles, zipBundle } from '@gongping/bundle';
import type { Database } from '@gongping/db';
import { DEMONSTRATION } from './bundle-files.ts';
import { bundleOf, packageOf } from './publication-package.ts';
import type { Snapshot } from './snapshot.ts';

export { DEMONSTRATION } from './bundle-files.ts';

/** A file to download. */
export interface OpenFile {
  readonly filename: string;
  readonly mediaType: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** Files that are in the package, and are given out as they are there. */
const packedNames = [
  'results.csv',
  'totals.csv',
  'scores.csv',
  'social.csv',
  'comments.csv',
  'dictionary.csv',
  'snapshot.json',
] as const;

export const openDataNames = [...packedNames, 'results.json', 'bundle.zip', 'publication.zip'] as const;
export type OpenDataName = (typeof openDataNames)[number];

const mediaTypes = {
  csv: 'text/csv; charset=utf-8; header=present',
  json: 'application/json; charset=utf-8',
  zip: 'application/zip',
} as const;

interface Published {
  readonly id: string;
  readonly sha256: string;
  readonly snapshot: Snapshot;
}

/** One of the open-data files of a publication. */
export async function openDataFile(
  db: Database,
  publication: Published,
  name: OpenDataName,
): Promise<OpenFile> {
  const [stem = name, ending = ''] = name.split('.');
  return {
    filename: exportName(publication.snapshot, stem, ending),
    mediaType: mediaTypes[ending as keyof typeof mediaTypes],
    bytes: new Uint8Array(await content(db, publication, name)),
  };
}

/** `2020-v1-results.csv`, and `2020-v1-results-演示数据.csv` of the demonstration. */
export function exportName({ facts, version }: Snapshot, stem: string, ending: string): string {
  const mark = facts.demonstration ? `-${DEMONSTRATION}` : '';
  return `${facts.slug}-v${version}-${stem}${mark}.${ending}`;
}

async function content(db: Database, publication: Published, name: OpenDataName): Promise<Uint8Array> {
  const { snapshot } = publication;
  if (name === 'results.json') return new TextEncoder().encode(resultsJson(snapshot));
  if (name === 'bundle.zip') return zipBundle(bundleOf(snapshot));
  const { bytes } = await packageOf(db, publication);
  if (name === 'publication.zip') return bytes;
  const file = unzipFiles(bytes).get(name);
  if (file === undefined && name === 'comments.csv') return new TextEncoder().encode(commentsCsv([]));
  return file ?? new Uint8Array();
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
