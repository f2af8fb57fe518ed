import { bundleError } from './bundle-error.ts';
import { fileText } from './utf8-text.ts';

/** Nothing in a bundle is nested deeper than three levels; what writes or shows such a value calls itself as often. */
const DEEPEST = 100;

const isTooDeep = (value: unknown): boolean => {
  let level: unknown[] = [value];
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > DEEPEST) return true;
    level = level.flatMap((item) =>
      typeof item === 'object' && item !== null ? (Object.values(item) as unknown[]) : [],
    );
  }
  return false;
};

const parseJson = (file: string, text: string): unknown => {
  try {
    const value: unknown = JSON.parse(text);
    return value;
  } catch (error) {
    const message = error instanceof Error ? error.message : '';
    const position = /end of JSON/.test(message) ? text.length : /position (\d+)/.exec(message)?.[1];
    const before = position === undefined ? null : text.slice(0, Number(position)).split('\n');
    throw bundleError(
      file,
      {
        zh: '不是有效的 JSON，请检查括号、引号和逗号。',
        en: 'Not valid JSON; check brackets, quotes and commas.',
      },
      {
        line: before?.length ?? null,
        column: before === null ? null : String((before.at(-1) ?? '').length + 1),
      },
    );
  }
};

/** Parsed JSON of a file. @throws BundleError with line and column where it is not JSON, or is nested too deeply */
export const readJson = (file: string, bytes: Uint8Array): unknown => {
  const value = parseJson(file, fileText(file, bytes));
  if (!isTooDeep(value)) return value;
  throw bundleError(file, {
    zh: `JSON 的嵌套超过 ${DEEPEST} 层，请检查括号。`,
    en: `The JSON is nested deeper than ${DEEPEST} levels; check the brackets.`,
  });
};
