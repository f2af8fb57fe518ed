import { constants, crc32, deflateRawSync, gunzipSync } from 'node:zlib';

/** A page made once and given out many times, each time with a text of its own in one place. */
export interface KeptPage {
  /** The whole page, compressed by gzip, with that text in its place. */
  gzip(text: string): Uint8Array<ArrayBuffer>;
  /** The same for who does not take gzip. */
  plain(text: string): Uint8Array<ArrayBuffer>;
}

/** The longest text that fits one block that is stored as it is (RFC 1951, 3.2.4). */
const longest = 0xffff;
/** Deflate, no name, no time, unknown system (RFC 1952). */
const head = Buffer.from([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 0xff]);

/**
 * Compresses what stands before and behind the mark once: what changes goes between them as a block that is stored as
 * it is, and the checksum goes on from that of the first part. So a page costs a copy rather than a compression.
 *
 * @param html holds `mark` once, or not at all: then no text goes into it
 */
export function keepPage(html: string, mark: string): KeptPage {
  const [start = '', end] = html.split(mark);
  const before = Buffer.from(start);
  const behind = Buffer.from(end ?? '');
  const opening = deflateRawSync(before, { finishFlush: constants.Z_FULL_FLUSH });
  const closing = deflateRawSync(behind);
  const sum = crc32(before);

  function gzip(text: string): Uint8Array<ArrayBuffer> {
    const own = Buffer.from(end === undefined ? '' : text);
    if (own.length > longest) throw new RangeError(`${own.length} bytes do not fit a stored block.`);
    const block = Buffer.alloc(5);
    block.writeUInt16LE(own.length, 1);
    block.writeUInt16LE(own.length ^ longest, 3);
    const tail = Buffer.alloc(8);
    tail.writeUInt32LE(crc32(behind, crc32(own, sum)), 0);
    tail.writeUInt32LE(before.length + own.length + behind.length, 4);
    return Buffer.concat([head, opening, block, own, closing, tail]);
  }
  return { gzip, plain: (text) => new Uint8Array(gunzipSync(gzip(text))) };
}
