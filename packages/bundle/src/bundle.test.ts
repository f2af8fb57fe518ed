import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { computeResults } from '@gongping/scoring';
import type { EngineInput } from '@gongping/scoring';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readBundleFiles } from './read-bundle-files.ts';
import { readBundle } from './read-bundle.ts';
import { resultsCsv } from './results-csv.ts';
import { unzipFiles } from './unzip-files.ts';
import { writeBundle } from './write-bundle.ts';
import type { BundleData } from './write-bundle.ts';
import { zipBundle } from './zip-bundle.ts';

fc.configureGlobal({ seed: 20200429 });

const input: EngineInput = {
  units: [
    { code: 'C01', name: '天元区, “新区”', kind: 'county' },
    { code: 'C02', name: '攸县\n(两行)', kind: 'county' },
    { code: 'D01', name: '市"财政"局', kind: 'department' },
  ],
  indicators: [
    { code: 'A', parent: null, name: '标准化规范化' },
    { code: 'A1', parent: 'A', name: '目录', marks: 60, marksByKind: { department: 40 } },
    { code: 'A2', parent: 'A', name: '公开栏', marks: 40, appliesTo: ['county'] },
    { code: 'E', parent: null, name: '创新', role: 'bonus', marks: 5 },
    { code: 'V', parent: null, name: '泄密', role: 'veto', direction: 1 },
  ],
  scores: [
    { unit: 'C01', indicator: 'A1', value: 55.1234 },
    { unit: 'C01', indicator: 'A2', value: 'NA' },
    { unit: 'C01', indicator: 'E', value: 1 / 3 },
    { unit: 'C02', indicator: 'A1', value: 0.1 + 0.2 },
    { unit: 'C02', indicator: 'A2', value: 40 },
    { unit: 'C02', indicator: 'V', value: 1 },
    { unit: 'C02', indicator: 'E', value: null },
    { unit: 'D01', indicator: 'A1', value: 0 },
  ],
  components: [{ code: 'social', weight: 0.2, values: { C01: 81.234567890123, C02: null } }],
  method: {
    veto: { band: 'fail' },
    bands: [
      { code: 'good', name: '良好', minimum: 80 },
      { code: 'fail', name: '不合格', minimum: 0 },
    ],
  },
};
const data: BundleData = {
  name: 'open-government-2020',
  title: '2020年政务公开评估',
  licence: { name: 'CC-BY-4.0', path: 'https://creativecommons.org/licenses/by/4.0/' },
  input,
};
const textOf = (files: ReadonlyMap<string, Uint8Array>, file: string): string =>
  new TextDecoder().decode(files.get(file));

