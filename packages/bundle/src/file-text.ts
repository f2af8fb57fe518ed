import { bundleError } from './bundle-error.ts';

/** UTF-8 text of a file, without its byte order mark. @throws BundleError where it is not UTF-8 */
export const fileText = (file: string, bytes: Uint8Array): string => {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw bundleError(file, {
      zh: '文件不是 UTF-8 编码，请另存为 UTF-8 后重试。',
      en: 'The file is not UTF-8; save it as UTF-8 and try again.',
    });
  }
};
