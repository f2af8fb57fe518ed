import type { IncomingMessage } from 'node:http';
import { pipeline, type Transform } from 'node:stream';
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib';
import { FetchError } from './fetch-failure.ts';

const decompressors: Readonly<Record<string, () => Transform>> = {
  gzip: createGunzip,
  'x-gzip': createGunzip,
  deflate: createInflate,
  br: createBrotliDecompress,
};

/**
 * Reads what was sent, decompressed. It stops as soon as more than `maximum` bytes have come, on the wire or out of the
 * compression: an endless answer, or a small one that unpacks to gigabytes, costs no more than that.
 *
 * @throws FetchError `too-large`, `broken`; errors of network and compression as they are
 */
export async function readContent(answer: IncomingMessage, maximum: number): Promise<Buffer> {
  const announced = Number(answer.headers['content-length'] ?? 0);
  if (announced > maximum) throw new FetchError('too-large');
  const encoding = (answer.headers['content-encoding'] ?? 'identity').trim().toLowerCase();
  if (encoding === 'identity' || encoding === '') return bounded(answer, maximum);
  const decompress = decompressors[encoding];
  if (!decompress) throw new FetchError('broken');
  // An error of the network reaches the reader through the stream that is read.
  const content = decompress();
  pipeline(answer, content, () => undefined);
  return bounded(content, maximum);
}

async function bounded(stream: AsyncIterable<unknown>, maximum: number): Promise<Buffer> {
  const pieces: Buffer[] = [];
  let size = 0;
  for await (const piece of stream) {
    if (!Buffer.isBuffer(piece)) continue;
    size += piece.length;
    if (size > maximum) throw new FetchError('too-large');
    pieces.push(piece);
  }
  return Buffer.concat(pieces, size);
}
