import { expect, it } from 'vitest';
import { hashGroups, shortHash } from './hash.ts';
import { bandRanges, excludedOf, uncountedAppraisals, unscoredCount } from './method-facts.ts';
import { openDataFilename, openDataPath, publicationPath, publicReportPath } from './paths.ts';

it('names pages and files of a version', () => {
  expect(publicationPath({ slug: '2020-2', version: 3 })).toBe('/p/2020-2/3');
  expect(publicReportPath({ slug: '2020', version: 'latest' })).toBe('/p/2020/latest/report');
  expect(openDataPath({ slug: '2020', version: 1 }, 'publication.zip')).toBe(
    '/api/v1/publications/2020/1/publication.zip',
  );
});

it('marks the files of the demonstration in their names', () => {
  const file = { slug: '2020', version: 1, demonstration: true };
  expect(openDataFilename(file, 'publication.zip', 'demo')).toBe('2020-v1-publication-demo.zip');
  expect(openDataFilename({ ...file, demonstration: false }, 'results.csv', 'demo')).toBe(
    '2020-v1-results.csv',
  );
});

it('shortens a hash to the digits that the annual report prints', () => {
  const sha256 = '77be3757613541d7325620e9d983bc751d19721544e0013e3c6d7ea18c3a09fa';
  expect(shortHash(sha256)).toBe('77be37576135');
  expect(hashGroups(sha256, 8)).toHaveLength(8);
  expect(hashGroups(sha256, 8).join('')).toBe(sha256);
});

it('names what is left out once, not its children', () => {
  expect(excludedOf({ excludedIndicators: ['V', 'V-1', 'D', 'D1', 'D1-1', 'B2-1', 'B2-10'] })).toEqual({
    bonus: false,
    vetoes: true,
    codes: ['D', 'B2-1', 'B2-10'],
  });
  expect(excludedOf({ excludedIndicators: ['X'] })).toEqual({ bonus: true, vetoes: false, codes: [] });
});

it('gives each band the score at which the next begins', () => {
  const band = (code: string, minimum: number) => ({ code, name: { zh: code, en: code }, minimum });
  const ranges = bandRanges({ bands: [band('fail', 0), band('excellent', 90), band('good', 80)] });
  expect(ranges.map(({ band: { code }, below }) => [code, below])).toEqual([
    ['excellent', null],
    ['good', 90],
    ['fail', 80],
  ]);
});

it('counts unscored leaves and appraisals that do not count', () => {
  const unit = { code: 'C01', name: { zh: '', en: '' }, kind: 'county' as const, rank: 1, total: 1 };
  const rest = {
    band: null,
    thirdParty: 1,
    rawMarks: 1,
    applicableMarks: 1,
    socialReason: null,
    socialValid: 120,
    families: {},
    socialPoints: 0,
    bonus: 0,
    vetoes: [],
    previous: null,
  };
  const units = [
    { ...unit, ...rest, social: 80, unscored: 2 },
    { ...unit, ...rest, social: null, unscored: 1 },
  ];
  expect(unscoredCount({ units })).toBe(3);
  expect(uncountedAppraisals({ units })).toBe(1);
});
