import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { zipBundle } from '@gongping/bundle';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { csvFiles } from './csv-files.ts';
import { readTables } from './read-tables.ts';
import { rowsOf } from './stored-workbook.fixture.ts';
import type { Table, TableShape } from './table.ts';
import { xlsxWorkbook } from './xlsx-workbook.ts';

fc.configureGlobal({ seed: 20200429 });

const awkward = [
  '=1+1',
  '@x',
  '+1',
  '-1',
  '00012',
  '1e5',
  '1/2',
  '1:30',
  'TRUE',
  '#REF!',
  '#N/A',
  ' ',
  '\t',
  '\n',
  '\n\n',
  ' a ',
  '\u00a0a\u3000',
  '_x000D_',
  '_x000d_',
  '_x005F_x000D_',
  '_x_x0041_',
  '\u{1F600}',
  'e\u0301',
  '\ufeffa',
  '\u2028\u2029',
  '\u200b',
  '\ufffe\uffff\u{1ffff}',
  '\ufffd',
  '"',
  '""',
  ',',
  'a,"b"\nc',
  "'1",
  '<t>&amp;</t>',
  ']]>',
  '&#65;',
  '__proto__',
  '天元区',
];
/** Whatever the product can hold: no control characters but tab and line feed, no halves of characters. */
const text = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(...awkward) },
  { weight: 1, arbitrary: fc.constant('') },
  {
    weight: 2,
    arbitrary: fc
      .string({ unit: 'binary', maxLength: 12 })
      .map((each) => each.replaceAll(/[^\P{Cc}\t\n]/gu, '')),
  },
  {
    weight: 2,
    arbitrary: fc.array(fc.constantFrom(...awkward), { maxLength: 4 }).map((each) => each.join('')),
  },
);

const shape = (name: string, label: string, columns: number): TableShape => ({
  name,
  label,
  columns: Array.from({ length: columns }, (_, i) => ({
    name: `${name}_${i}`,
    label: `列<${i}>`,
    required: true,
  })),
});
const [wide, narrow] = [shape('wide', '宽表 & "甲"', 4), shape('narrow', '窄表', 1)];

/** A row without any text is no row. */
const rows = (columns: number): fc.Arbitrary<readonly (readonly string[])[]> =>
  fc.array(
    fc
      .array(text, { minLength: columns, maxLength: columns })
      .filter((cells) => cells.some((cell) => cell !== '')),
    { maxLength: 8 },
  );

const tables: fc.Arbitrary<readonly [Table, Table]> = fc.tuple(rows(4), rows(1)).map(([first, second]) => [
  { shape: wide, rows: first },
  { shape: narrow, rows: second },
]);

const folder = mkdtempSync(join(tmpdir(), 'gongping-tables-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const readBack = async (path: string) => {
  const found = await readTables(path, [narrow, wide]);
  return [rowsOf(found.get('wide')), rowsOf(found.get('narrow'))];
};

describe('what is written is read back, text by text', () => {
  it('from a workbook', async () => {
    await fc.assert(
      fc.asyncProperty(tables, async (written) => {
        const path = join(folder, 'book.xlsx');
        writeFileSync(path, await xlsxWorkbook(written));
        expect(await readBack(path)).toEqual(written.map((table) => table.rows));
      }),
      { numRuns: 300 },
    );
  });

  it('from a folder of CSV files, and from a zip of it', async () => {
    const path = join(folder, 'csv');
    mkdirSync(path);
    await fc.assert(
      fc.asyncProperty(tables, async (written) => {
        const files = csvFiles(written);
        for (const [name, bytes] of files) writeFileSync(join(path, name), bytes);
        writeFileSync(`${path}.zip`, zipBundle(files));
        const expected = written.map((table) => table.rows);
        expect(await readBack(path)).toEqual(expected);
        expect(await readBack(`${path}.zip`)).toEqual(expected);
      }),
      { numRuns: 300 },
    );
  });
});