describe('writing and reading', () => {
  it('computes the same before and after', () => {
    const results = computeResults(input);
    const files = writeBundle({ ...data, results });
    const read = computeResults(readBundleFiles(files).input);
    expect(read.rows).toEqual(results.rows);
    expect(read.totals).toEqual(results.totals);
    expect(read.warnings).toEqual(results.warnings);
    expect(resultsCsv(read)).toBe(textOf(files, 'results.csv'));
  });

  it('gives the same bytes when written again', () => {
    const files = writeBundle(data);
    const again = writeBundle({ ...data, input: readBundleFiles(files).input });
    expect(textOf(again, 'scores.csv')).toBe(textOf(files, 'scores.csv'));
    expect(textOf(again, 'method.json')).toBe(textOf(files, 'method.json'));
    expect(zipBundle(again)).toEqual(zipBundle(files));
  });

  it('goes through a zip, also of one folder', () => {
    const files = writeBundle(data);
    expect(unzipFiles(zipBundle(files))).toEqual(new Map([...files].sort(([a], [b]) => (a < b ? -1 : 1))));
    const nested = new Map([...files].map(([name, bytes]) => [`bundle/${name}`, bytes]));
    expect(readBundleFiles(unzipFiles(zipBundle(nested))).input.units).toEqual(input.units);
  });

  it('keeps every double and every text', () => {
    fc.assert(
      fc.property(
        fc.double({ min: -1e300, max: 1e300, noNaN: true }),
        fc.string({ unit: 'grapheme', minLength: 1 }),
        (value, name) => {
          const units = [{ code: 'U', name, kind: 'k' }];
          const indicators = [{ code: 'L', parent: null, name }];
          const scores = [{ unit: 'U', indicator: 'L', value }];
          const files = writeBundle({ ...data, input: { units, indicators, scores } });
          const read = readBundleFiles(files).input;
          expect([...read.scores][0]?.value).toBe(value + 0);
          expect(read.units).toEqual(units);
        },
      ),
    );
  });

  it('writes full precision in the shortest form', () => {
    const scores = textOf(writeBundle(data), 'scores.csv').split('\r\n');
    expect(scores.slice(0, 5)).toEqual([
      'unit,indicator,value',
      'C01,A1,55.1234',
      'C01,A2,NA',
      'C01,E,0.3333333333333333',
      'C02,A1,0.30000000000000004',
    ]);
    expect(resultsCsv(computeResults(input)).split('\r\n').slice(0, 2)).toEqual([
      'unit,node,score,coverage,rank,band',
      // 0.8 × 55.1234 ÷ 60 × 100 + 0.2 × 81.234567890123 + 1 ÷ 3 = 73.4978666667 + 16.246913578 + 0.3333333333
      'C01,total,90.078113578,0.6,1,good',
    ]);
  });

  it('describes itself as a data package', () => {
    const descriptor: unknown = JSON.parse(textOf(writeBundle(data), 'datapackage.json'));
    expect(descriptor).toMatchObject({
      title: '2020年政务公开评估',
      licenses: [{ name: 'CC-BY-4.0' }],
      resources: [
        { name: 'units', path: 'units.csv', schema: { primaryKey: ['code'] } },
        { name: 'indicators' },
        { name: 'scores', schema: { missingValues: ['', 'NA'] } },
        { name: 'social', path: 'social.csv' },
        { name: 'method', path: 'method.json' },
      ],
    });
  });

  it('carries further columns for people', () => {
    const indicatorColumns = new Map([['A1', { rule: '得分=满分×比例', clause: '14' }]]);
    const files = writeBundle({ ...data, indicatorColumns });
    const [header, , a1] = textOf(files, 'indicators.csv').split('\r\n');
    expect(header).toBe(
      'code,parent,name,weight,marks,aggregation,normalisation,direction,role,applies_to,marks_department,rule,clause',
    );
    expect(a1).toBe('A1,A,目录,,60,,,,,,40,得分=满分×比例,14');
    expect(readBundleFiles(files).input.indicators).toHaveLength(5);
  });

  it('names a component’s file safely', () => {
    const components = ['../x', 'units', 'ok'].map((code) => ({ code, weight: 0.1, values: { C01: 1 } }));
    const files = writeBundle({ ...data, input: { ...input, components } });
    expect([...files.keys()].filter((name) => /component|ok/.test(name))).toEqual([
      'component-1.csv',
      'component-2.csv',
      'ok.csv',
    ]);
    expect(readBundleFiles(files).input.components.map(({ code }) => code)).toEqual(['../x', 'units', 'ok']);
  });
});

describe('readBundle', () => {
  let folder = '';
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'bundle-'));
    const files = writeBundle(data);
    for (const [name, bytes] of files) await writeFile(join(folder, name), bytes);
    await writeFile(join(folder, 'bundle.zip'), zipBundle(files));
  });
  afterAll(() => rm(folder, { recursive: true }));

  it('reads a folder and a zip alike', async () => {
    const fromFolder = await readBundle(folder);
    const fromZip = await readBundle(join(folder, 'bundle.zip'));
    expect(fromZip).toEqual(fromFolder);
    expect(fromZip.input.units).toEqual(input.units);
  });

  it('says so where there is nothing, or no bundle', async () => {
    await expect(readBundle(join(folder, 'none'))).rejects.toThrow('There is nothing at');
    await expect(readBundle(join(folder, 'units.csv'))).rejects.toThrow('neither a folder nor a .zip');
  });
});
