import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LONGEST_RECORD } from './csv-blocks.ts';
import { CsvRecords } from './csv-records.ts';

fc.configureGlobal({ seed: 20200429 });

interface Read {
  readonly record: readonly string[];
  readonly line: number;
}

/** @param size of the pieces the text arrives in, in bytes */
const inPieces = (text: string, size: number): Read[] => {
  const read: Read[] = [];
  const records = new CsvRecords('x.csv', (record, line) => read.push({ record, line }));
  const bytes = new TextEncoder().encode(text);
  for (let at = 0; at < bytes.length; at += size) records.push(bytes.subarray(at, at + size));
  records.end();
  return read;
};

const atOnce = (text: string): readonly (readonly string[])[] | null => {
  try {
    return parse(text, {
      relax_column_count: true,
      skip_empty_lines: true,
      record_delimiter: ['\r\n', '\n', '\r'],
    });
  } catch {
    return null;
  }
};
const orNull = <T>(run: () => T): T | null => {
  try {
    return run();
  } catch {
    return null;
  }
};

const size = fc.integer({ min: 1, max: 9 });
const awkward = fc.string({ unit: fc.constantFrom('a', '市', ',', '"', '\r', '\n', ' '), maxLength: 40 });

describe('records of a CSV file in pieces', () => {
  it('are those of the whole text, and what is refused there is refused here', () => {
    fc.assert(
      fc.property(awkward, size, (text, bytes) => {
        const records = orNull(() => inPieces(text, bytes))?.map(({ record }) => record) ?? null;
        expect(records).toEqual(atOnce(text));
      }),
      { numRuns: 3000 },
    );
  });

  it('know the line they begin on, whatever breaks lines and whatever quotes enclose', () => {
    const lineBreak = fc.constantFrom('\n', '\r\n', '\r');
    const cell = fc.constantFrom('a', '"b"', '"two\nlines"', '"two\r\nlines"', '"two\rlines"', '"“"""');
    const line = fc.array(cell, { minLength: 1, maxLength: 3 }).map((cells) => cells.join(','));
    fc.assert(
      fc.property(fc.array(fc.tuple(line, lineBreak)), size, (lines, bytes) => {
        const text = lines.map((parts) => parts.join('')).join('');
        const starts = lines.map((_, i) => {
          const before = lines.slice(0, i).map((parts) => parts.join(''));
          return before.reduce((count, part) => count + (part.match(/\r\n|\r|\n/g)?.length ?? 0), 1);
        });
        expect(inPieces(text, bytes).map((read) => read.line)).toEqual(starts);
      }),
    );
  });

  it('may be as long as allowed, and no longer', () => {
    const record = (length: number) => `a\nb\n${'x'.repeat(length)}\nc\n`;
    const [, , long] = inPieces(record(LONGEST_RECORD - 1), 65_536);
    expect(long?.record[0]).toHaveLength(LONGEST_RECORD - 1);
    expect(() => inPieces(record(LONGEST_RECORD + 65_536), 65_536)).toThrow(
      'x.csv, line 3: A record is too long',
    );
    expect(() => inPieces(`a\n"${'x\n'.repeat(LONGEST_RECORD)}`, 65_536)).toThrow('x.csv, line 2');
    expect(() => inPieces(','.repeat(2 * LONGEST_RECORD), 65_536)).toThrow('x.csv, line 1');
  });
});
