import { unzipSync } from 'fflate';
import { BundleError, bundleError } from './bundle-error.ts';
import type { BundleFiles } from './bundle-files.ts';

export const MAXIMUM_ENTRIES = 1_000;
export const MAXIMUM_BYTES = 512 * 1024 * 1024;

export const tooMany = (): BundleError =>
  bundleError(null, {
    zh: `数据包中的文件超过 ${MAXIMUM_ENTRIES} 个。`,
    en: `The bundle has more than ${MAXIMUM_ENTRIES} files.`,
  });
export const tooLarge = (): BundleError =>
  bundleError(null, {
    zh: '数据包解压后超过 512 MB。',
    en: 'The bundle is larger than 512 MB when unpacked.',
  });

/** Names that would leave the folder an archive is unpacked into, on any system. */
const escapes = (name: string): boolean =>
  name.includes('\\') ||
  name.includes('\0') ||
  name.startsWith('/') ||
  /^[a-z]:/i.test(name) ||
  name.split('/').includes('..');

/** What macOS adds to archives, and folders themselves. */
const isNoise = (name: string): boolean => name.endsWith('/') || name.startsWith('__MACOSX/');

/** An archive made of one folder is read as that folder. */
const withoutCommonFolder = (files: BundleFiles): BundleFiles => {
  const folders = new Set([...files.keys()].map((name) => name.slice(0, name.indexOf('/') + 1)));
  const [folder = ''] = folders;
  if (folders.size !== 1 || folder === '') return files;
  return new Map([...files].map(([name, bytes]) => [name.slice(folder.length), bytes]));
};

/**
 * Unpacks a zip in memory. Sizes are checked before anything is unpacked, and no entry can grow beyond the size that
 * the archive declares for it.
 *
 * @throws BundleError where it is no zip, has more than 1,000 entries or 512 MB, repeats a name or has one that
 *   would leave its folder
 */
export const unzipFiles = (bytes: Uint8Array): BundleFiles => {
  const names = new Set<string>();
  let total = 0;
  let entries = 0;
  const accept = ({ name, originalSize }: { name: string; originalSize: number }): boolean => {
    entries += 1;
    total += originalSize;
    if (entries > MAXIMUM_ENTRIES) throw tooMany();
    if (total > MAXIMUM_BYTES) throw tooLarge();
    if (escapes(name)) {
      throw bundleError(name, {
        zh: '压缩包中的路径指向文件夹之外，拒绝读取。',
        en: 'The path leads out of the archive’s folder; the archive is refused.',
      });
    }
    if (names.has(name)) {
      throw bundleError(name, {
        zh: '压缩包中有两个同名文件。',
        en: 'The archive has two files of this name.',
      });
    }
    names.add(name);
    return !isNoise(name);
  };
  try {
    return withoutCommonFolder(new Map(Object.entries(unzipSync(bytes, { filter: accept }))));
  } catch (error) {
    if (error instanceof BundleError) throw error;
    throw bundleError(null, {
      zh: '不是可读取的 zip 文件，可能已损坏或加密。',
      en: 'Not a zip file that can be read; it may be damaged or encrypted.',
    });
  }
};
