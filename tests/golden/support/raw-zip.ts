import { crc32, deflateRawSync } from 'node:zlib';

/** A file of an archive, and what the archive says of it where that is not the truth. */
export interface RawEntry {
  readonly name: string;
  readonly content: string | Uint8Array;
  /** Name in the entry's own header, where it differs from the directory's. */
  readonly localName?: string;
  /** General purpose flags; bit 0 is encryption. */
  readonly flags?: number;
  readonly method?: number;
  /** Bytes in place of the packed content. */
  readonly packed?: string;
  readonly declaredSize?: number;
  readonly declaredLength?: number;
  readonly checksum?: number;
  /** Shares the bytes of the entry before it. */
  readonly overlapping?: boolean;
}

const DEFLATED = 8;

const header = (
  fields: readonly (readonly [value: number, bytes: 2 | 4])[],
  ...rest: Uint8Array[]
): Buffer => {
  const numbers = fields.map(([value, bytes]) => {
    const field = Buffer.alloc(bytes);
    field.writeUIntLE(value, 0, bytes);
    return field;
  });
  return Buffer.concat([...numbers, ...rest]);
};

/** The fields that both headers of an entry have, from version to extra length (APPNOTE.TXT 4.3.7, 4.3.12). */
const commonFields = (
  entry: RawEntry,
  packed: Uint8Array,
  nameLength: number,
): (readonly [number, 2 | 4])[] => [
  [20, 2],
  [entry.flags ?? 0, 2],
  [entry.method ?? DEFLATED, 2],
  [0, 4],
  [entry.checksum ?? crc32(entry.content), 4],
  [entry.declaredLength ?? packed.length, 4],
  [entry.declaredSize ?? Buffer.byteLength(entry.content), 4],
  [nameLength, 2],
  [0, 2],
];

const packedOf = ({ content, method = DEFLATED, packed }: RawEntry): Buffer =>
  packed === undefined && method !== 0 ? deflateRawSync(content) : Buffer.from(packed ?? content);

/** A zip archive byte for byte, so that it can lie. */
export function rawZip(entries: readonly RawEntry[]): Buffer {
  const locals: Buffer[] = [];
  const centrals: Buffer[] = [];
  let offset = 0;
  let last = 0;
  for (const entry of entries) {
    const packed = packedOf(entry);
    const name = Buffer.from(entry.name);
    const localName = Buffer.from(entry.localName ?? entry.name);
    if (entry.overlapping !== true) {
      last = offset;
      const fields = commonFields(entry, packed, localName.length);
      const local = header([[0x04034b50, 4], ...fields], localName, packed);
      locals.push(local);
      offset += local.length;
    }
    const fields = commonFields(entry, packed, name.length);
    const tail = [
      [0, 2],
      [0, 2],
      [0, 2],
      [0, 4],
      [last, 4],
    ] as const;
    centrals.push(header([[0x02014b50, 4], [20, 2], ...fields, ...tail], name));
  }
  const directory = Buffer.concat(centrals);
  const count = entries.length;
  const end = header([
    [0x06054b50, 4],
    [0, 2],
    [0, 2],
    [count, 2],
    [count, 2],
    [directory.length, 4],
    [offset, 4],
    [0, 2],
  ]);
  return Buffer.concat([...locals, directory, end]);
}
