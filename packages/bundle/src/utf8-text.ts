import { bundleError } from './bundle-error.ts';
import type { BundleError } from './bundle-error.ts';

const notUtf8 = (file: string, isUtf16: boolean): BundleError =>
  isUtf16
    ? bundleError(file, {
        zh: '文件是 UTF-16 编码，请另存为“CSV UTF-8”后重试。',
        en: 'The file is UTF-16; save it as “CSV UTF-8” and try again.',
      })
    : bundleError(file, {
        zh: '文件不是 UTF-8 编码（可能是 GBK），请另存为“CSV UTF-8”后重试。',
        en: 'The file is not UTF-8 (it may be GBK); save it as UTF-8 (“CSV UTF-8”) and try again.',
      });

/** UTF-8 bytes to text piece by piece, without the byte order mark. */
export class Utf8Text {
  readonly #file: string;
  readonly #decoder = new TextDecoder('utf-8', { fatal: true });
  #isUtf16 = false;
  #started = false;

  constructor(file: string) {
    this.#file = file;
  }

  /** @throws BundleError where the bytes are not UTF-8 */
  push(bytes: Uint8Array): string {
    if (!this.#started) this.#isUtf16 = startsAsUtf16(bytes);
    this.#started = true;
    return this.#decode(() => this.#decoder.decode(bytes, { stream: true }));
  }

  /** @throws BundleError where the last character is incomplete */
  end(): string {
    return this.#decode(() => this.#decoder.decode());
  }

  #decode(run: () => string): string {
    if (this.#isUtf16) throw notUtf8(this.#file, true);
    try {
      return run();
    } catch {
      throw notUtf8(this.#file, false);
    }
  }
}

/** The byte order mark, or a NUL beside the first letter of a header in Latin letters. */
const startsAsUtf16 = ([a, b]: Uint8Array): boolean =>
  (a === 0xff && b === 0xfe) || (a === 0xfe && b === 0xff) || (b !== undefined && (a === 0) !== (b === 0));

/** UTF-8 text of a whole file, without its byte order mark. @throws BundleError where it is not UTF-8 */
export const fileText = (file: string, bytes: Uint8Array): string => {
  const text = new Utf8Text(file);
  return text.push(bytes) + text.end();
};
