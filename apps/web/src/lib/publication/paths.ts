import type { PublicationSummary } from '@gongping/contracts';

/** Which publication: the slug of its assessment and its version, or `latest`. */
export interface PublicationAddress {
  readonly slug: string;
  readonly version: number | 'latest';
}

/** The files of a publication, in the order in which they are offered. */
export const openDataNames = [
  'results.csv',
  'results.json',
  'totals.csv',
  'scores.csv',
  'social.csv',
  'comments.csv',
  'dictionary.csv',
  'snapshot.json',
  'publication.zip',
] as const;
export type OpenDataName = (typeof openDataNames)[number];

/** The public page of a ranking; the address of a numbered version shows the same for ever. */
export function publicationPath({ slug, version }: PublicationAddress): string {
  return `/p/${slug}/${version}`;
}

/** The passage of the annual report on its public page. */
export function publicReportPath(address: PublicationAddress): string {
  return `${publicationPath(address)}/report`;
}

/** Words of the public on their page. @param unit about which; all of them unless told */
export function publicCommentsPath(address: PublicationAddress, unit?: string): string {
  const query = unit === undefined ? '' : `?unit=${encodeURIComponent(unit)}`;
  return `${publicationPath(address)}/comments${query}`;
}

/** What differs from another version; from the one before unless told. */
export function publicationChangesPath(address: PublicationAddress, from?: number): string {
  return `${publicationPath(address)}/changes${from === undefined ? '' : `?from=${from}`}`;
}

/** The same as JSON. */
export function changesDataPath({ slug, version }: PublicationAddress, from: number): string {
  return `/api/v1/publications/${slug}/${version}/changes?from=${from}`;
}

/** Everything that is published, as a feed. */
export const publicationFeedPath = '/api/v1/publications/feed.xml';

/** Where the API serves a file of open data. */
export function openDataPath({ slug, version }: PublicationAddress, name: OpenDataName): string {
  return `/api/v1/publications/${slug}/${version}/${name}`;
}

/** Where the API serves the passage of the annual report as a Word document. */
export function reportDocumentPath({ slug, version }: PublicationAddress): string {
  return `/api/v1/publications/${slug}/${version}/report-passage.docx`;
}

/** Where the API serves the report of the assessment, or of one unit, as a document. */
export function assessmentReportPath(
  { slug, version }: PublicationAddress,
  format: 'docx' | 'pdf',
  unit?: string,
): string {
  const place = unit === undefined ? '' : `/units/${encodeURIComponent(unit)}`;
  return `/api/v1/publications/${slug}/${version}${place}/report.${format}`;
}

/**
 * What a downloaded file is called. The mark of the demonstration is Chinese in every language of the site.
 *
 * @param mark of the demonstration, in Chinese
 */
export function openDataFilename(
  { slug, version, demonstration }: Pick<PublicationSummary, 'slug' | 'version' | 'demonstration'>,
  name: OpenDataName,
  mark: string,
): string {
  const [stem, ending] = name.split('.');
  return `${slug}-v${version}-${stem}${demonstration ? `-${mark}` : ''}.${ending}`;
}
