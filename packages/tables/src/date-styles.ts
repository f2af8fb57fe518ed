import type { Archive } from './archive.ts';
import { readXml } from './xml-part.ts';

/**
 * Number formats that every spreadsheet knows and no file describes (ECMA-376, 18.8.30): dates and times, and those of
 * Chinese, Japanese and Korean.
 */
const isBuiltInDate = (id: number): boolean =>
  (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 47) || (id >= 50 && id <= 58);

/** Texts in quotes, escaped and padding characters, and brackets that are neither [h], [m] nor [s]. */
const NOT_FORMAT = /"[^"]*"|[\\_*].|\[(?!h+\]|m+\]|s+\])[^\]]*\]/gi;

/** A format has no more characters; in a longer one the search for closing brackets would take for ever. */
const LONGEST = 255;

/** Whether a number format shows a number as a date or a time. */
export const isDateFormat = (code: string): boolean =>
  /[ymdhs]/i.test(code.slice(0, LONGEST).replaceAll(NOT_FORMAT, ''));

/** For every cell style, by its number, whether it shows a number as a date or a time. */
export const readDateStyles = (archive: Archive, part: string): readonly boolean[] => {
  const formats = new Map<number, string>();
  const styles: boolean[] = [];
  let isCellStyles = false;
  readXml(part, archive.pieces(part), {
    open(element) {
      if (element.name === 'cellXfs') isCellStyles = true;
      if (element.name === 'numFmt') {
        formats.set(Number(element.attribute('numFmtId')), element.attribute('formatCode') ?? '');
      }
      if (element.name !== 'xf' || !isCellStyles) return;
      const id = Number(element.attribute('numFmtId') ?? 0);
      const code = formats.get(id);
      styles.push(code === undefined ? isBuiltInDate(id) : isDateFormat(code));
    },
    close(name) {
      if (name === 'cellXfs') isCellStyles = false;
    },
  });
  return styles;
};
