import { CsvError, parse } from '#csv-parse';
import { bundleError } from './bundle-error.ts';
import type { BundleError } from './bundle-error.ts';
import { CsvBlocks, RecordTooLong } from './csv-blocks.ts';
import type { CsvBlock } from './csv-blocks.ts';
import { Utf8Text } from './utf8-text.ts';

/** @param line the one the record begins on, 1 being the first */
export type TakeRecord = (cells: readonly string[], line: number) => void;

/** So much is taken at a time, so that no more than a piece of a file is records at any moment. */
const PIECE = 256 * 1024;

const tooLong = (file: string, line: number): BundleError =>
  bundleError(
    file,
    { zh: '这一行过长，或有引号没有闭合。', en: 'A record is too long, or a quote is never closed.' },
    { line },
  );

const quoteProblem = (file: string, error: CsvError, linesBefore: number): BundleError => {
  if (error.code === 'CSV_QUOTE_NOT_CLOSED') {
    const sentence = {
      zh: '从这一行开始有引号没有闭合，请补上右引号；单元格内的引号要写两遍。',
      en: 'A quote that opens here is never closed; close it, and double the quotes inside a cell.',
    };
    return bundleError(file, sentence, { line: linesBefore + 1 });
  }
  const sentence = {
    zh: '引号的用法不符合 CSV 规则（RFC 4180）：含逗号、引号或换行的单元格整体加引号，其中的引号写两遍。',
    en: 'The quotes do not follow RFC 4180: quote the whole cell, and double the quotes inside it.',
  };
  return bundleError(file, sentence, { line: linesBefore + Number(error['lines']) });
};

const countIn = (record: readonly string[], pattern: RegExp): number =>
  record.reduce((sum, cell) => sum + (cell.match(pattern)?.length ?? 0), 0);

/** Records of a block; blank lines are left out. */
const takeBlock = (file: string, { text, linesBefore }: CsvBlock, take: TakeRecord): void => {
  if (!text.includes('"')) {
    // Nearly every block of numbers: without quotes a comma is a comma and a line break a line break.
    const lines = text.split(text.includes('\r') ? /\r\n|\r|\n/ : '\n');
    for (const [i, line] of lines.entries()) if (line !== '') take(line.split(','), linesBefore + i + 1);
    return;
  }
  // The parser counts a CRLF inside quotes as two lines.
  let before = linesBefore;
  try {
    parse(text, {
      relax_column_count: true,
      skip_empty_lines: true,
      record_delimiter: ['\r\n', '\n', '\r'],
      on_record: (record: readonly string[], { lines }) => {
        take(record, before + lines - countIn(record, /[\r\n]/g));
        before -= countIn(record, /\r\n/g);
        return null;
      },
    });
  } catch (error) {
    throw error instanceof CsvError ? quoteProblem(file, error, before) : error;
  }
};

/** Turns a CSV file (RFC 4180, UTF-8) that arrives in pieces into records. */
export class CsvRecords {
  readonly #file: string;
  readonly #take: TakeRecord;
  readonly #text: Utf8Text;
  readonly #blocks = new CsvBlocks();

  constructor(file: string, take: TakeRecord) {
    this.#file = file;
    this.#take = take;
    this.#text = new Utf8Text(file);
  }

  /** @throws BundleError where the file is not UTF-8, its quotes are broken or a record is too long */
  push(bytes: Uint8Array): void {
    try {
      for (let at = 0; at < bytes.length; at += PIECE) {
        const text = this.#text.push(bytes.subarray(at, at + PIECE));
        takeBlock(this.#file, this.#blocks.push(text), this.#take);
      }
    } catch (error) {
      throw error instanceof RecordTooLong ? tooLong(this.#file, error.line) : error;
    }
  }

  /** @throws BundleError as {@link push} */
  end(): void {
    this.#text.end();
    for (const block of this.#blocks.end()) takeBlock(this.#file, block, this.#take);
  }
}

/** Records of a file in memory. @throws BundleError as {@link CsvRecords} */
export const readRecords = (file: string, bytes: Uint8Array, take: TakeRecord): void => {
  const records = new CsvRecords(file, take);
  records.push(bytes);
  records.end();
};
