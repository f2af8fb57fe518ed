import { computeResults } from '@gongping/scoring';
import { zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { BundleError } from './bundle-error.ts';
import { withSource } from './locate-problem.ts';
import { readBundleFiles } from './read-bundle-files.ts';
import { unzipFiles } from './unzip-files.ts';

const good: Readonly<Record<string, string>> = {
  'units.csv': 'code,name,kind\nC01,One,county\nC02,Two,county\n',
  'indicators.csv': 'code,parent,name,marks\nA,,A,\nA1,A,A1,5\nA2,A,A2,5\n',
  'scores.csv': 'unit,indicator,value\nC01,A1,5\nC01,A2,4\nC02,A1,3\nC02,A2,NA\n',
};
const social = '{"components":[{"code":"social","file":"social.csv","weight":0.2}]}';

const files = (change: Readonly<Record<string, string | Uint8Array | null>>): Map<string, Uint8Array> =>
  new Map(
    Object.entries({ ...good, ...change }).flatMap(([name, content]): [string, Uint8Array][] =>
      content === null
        ? []
        : [[name, typeof content === 'string' ? new TextEncoder().encode(content) : content]],
    ),
  );
const errorOf = (run: () => unknown): BundleError => {
  try {
    run();
  } catch (error) {
    if (error instanceof BundleError) return error;
    throw error;
  }
  throw new Error('the bundle was accepted');
};
const scoreLine = (value: string): Readonly<Record<string, string>> => ({
  'scores.csv': `unit,indicator,value\nC01,A1,5\nC01,A2,${value}\n`,
});

describe.each<
  [
    string,
    Readonly<Record<string, string | Uint8Array | null>>,
    [string, number | null, string | null],
    RegExp,
  ]
>([
  ['no units', { 'units.csv': null }, ['units.csv', null, null], /no such file/],
  ['empty file', { 'units.csv': '' }, ['units.csv', 1, 'code'], /no column “code”/],
  ['header alone', { 'units.csv': 'code,name,kind\n' }, ['units.csv', null, null], /no units/],
  [
    'column absent',
    { 'scores.csv': 'unit,value\n' },
    ['scores.csv', 1, 'indicator'],
    /unit, indicator, value/,
  ],
  ['column twice', { 'units.csv': 'code,kind,code\n' }, ['units.csv', 1, 'code'], /twice/],
  ['too many cells', scoreLine('1,2'), ['scores.csv', 3, null], /4 cells, the header has 3/],
  ['open quote', scoreLine('"1'), ['scores.csv', 3, null], /quote/],
  ['quote within', scoreLine('1"2'), ['scores.csv', 3, null], /quote/],
  ['decimal comma', scoreLine('"1,5"'), ['scores.csv', 3, 'value'], /point for decimals, for example 1\.5/],
  ['too large', scoreLine('1e400'), ['scores.csv', 3, 'value'], /too large/],
  ['NaN', scoreLine('NaN'), ['scores.csv', 3, 'value'], /write NA/],
  ['Infinity', scoreLine('-Infinity'), ['scores.csv', 3, 'value'], /finite/],
  ['full-width', scoreLine('１．５'), ['scores.csv', 3, 'value'], /full-width digits or signs; write 1\.5/],
  ['hexadecimal', scoreLine('0x10'), ['scores.csv', 3, 'value'], /not a number/],
  ['lower-case na', scoreLine('n/a'), ['scores.csv', 3, 'value'], /not a number/],
  ['above full marks', scoreLine('5.5'), ['scores.csv', 3, 'value'], /above its full marks 5/],
  ['below zero', scoreLine('-1'), ['scores.csv', 3, 'value'], /below 0/],
  [
    'pair twice',
    { 'scores.csv': `${good['scores.csv'] ?? ''}\nC01,A1,4\n` },
    ['scores.csv', 7, 'indicator'],
    /two scores/,
  ],
  [
    'unknown unit',
    { 'scores.csv': 'unit,indicator,value\nC09,A1,4\n' },
    ['scores.csv', 2, 'unit'],
    /“C09” that does not exist/,
  ],
  [
    'unknown parent, after a cell of two lines',
    { 'indicators.csv': 'code,parent,name,marks\nA,,"two\nlines",\nA1,B,A1,5\n' },
    ['indicators.csv', 4, 'parent'],
    /“B” of the indicator “A1” does not exist/,
  ],
  [
    'cycle',
    { 'indicators.csv': 'code,parent,name,marks\nA,A1,A,\nA1,A,A1,5\n' },
    ['indicators.csv', 2, 'parent'],
    /its own ancestor/,
  ],
  [
    'unknown role',
    { 'indicators.csv': 'code,parent,role\nA,,extra\n' },
    ['indicators.csv', 2, 'role'],
    /score, bonus, penalty, veto/,
  ],
  [
    'not UTF-8',
    { 'units.csv': new Uint8Array([0x63, 0x6f, 0x64, 0x65, 0x2c, 0xcc, 0xec]) },
    ['units.csv', null, null],
    /UTF-8/,
  ],
  ['broken JSON', { 'method.json': '{\n  "version": 1,\n}' }, ['method.json', 3, '1'], /Not valid JSON/],
  [
    'misspelt key',
    { 'method.json': '{"notApplicabel":"total"}' },
    ['method.json', null, 'notApplicabel'],
    /spelling/,
  ],
  ['component’s file absent', { 'method.json': social }, ['social.csv', null, null], /no such file/],
  [
    'component’s unit unknown',
    { 'method.json': social, 'social.csv': 'unit,value\nC01,1\nX,2\n' },
    ['social.csv', 3, 'unit'],
    /“X” that does not exist/,
  ],
  [
    'component’s unit twice',
    { 'method.json': social, 'social.csv': 'unit,value\nC01,1\nC01,2\n' },
    ['social.csv', 3, 'unit'],
    /on line 2 already/,
  ],
  [
    'broken data package',
    { 'datapackage.json': '{"resources":{}}' },
    ['datapackage.json', null, 'resources'],
    /list/,
  ],
  [
    'endless cell',
    { 'units.csv': `code,kind\nC01,"${'x'.repeat(2_000_000)}` },
    ['units.csv', 2, null],
    /too long/,
  ],
])('%s', (_, change, [file, line, column], sentence) => {
  it('is refused with file, line, column and a sentence', () => {
    const [problem] = errorOf(() => readBundleFiles(files(change))).problems;
    expect(problem).toMatchObject({ file, line, column });
    expect(problem?.sentence.en).toMatch(sentence);
    expect(problem?.sentence.zh).toMatch(/[\u4e00-\u9fff]/);
  });
});

describe('accepted on purpose', () => {
  const same = (change: Readonly<Record<string, string>>): void => {
    const plain = computeResults(readBundleFiles(files({})).input);
    expect(computeResults(readBundleFiles(files(change)).input).rows).toEqual(plain.rows);
  };
  it('a byte order mark', () => same({ 'units.csv': `\uFEFF${good['units.csv'] ?? ''}` }));
  it('CRLF', () => same({ 'scores.csv': (good['scores.csv'] ?? '').replaceAll('\n', '\r\n') }));
  it('blank lines and no last line break', () =>
    same({ 'scores.csv': `${(good['scores.csv'] ?? '').trimEnd().replace('\n', '\n\n')}` }));
  it('further columns in any order', () =>
    same({
      'indicators.csv': 'note,marks,name,parent,code\n,,A,,A\n"a, b",5,A1,A,A1\n,5.0,A2,A,A2\n',
    }));
  it('other paths, where the data package says so', () => {
    const descriptor = '{"resources":[{"name":"units","path":"places.csv"}]}';
    const moved = files({
      'datapackage.json': descriptor,
      'units.csv': null,
      'places.csv': good['units.csv'] ?? '',
    });
    expect(readBundleFiles(moved).input.units).toHaveLength(2);
  });
});

it('reports every bad line at once', () => {
  const bad = { 'scores.csv': 'unit,indicator,value\nC01,A1,x\nC01,A2,y\nC02,A1,1\n' };
  const error = errorOf(() => readBundleFiles(files(bad)));
  expect(error.problems.map(({ line }) => line)).toEqual([2, 3]);
  expect(error.message).toBe(
    'scores.csv, line 2, column value: “x” is not a number; write a decimal such as 12.5. (1 of 2 problems)',
  );
});

it('leaves unscored leaves for computing to refuse, in the bundle’s terms', () => {
  const { input, source } = readBundleFiles(files({ 'scores.csv': 'unit,indicator,value\nC01,A1,5\n' }));
  const error = errorOf(() => withSource(source, () => computeResults(input)));
  expect(error.problems[0]).toMatchObject({ file: 'scores.csv' });
  expect(error.message).toContain('Unscored leaves: 3.');
});

describe('zip', () => {
  const tiny = new Uint8Array([1]);
  it.each(['../units.csv', '/etc/units.csv', 'a/../../units.csv', 'C:/units.csv', '..\\units.csv'])(
    'refuses the path %s',
    (name) => {
      expect(errorOf(() => unzipFiles(zipSync({ [name]: tiny }))).message).toContain('leads out of');
    },
  );
  it('takes 1,000 entries and refuses 1,001', () => {
    const archive = (count: number) =>
      zipSync(Object.fromEntries(Array.from({ length: count }, (_, i) => [`${i}.csv`, tiny])));
    expect(unzipFiles(archive(1000)).size).toBe(1000);
    expect(errorOf(() => unzipFiles(archive(1001))).message).toContain('more than 1000 files');
  });
  // central directory: signature PK\x01\x02, uncompressed size at offset 24
  const declaring = (archive: Uint8Array, size: number): Uint8Array => {
    const view = new DataView(archive.buffer, archive.byteOffset);
    const central = archive.findIndex((_, i) => i + 4 <= archive.length && view.getUint32(i) === 0x504b0102);
    view.setUint32(central + 24, size, true);
    return archive;
  };
  it('refuses by the declared size before unpacking', () => {
    const archive = (bytes: number) => zipSync({ 'units.csv': new Uint8Array(bytes) }, { level: 0 });
    const megabyte = 1024 * 1024;
    expect(errorOf(() => unzipFiles(declaring(archive(1), 600 * megabyte))).message).toContain('zip bomb');
    expect(errorOf(() => unzipFiles(declaring(archive(3 * megabyte), 513 * megabyte))).message).toContain(
      '512 MB',
    );
  });
  it('believes no declared size', () => {
    const archive = () => zipSync({ 'units.csv': new Uint8Array(1000) });
    for (const size of [999, 1001, 0]) {
      expect(errorOf(() => unzipFiles(declaring(archive(), size))).message).toContain('damaged');
    }
  });
  it('refuses what is no zip', () => {
    expect(errorOf(() => unzipFiles(tiny)).message).toContain('Not a zip file');
  });
});
