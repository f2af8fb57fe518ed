import { crc32 } from 'node:zlib';

/** A file of a zip, whole. */
export interface ZippedFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

interface Entry {
  readonly name: Buffer;
  readonly crc: number;
  readonly size: number;
  readonly offset: number;
}

/** Names are UTF-8. */
const UTF8 = 0x0800;
/** 1 January 1980, the first day that a zip knows: the files carry their own dates. */
const FIRST_DAY = 0x21;

/**
 * A zip, piece by piece as its files come: each is stored as it is (documents are packed already), its size and sum
 * before it, so that whoever receives the zip can count the files on the way. Up to 65,535 files and 4 GB.
 */
export async function* storedZip(files: AsyncIterable<ZippedFile>): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  const entries: Entry[] = [];
  let offset = 0;
  for await (const { name, bytes } of files) {
    const entry = { name: Buffer.from(name), crc: crc32(bytes), size: bytes.length, offset };
    entries.push(entry);
    const piece = Buffer.concat([localHeader(entry), bytes]);
    offset += piece.length;
    yield new Uint8Array(piece);
  }
  const directory = Buffer.concat(entries.map(directoryEntry));
  yield new Uint8Array(Buffer.concat([directory, endOfDirectory(entries.length, directory.length, offset)]));
}

/** The same for an answer: a file is made when whoever downloads is ready for it, and none after they have gone. */
export function storedZipStream(files: AsyncIterable<ZippedFile>): ReadableStream<Uint8Array<ArrayBuffer>> {
  const pieces = storedZip(files);
  return new ReadableStream({
    async pull(controller) {
      const { done, value } = await pieces.next();
      if (done) controller.close();
      else controller.enqueue(value);
    },
    async cancel() {
      await pieces.return(undefined);
    },
  });
}

function localHeader(entry: Entry): Buffer {
  const header = Buffer.alloc(30);
  header.writeUInt32LE(0x04034b50, 0);
  writeFacts(header, 4, entry);
  return Buffer.concat([header, entry.name]);
}

function directoryEntry(entry: Entry): Buffer {
  const header = Buffer.alloc(46);
  header.writeUInt32LE(0x02014b50, 0);
  header.writeUInt16LE(20, 4);
  writeFacts(header, 6, entry);
  header.writeUInt32LE(entry.offset, 42);
  return Buffer.concat([header, entry.name]);
}

/** What both kinds of header say of a file, in the same order. */
function writeFacts(header: Buffer, at: number, { name, crc, size }: Entry): void {
  header.writeUInt16LE(20, at);
  header.writeUInt16LE(UTF8, at + 2);
  header.writeUInt16LE(FIRST_DAY, at + 8);
  header.writeUInt32LE(crc, at + 10);
  header.writeUInt32LE(size, at + 14);
  header.writeUInt32LE(size, at + 18);
  header.writeUInt16LE(name.length, at + 22);
}

function endOfDirectory(count: number, size: number, offset: number): Buffer {
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(count, 8);
  end.writeUInt16LE(count, 10);
  end.writeUInt32LE(size, 12);
  end.writeUInt32LE(offset, 16);
  return end;
}
