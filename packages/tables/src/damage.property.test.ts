import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { header, inline, readUnits, sheetPart, storedWorkbook } from './stored-workbook.fixture.ts';
import { TablesError } from './tables-error.ts';

fc.configureGlobal({ seed: 20200429 });

const rows = Array.from({ length: 20 }, (_, i) => {
  const row = i + 2;
  return `<row r="${row}">${inline(`A${row}`, `C${i}`)}<c r="B${row}" s="1"><f>1+${i}</f><v>${i}</v></c></row>`;
});
const sheet = sheetPart(header + rows.join(''), '<mergeCells><mergeCell ref="C2:D2"/></mergeCells>');
const book = storedWorkbook({ 'xl/worksheets/sheet1.xml': sheet });

/** Whatever happens to a file, it is read or refused: there is no third way. */
const isReadOrRefused = async (name: string, bytes: Uint8Array | string): Promise<boolean> => {
  try {
    await readUnits(name, bytes);
    return true;
  } catch (error) {
    return error instanceof TablesError && error.problems.length > 0;
  }
};

const changesOf = (length: number) =>
  fc.array(fc.tuple(fc.nat(length - 1), fc.nat(255)), { minLength: 1, maxLength: 4 });

describe('a file that chance has damaged is read or refused', () => {
  it('where bytes of a workbook are others', async () => {
    const damage = fc.asyncProperty(changesOf(book.length), async (changes) => {
      const bytes = Uint8Array.from(book);
      for (const [at, byte] of changes) bytes[at] = byte;
      expect(await isReadOrRefused('b.xlsx', bytes)).toBe(true);
    });
    await fc.assert(damage, { numRuns: 400 });
  });

  it('where a workbook breaks off', async () => {
    const damage = fc.asyncProperty(fc.nat(book.length), async (length) => {
      expect(await isReadOrRefused('b.xlsx', book.subarray(0, length))).toBe(true);
    });
    await fc.assert(damage, { numRuns: 100 });
  });

  it('where letters of a sheet are others, and the archive is whole', async () => {
    const letters = fc.constantFrom(
      '<',
      '>',
      '/',
      '"',
      '&',
      ' ',
      '1',
      'A',
      'c',
      'r',
      's',
      ':',
      '\u0000',
      '国',
    );
    const damage = fc.asyncProperty(
      fc.array(fc.tuple(fc.nat(sheet.length - 1), letters), { minLength: 1, maxLength: 3 }),
      async (changes) => {
        let xml = sheet;
        for (const [at, letter] of changes) xml = xml.slice(0, at) + letter + xml.slice(at + 1);
        const bytes = storedWorkbook({ 'xl/worksheets/sheet1.xml': xml });
        expect(await isReadOrRefused('b.xlsx', bytes)).toBe(true);
      },
    );
    await fc.assert(damage, { numRuns: 400 });
  });

  it('where it is any bytes at all, under any name', async () => {
    const names = fc.constantFrom('b.xlsx', 'b.csv', 'b.zip');
    const bytes = fc.oneof(fc.uint8Array({ maxLength: 200 }), fc.string({ unit: 'binary' }).map(gzipSync));
    const damage = fc.asyncProperty(names, bytes, async (name, content) => {
      expect(await isReadOrRefused(name, content)).toBe(true);
    });
    await fc.assert(damage, { numRuns: 300 });
  });
});
