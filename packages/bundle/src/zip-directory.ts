import { bundleError } from './bundle-error.ts';
import { leadsOut } from './inside-path.ts';
import { shownText } from './shown-text.ts';
import { bundleTooLarge, MAXIMUM_BYTES } from './stored-files.ts';
import { damaged, noZip, unsupported } from './zip-error.ts';

/** Bytes of an archive from `start`; fewer than asked for at its end. */
export interface ZipBytes {
  readonly size: number;
  read(start: number, length: number): Uint8Array;
}

/** What the archive says of a file in it, and where it lies. */
export interface ZipEntry {
  readonly name: string;
  readonly compressed: boolean;
  readonly checksum: number;
  /** Unpacked. */
  readonly size: number;
  readonly start: number;
  readonly length: number;
}

/** What an archive may hold. */
export interface ZipLimits {
  readonly entries: number;
  /** Bytes of everything in it, unpacked. */
  readonly unpacked: number;
}

const MAXIMUM_ENTRIES = 1_000;
/** Of a bundle. */
const BUNDLE: ZipLimits = { entries: MAXIMUM_ENTRIES, unpacked: MAXIMUM_BYTES };
/** Tables of numbers shrink to a tenth, a bomb to a thousandth. */
const MAXIMUM_RATIO = 250;
const HARMLESS = 1024 * 1024;

/** APPNOTE.TXT 6.3.10: 4.3.16 end of central directory, 4.3.12 central directory, 4.3.7 local header. */
const END = { signature: 0x06054b50, length: 22 };
const CENTRAL = { signature: 0x02014b50, length: 46 };
const LOCAL = { signature: 0x04034b50, length: 30 };
const LONGEST_COMMENT = 0xffff;
const ZIP64 = 0xffffffff;
const STORED = 0;
const DEFLATED = 8;
const ENCRYPTED = 1;

const viewOf = (bytes: Uint8Array): DataView =>
  new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);

interface Directory {
  readonly entries: number;
  readonly start: number;
  readonly length: number;
}

const findDirectory = (zip: ZipBytes): Directory => {
  const from = Math.max(0, zip.size - END.length - LONGEST_COMMENT);
  const tail = viewOf(zip.read(from, zip.size - from));
  for (let at = tail.byteLength - END.length; at >= 0; at -= 1) {
    if (tail.getUint32(at, true) !== END.signature) continue;
    if (at + END.length + tail.getUint16(at + 20, true) !== tail.byteLength) continue;
    const entries = tail.getUint16(at + 10, true);
    const length = tail.getUint32(at + 12, true);
    const start = tail.getUint32(at + 16, true);
    const isPart = tail.getUint16(at + 4, true) !== 0 || tail.getUint16(at + 8, true) !== entries;
    if (isPart || entries === 0xffff || length === ZIP64 || start === ZIP64) throw unsupported(null);
    if (start + length > from + at) throw noZip();
    return { entries, start, length };
  }
  throw noZip();
};

const checkEntry = (name: string, flags: { readonly general: number; readonly method: number }): void => {
  if (leadsOut(name)) {
    throw bundleError(shownText(name), {
      zh: '压缩包中的路径指向文件夹之外，拒绝读取。',
      en: 'The path leads out of the archive’s folder; the archive is refused.',
    });
  }
  const isKnown = flags.method === STORED || flags.method === DEFLATED;
  if ((flags.general & ENCRYPTED) !== 0 || !isKnown) throw unsupported(shownText(name));
};

/** Where an entry's bytes begin; its own header must call it by the same name. */
const startOfData = (zip: ZipBytes, offset: number, name: Uint8Array): number => {
  const header = zip.read(offset, LOCAL.length + name.length);
  const view = viewOf(header);
  const isHeader =
    header.length === LOCAL.length + name.length && view.getUint32(0, true) === LOCAL.signature;
  if (!isHeader || view.getUint16(26, true) !== name.length) return NaN;
  if (!name.every((byte, i) => byte === header[LOCAL.length + i])) return NaN;
  return offset + LOCAL.length + name.length + view.getUint16(28, true);
};

