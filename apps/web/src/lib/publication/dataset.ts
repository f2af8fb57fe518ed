import type { PublishedVersion, Publication } from '@gongping/contracts';
import { m } from '#lib/paraglide/messages.js';
import { openDataNames, openDataPath, publicationPath, type OpenDataName } from './paths.ts';

type Described = PublishedVersion & Pick<Publication, 'licence' | 'package' | 'comments'>;

const formats = { csv: 'text/csv', json: 'application/json', zip: 'application/zip' } as const;

/**
 * What search engines and catalogues of data read of a publication (schema.org `Dataset`).
 *
 * @param origin of the site, without a slash at its end
 */
export function datasetOf(publication: Described, origin: string): Record<string, unknown> {
  const { title, version, year, publishedAt, sha256, licence, unitCount, demonstration } = publication;
  const address = origin + publicationPath(publication);
  const hashes: Partial<Record<OpenDataName, string>> = {
    'snapshot.json': sha256,
    'publication.zip': publication.package.sha256,
  };
  return {
    '@context': 'https://schema.org',
    '@type': 'Dataset',
    '@id': address,
    name: demonstration ? `${title} (${m.frame_demo()})` : title,
    description: m.publication_dataset_description({ title, units: unitCount }),
    url: address,
    identifier: [address, `sha256:${sha256}`],
    version: String(version),
    datePublished: publishedAt,
    temporalCoverage: String(year),
    inLanguage: ['zh-CN', 'en'],
    isAccessibleForFree: true,
    license: licence.path,
    creator: { '@type': 'Organization', name: m.frame_product(), url: `${origin}/` },
    distribution: openDataNames
      .filter((name) => name !== 'comments.csv' || publication.comments > 0)
      .map((name) => ({
        '@type': 'DataDownload',
        name,
        contentUrl: origin + openDataPath(publication, name),
        encodingFormat: formats[name.slice(name.lastIndexOf('.') + 1) as keyof typeof formats],
        ...(hashes[name] === undefined ? {} : { sha256: hashes[name] }),
      })),
  };
}

/** JSON that can stand in a `script` element: nothing in it ends the element. */
export function scriptJson(value: unknown): string {
  return JSON.stringify(value).replaceAll('<', '\\u003c');
}
