import { fileRefused } from './report-file-error.ts';

const MEGABYTE = 1024 * 1024;
/** A page with pictures in itself has a few megabytes; a tree of more would fill the memory. */
const MAXIMUM_BYTES = 5 * MEGABYTE;
/** The tables of the form have some two thousand; each takes three hundred bytes of memory. */
const MOST_TAGS = 200_000;
/** A page says its encoding near its start. */
const START = 4_096;

const decoded = (bytes: Uint8Array, encoding: string): string | null => {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
};

const isGb = (bytes: Uint8Array): boolean =>
  /charset\s*=\s*["']?\s*gb/i.test(new TextDecoder('latin1').decode(bytes.subarray(0, START)));

/** @throws BundleError where a page would make too large a tree */
const checkTags = (text: string): string => {
  let tags = 0;
  for (let at = text.indexOf('<'); at >= 0; at = text.indexOf('<', at + 1)) tags += 1;
  if (tags <= MOST_TAGS) return text;
  throw fileRefused({
    zh: `网页中的标记超过 ${MOST_TAGS} 个，请检查是否选错了文件。`,
    en: `The page has more than ${MOST_TAGS} tags; check that it is the right file.`,
  });
};

/**
 * The text of a page: UTF-8, UTF-16 with a byte order mark, or GB18030, which old pages of offices are in.
 *
 * @throws BundleError where it is none of them, larger than 5 MB or of too many tags
 */
export const htmlText = (bytes: Uint8Array): string => {
  if (bytes.length > MAXIMUM_BYTES) {
    throw fileRefused({
      zh: `网页超过 ${MAXIMUM_BYTES / MEGABYTE} MB，请只保存网页本身，不含图片。`,
      en: `The page is larger than ${MAXIMUM_BYTES / MEGABYTE} MB; save the page alone, without its pictures.`,
    });
  }
  const mark = bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : null;
  const encodings = mark !== null ? [mark] : isGb(bytes) ? ['gb18030', 'utf-8'] : ['utf-8', 'gb18030'];
  for (const encoding of encodings) {
    const text = decoded(bytes, encoding);
    if (text !== null) return checkTags(text);
  }
  throw fileRefused({
    zh: '网页既不是 UTF-8 也不是 GB18030（GBK）编码，请用浏览器重新保存后再试。',
    en: 'The page is neither UTF-8 nor GB18030 (GBK); save it again from a browser and try again.',
  });
};