/** Names are read as UTF-8; one that is not can be no name of a bundle's file. */
const readEntries = (zip: ZipBytes, directory: Directory): ZipEntry[] => {
  const bytes = zip.read(directory.start, directory.length);
  const view = viewOf(bytes);
  const decoder = new TextDecoder();
  const entries: ZipEntry[] = [];
  let at = 0;
  for (let i = 0; i < directory.entries; i += 1) {
    if (at + CENTRAL.length > bytes.length || view.getUint32(at, true) !== CENTRAL.signature) throw noZip();
    const [nameLength, extra, comment] = [28, 30, 32].map((field) => view.getUint16(at + field, true));
    const nameBytes = bytes.subarray(at + CENTRAL.length, at + CENTRAL.length + (nameLength ?? 0));
    const name = decoder.decode(nameBytes);
    const method = view.getUint16(at + 10, true);
    checkEntry(name, { general: view.getUint16(at + 8, true), method });
    const length = view.getUint32(at + 20, true);
    const size = view.getUint32(at + 24, true);
    const offset = view.getUint32(at + 42, true);
    if (length === ZIP64 || size === ZIP64 || offset === ZIP64) throw unsupported(shownText(name));
    const start = startOfData(zip, offset, nameBytes);
    if (!(start + length <= directory.start)) throw damaged(shownText(name));
    const checksum = view.getUint32(at + 16, true);
    entries.push({ name, compressed: method === DEFLATED, checksum, size, start, length });
    at += CENTRAL.length + nameBytes.length + (extra ?? 0) + (comment ?? 0);
  }
  return entries;
};

/** Two files may not share bytes: that is how a small archive unpacks to a large one. */
const checkOverlap = (entries: readonly ZipEntry[]): void => {
  let end = 0;
  for (const { name, start, length } of entries.toSorted((a, b) => a.start - b.start)) {
    if (start < end) throw damaged(shownText(name));
    end = start + length;
  }
};

const checkSizes = (entries: readonly ZipEntry[], limit: number): void => {
  let total = 0;
  for (const { name, size, length } of entries) {
    total += size;
    if (size > HARMLESS && size > length * MAXIMUM_RATIO) {
      throw bundleError(shownText(name), {
        zh: `解压后会膨胀到 ${MAXIMUM_RATIO} 倍以上，疑似压缩炸弹，拒绝读取。`,
        en: `It would grow to more than ${MAXIMUM_RATIO} times its size, as a zip bomb does; the archive is refused.`,
      });
    }
  }
  if (total > limit) throw bundleTooLarge(limit);
};

const checkNames = (entries: readonly ZipEntry[]): void => {
  const names = new Set<string>();
  for (const { name } of entries) {
    if (names.has(name)) {
      throw bundleError(shownText(name), {
        zh: '压缩包中有两个同名文件，请只保留一个。',
        en: 'The archive has two files of this name; keep one of them.',
      });
    }
    names.add(name);
  }
};

/** What macOS adds to archives, and folders themselves. */
const isNoise = ({ name }: ZipEntry): boolean => name.endsWith('/') || name.startsWith('__MACOSX/');

/** An archive made of one folder is read as that folder. */
const withoutCommonFolder = (entries: readonly ZipEntry[]): readonly ZipEntry[] => {
  const folders = new Set(entries.map(({ name }) => name.slice(0, name.indexOf('/') + 1)));
  const [folder = ''] = folders;
  if (folders.size !== 1 || folder === '') return entries;
  return entries.map((entry) => ({ ...entry, name: entry.name.slice(folder.length) }));
};

/**
 * The files of an archive by name. Nothing is unpacked yet.
 *
 * @param limits those of a bundle where absent: 1,000 files, 512 MB unpacked
 * @throws BundleError where it is no zip, is encrypted, in parts or zip64, is beyond the limits or has a file that grows
 *   more than 250 times, repeats a name, has one that would leave its folder, or has files that share bytes
 */
export const readZipDirectory = (
  zip: ZipBytes,
  limits: ZipLimits = BUNDLE,
): ReadonlyMap<string, ZipEntry> => {
  const directory = findDirectory(zip);
  if (directory.entries > limits.entries) {
    throw bundleError(null, {
      zh: `压缩包中的文件超过 ${limits.entries} 个，请只留需要的文件。`,
      en: `The archive has more than ${limits.entries} files; keep those that are needed only.`,
    });
  }
  const entries = readEntries(zip, directory);
  checkNames(entries);
  checkSizes(entries, limits.unpacked);
  checkOverlap(entries);
  const files = withoutCommonFolder(entries.filter((entry) => !isNoise(entry)));
  return new Map(files.map((entry) => [entry.name, entry]));
};
