import { expect, it } from 'vitest';
import { datasetOf, scriptJson } from './dataset.ts';

const publication = {
  year: 2020,
  slug: '2020',
  version: 2,
  title: '2020年评估</script>',
  publishedAt: '2021-01-15T02:00:00.000Z',
  sha256: 'a'.repeat(64),
  reason: '复核后更正',
  demonstration: false,
  unitCount: 37,
  licence: { name: 'CC0-1.0', title: 'CC0', path: 'https://creativecommons.org/publicdomain/zero/1.0/' },
  package: { sha256: 'b'.repeat(64), size: 1000 },
  comments: 0,
};

it('describes a publication with every file, its address and its format', () => {
  const dataset = datasetOf(publication, 'https://gongping.example');
  expect(dataset).toMatchObject({
    '@type': 'Dataset',
    url: 'https://gongping.example/p/2020/2',
    version: '2',
    license: publication.licence.path,
    datePublished: publication.publishedAt,
  });
  const files = dataset['distribution'] as { name: string; contentUrl: string; sha256?: string }[];
  expect(files.find(({ name }) => name === 'publication.zip')).toEqual({
    '@type': 'DataDownload',
    name: 'publication.zip',
    contentUrl: 'https://gongping.example/api/v1/publications/2020/2/publication.zip',
    encodingFormat: 'application/zip',
    sha256: publication.package.sha256,
  });
  expect(files.find(({ name }) => name === 'snapshot.json')?.sha256).toBe(publication.sha256);
  expect(files.some(({ name }) => name === 'comments.csv')).toBe(false);
});

it('cannot be ended by a title', () => {
  const text = scriptJson(datasetOf(publication, 'https://gongping.example'));
  expect(text).not.toContain('<');
  expect(JSON.parse(text)).toMatchObject({ name: publication.title });
});
