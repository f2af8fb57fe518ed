import { bundleError } from './bundle-error.ts';
import type { BundleError } from './bundle-error.ts';

export const noZip = (): BundleError =>
  bundleError(null, {
    zh: '不是可读取的 zip 文件，可能已损坏，请重新压缩。',
    en: 'Not a zip file that can be read; it may be damaged. Make it again.',
  });

/** @param file name of the entry */
export const damaged = (file: string): BundleError =>
  bundleError(file, {
    zh: '压缩包中的这个文件已损坏，或与压缩包目录所记不符，请重新压缩。',
    en: 'This file of the archive is damaged or is not what the archive says of it; make the archive again.',
  });

export const unsupported = (file: string | null): BundleError =>
  bundleError(file, {
    zh: '压缩包已加密，或用了不支持的压缩方式（分卷、zip64 等），请不设密码、按普通 zip 重新压缩。',
    en: 'The archive is encrypted, or of a kind that is not supported (several parts, zip64); make an ordinary zip without a password.',
  });
