import { computeResults } from '@gongping/scoring';
import type { EngineInput, Indicator, Score, Unit } from '@gongping/scoring';
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readBundleFiles } from './read-bundle-files.ts';
import { resultsCsv } from './results-csv.ts';
import { unzipFiles } from './unzip-files.ts';
import { writeBundle } from './write-bundle.ts';
import { zipBundle } from './zip-bundle.ts';

fc.configureGlobal({ seed: 20200429 });

const awkward = fc.constantFrom(
  '"',
  ',',
  '\n',
  '\r',
  '\r\n',
  ' ',
  '\uFEFF',
  '\0',
  '|',
  ';',
  '=',
  '市',
  'é',
  'e\u0301',
);
const text = fc.oneof(
  fc.string({ unit: 'binary', minLength: 1, maxLength: 8 }),
  fc.string({ unit: awkward, minLength: 1, maxLength: 8 }),
  fc.constantFrom('__proto__', 'constructor', 'toString', 'NA', 'code', 'marks_x'),
);
const code = text.filter((each) => each !== 'total');
const kind = text.filter((each) => each === each.trim() && !each.includes('|'));
const amount = fc.double({ min: 0, max: 1e6, noNaN: true });
const value = fc.oneof(
  { weight: 5, arbitrary: fc.double({ noDefaultInfinity: true, noNaN: true, min: -1e300, max: 1e300 }) },
  { weight: 1, arbitrary: fc.constantFrom('NA' as const, null, -0) },
);

const inputs: fc.Arbitrary<EngineInput> = fc
  .record({
    unitCodes: fc.uniqueArray(text, { minLength: 1, maxLength: 4 }),
    leafCodes: fc.uniqueArray(code, { minLength: 2, maxLength: 5 }),
    names: fc.array(text, { minLength: 9, maxLength: 9 }),
    kinds: fc.array(kind, { minLength: 1, maxLength: 2 }),
    weights: fc.array(amount, { minLength: 5, maxLength: 5 }),
    values: fc.array(value, { minLength: 20, maxLength: 20 }),
  })
  .map(({ unitCodes, leafCodes: [top = '', ...leaves], names, kinds, weights, values }) => {
    const units = unitCodes.map((each, i): Unit => ({
      code: each,
      name: names[i] ?? each,
      kind: kinds[i % kinds.length] ?? 'k',
    }));
    const indicators = leaves.map((each, i): Indicator => ({
      code: each,
      parent: top,
      name: names[i + 4] ?? each,
      weight: weights[i] ?? 1,
      normalisation: 'none',
      appliesTo: [...new Set(kinds)],
      marksByKind: Object.fromEntries(kinds.map((one) => [one, (weights[i] ?? 1) + 1])),
    }));
    const scores = units.flatMap((unit, u) =>
      leaves.map((leaf, l): Score => ({
        unit: unit.code,
        indicator: leaf,
        value: values[u * 4 + l] ?? null,
      })),
    );
    const above: Indicator = { code: top, parent: null, name: names[8] ?? top };
    return { units, indicators: [...indicators, above], scores, method: { unscored: 'exclude' as const } };
  });

const written = (input: EngineInput, more: object = {}) =>
  writeBundle({ name: 'x', title: 'x', licence: { name: 'CC-BY-4.0' }, input, ...more });
const recordsOf = (bytes: string | Uint8Array | undefined): string[][] =>
  parse(typeof bytes === 'string' ? bytes : Buffer.from(bytes ?? []), { record_delimiter: '\r\n' });

describe('CSV out and in is identity', () => {
  it('of units, indicators and scores, whatever they are called', () => {
    fc.assert(
      fc.property(inputs, (input) => {
        const files = written(input);
        const { input: read } = readBundleFiles(unzipFiles(zipBundle(files)));
        expect(read.units).toEqual(input.units);
        expect(read.indicators).toHaveLength(input.indicators.length);
        expect(read.indicators).toMatchObject(input.indicators.map((each) => ({ ...each })));
        const scores = [...input.scores].map((score) => ({
          ...score,
          value: typeof score.value === 'number' ? score.value + 0 : score.value,
        }));
        expect([...read.scores]).toEqual(scores);
        // Written again the files are the same to the byte.
        expect(written(read)).toEqual(files);
      }),
    );
  });

  it('of further columns, which are for people and for other readers', () => {
    const columns = fc.dictionary(text, text, { maxKeys: 4, noNullPrototype: true });
    const own = ['code', 'name', 'kind'];
    fc.assert(
      fc.property(inputs, columns, (input, further) => {
        const [unit] = input.units;
        const files = written(input, { unitColumns: new Map([[unit?.code ?? '', further]]) });
        const [header = [], first = []] = recordsOf(files.get('units.csv'));
        expect(readBundleFiles(files).input.units).toEqual(input.units);
        for (const [i, column] of header.entries()) {
          if (!own.includes(column)) expect(first[i]).toBe(further[column]);
        }
        const isKept = (column: string): boolean =>
          column.trim() !== '' && !own.includes(column.trim()) && !column.trim().startsWith('marks_');
        const kept = new Set(
          Object.keys(further)
            .filter(isKept)
            .map((column) => column.trim()),
        );
        expect(header).toHaveLength(own.length + kept.size);
      }),
    );
  });

  it('of results, to the last bit of every number', () => {
    fc.assert(
      fc.property(inputs, (input) => {
        const results = computeResults(input);
        const orNull = (cell = ''): number | null => (cell === '' ? null : Number(cell));
        const [, ...records] = recordsOf(resultsCsv(results));
        const read = records.map(([unit, node, score, coverage, rank, band]) => ({
          unit,
          node,
          score: orNull(score),
          coverage: orNull(coverage),
          rank: orNull(rank),
          band: band || null,
        }));
        const plus = (x: number | null): number | null => (x === null ? null : x + 0);
        expect(read).toEqual(results.rows.map((row) => ({ ...row, score: plus(row.score) })));
      }),
    );
  });

  it('or is refused, where a kind would be read back as two', () => {
    const units = [{ code: 'U', name: 'U', kind: 'a|b' }];
    const indicators = [{ code: 'L', parent: null, name: 'L', appliesTo: ['a|b'] }];
    expect(() => written({ units, indicators, scores: [] })).toThrow('a vertical bar separates kinds');
  });
});
