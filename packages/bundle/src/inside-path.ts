import { bundleError } from './bundle-error.ts';
import { shownText } from './shown-text.ts';

/** Paths that would leave the folder of a bundle, on any system. */
export const leadsOut = (path: string): boolean =>
  path.includes('\\') ||
  path.includes('\0') ||
  path.startsWith('/') ||
  /^[a-z][a-z0-9+.-]*:/i.test(path) ||
  path.split('/').includes('..');

/** `./tables//units.csv` is `tables/units.csv`. */
const normalized = (path: string): string =>
  path
    .split('/')
    .filter((part) => part !== '' && part !== '.')
    .join('/');

/**
 * A path that one file of a bundle gives for another.
 *
 * @throws BundleError naming the key where the path leads out of the bundle
 */
export const insidePath = (
  path: string,
  from: { readonly file: string; readonly column: string },
): string => {
  if (!leadsOut(path)) return normalized(path);
  const shown = shownText(path);
  const sentence = {
    zh: `路径“${shown}”不在数据包内，请把文件放进数据包，写相对路径。`,
    en: `The path “${shown}” leads out of the bundle; put the file into it and give a path relative to it.`,
  };
  throw bundleError(from.file, sentence, { column: from.column });
};
