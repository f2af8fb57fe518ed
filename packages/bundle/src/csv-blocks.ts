/** A record longer than this holds no names or numbers; without a limit one open quote swallows the file. */
export const LONGEST_RECORD = 1_000_000;

/** Whole records, and the line before the first of them. */
export interface CsvBlock {
  readonly text: string;
  readonly linesBefore: number;
}

/** A record is longer than {@link LONGEST_RECORD}; it begins on `line`. */
export class RecordTooLong extends Error {
  readonly line: number;

  constructor(line: number) {
    super(`the record on line ${line} is too long`);
    this.line = line;
  }
}

const lineBreaks = (text: string): number => {
  if (text.includes('\r')) return text.match(/\r\n|\r|\n/g)?.length ?? 0;
  let count = 0;
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) count += 1;
  return count;
};

/**
 * Where the last whole record ends: after a line break that no quotes enclose. Quotes enclose or are doubled
 * (RFC 4180), so an even number of them stands before such a line break; where they are misused, the first misuse is
 * in the text that comes next, before the count can mislead.
 */
const endOfRecords = (text: string, limit: number): number => {
  let end = 0;
  let quoted = false;
  for (let from = 0; from <= limit;) {
    const quote = text.indexOf('"', from);
    const to = quote < 0 ? limit : Math.min(quote, limit);
    if (!quoted) {
      const part = text.slice(from, to);
      const lineBreak = Math.max(part.lastIndexOf('\n'), part.lastIndexOf('\r'));
      if (lineBreak >= 0) end = from + lineBreak + 1;
    }
    if (quote < 0) break;
    quoted = !quoted;
    from = quote + 1;
  }
  return end;
};

/** Cuts CSV text that arrives in pieces of any size into blocks of whole records, and never holds more than one record. */
export class CsvBlocks {
  #rest = '';
  #lines = 0;

  /** @throws RecordTooLong */
  push(text: string): CsvBlock {
    this.#rest += text;
    // The line feed that belongs to a carriage return may be in the next piece.
    const block = this.#take(
      endOfRecords(this.#rest, this.#rest.length - (this.#rest.endsWith('\r') ? 1 : 0)),
    );
    if (this.#rest.length > LONGEST_RECORD) throw new RecordTooLong(this.#lines + 1);
    return block;
  }

  /** What is left: whole records, then a last one without a line break or with a quote that is never closed. */
  end(): CsvBlock[] {
    return [this.#take(endOfRecords(this.#rest, this.#rest.length)), this.#take(this.#rest.length)];
  }

  #take(end: number): CsvBlock {
    const text = this.#rest.slice(0, end);
    const linesBefore = this.#lines;
    this.#rest = this.#rest.slice(end);
    this.#lines += lineBreaks(text);
    return { text, linesBefore };
  }
}
