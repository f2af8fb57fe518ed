import { all, chain, good, method, renamed, tree, type BundleCase } from './bundle-change.ts';

/** Sizes, depths and names that break programs. */
export const hostileBundles: readonly BundleCase[] = [
  [
    'a cell of 10 MB',
    { 'units.csv': `code,name,kind\nC01,${'x'.repeat(10_000_000)},county\nC02,Two,county\n` },
    'units.csv, line 2: A record is too long, or a quote is never closed.',
  ],
  [
    'a line without end',
    { 'units.csv': `code,name,kind\n"C01${'x'.repeat(3_000_000)}` },
    'units.csv, line 2: A record is too long, or a quote is never closed.',
  ],
  ['a tree 100,000 deep', { ...tree(`${chain(100_000)}A1,N99999,A1,5\nA2,N99999,A2,5\n`) }, 90],
  [
    '5,000 leaves side by side',
    {
      ...method('{"unscored":"zero"}'),
      ...tree(Array.from({ length: 5000 }, (_, i) => `A${i},,a,1\n`).join('')),
      'scores.csv': 'unit,indicator,value\nC01,A1,1\n',
    },
    0.02,
  ],
  ['__proto__ as a code', renamed('__proto__'), 90],
  ['constructor as a code', renamed('constructor'), 90],
  ['toString as a kind', all((text) => text.replaceAll('county', 'toString')), 90],
  ['letters from right to left', renamed('مؤشر'), 90],
  [
    'composed and decomposed letters',
    {
      'scores.csv': String(good['scores.csv']).replaceAll('A1', 'e\u0301'),
      'indicators.csv': String(good['indicators.csv']).replaceAll('A1', '\u00e9'),
    },
    'scores.csv, line 2, column indicator: The score is for an indicator “é” that does not exist.',
  ],
  ['a NUL in a name', all((text) => text.replace('One', 'O\0ne')), 90],
  [
    'a folder of that name',
    { 'scores.csv': null, 'scores.csv/x.csv': '' },
    'scores.csv: This is a folder where a file is needed; replace it.',
  ],
  [
    'a row of nothing but commas',
    { 'units.csv': `code,name,kind\n${','.repeat(3_000_000)}` },
    'units.csv, line 2: A record is too long, or a quote is never closed.',
  ],
  [
    'the same score a million times',
    { 'scores.csv': `unit,indicator,value\n${'C01,A1,5\n'.repeat(1_000_000)}` },
    'scores.csv, line 3, column indicator: The unit “C01” has two scores for the indicator “A1”.',
  ],
  [
    'a million units and one',
    {
      'units.csv': `code,name,kind\n${Array.from({ length: 1_000_001 }, (_, i) => `${i},,k\n`).join('')}`,
    },
    'units.csv, line 1000002: There are more than 1000000 rows; check that this is the right file.',
  ],
  [
    'more units × indicators than can be computed',
    {
      'units.csv': `code,name,kind\n${Array.from({ length: 60_000 }, (_, i) => `${i},,k\n`).join('')}`,
      ...tree(Array.from({ length: 1_000 }, (_, i) => `I${i},,x,5\n`).join('')),
    },
    '60000 units × 1000 indicators are more than the 50000000 that can be computed at once; split them.',
  ],
  [
    'a cycle of 100,000',
    tree(`${chain(100_000).replace('N0,,', 'N0,N99999,')}A1,,A1,5\nA2,,A2,5\n`),
    'indicators.csv, line 2, column parent: The indicator “N0” is its own ancestor; break the cycle of parents.',
  ],
  [
    'a method of 100,000 brackets',
    method(`{"scale":${'['.repeat(100_000)}${']'.repeat(100_000)}}`),
    'method.json: The JSON is nested deeper than 100 levels; check the brackets.',
  ],
  [
    'a thousand components',
    method(
      JSON.stringify({
        components: Array.from({ length: 1000 }, (_, i) => ({ code: `c${i}`, file: 's.csv', weight: 0 })),
      }),
    ),
    'method.json, column components: There are more than 100 components; merge some.',
  ],
  [
    'a code of a million letters',
    { 'units.csv': `code,name,kind\n${`${'C'.repeat(900_000)},One,county\n`.repeat(2)}` },
    `units.csv, line 3, column code: The unit code “${'C'.repeat(60)}…” occurs twice.`,
  ],
  [
    'weights whose sum is beyond all numbers',
    tree('A,,A,\nA1,A,A1,1e308\nA2,A,A2,1e308\n', 'code,parent,name,weight'),
    'indicators.csv, line 3, column weight: The weight 1e+308 of “A1” must be a number from 0 to 1e100.',
  ],
  [
    'a data package that names a table twice',
    {
      'datapackage.json':
        '{"resources":[{"name":"units","path":"units.csv"},{"name":"units","path":"units.csv"}]}',
    },
    'datapackage.json, column resources.1: Two resources are called “units”; keep one of them.',
  ],
  [
    'a data package that is null',
    { 'datapackage.json': 'null' },
    'datapackage.json: The data package’s “resources” must be a list of objects with name and path.',
  ],
  [
    'a file name in capitals',
    { 'units.csv': null, 'Units.csv': String(good['units.csv']) },
    'units.csv: There is no such file, but “Units.csv”; rename it to “units.csv”.',
  ],
];
