import { bundleError } from './bundle-error.ts';
import { fileText } from './file-text.ts';

/** Parsed JSON of a file. @throws BundleError with line and column where it is not JSON */
export const readJson = (file: string, bytes: Uint8Array): unknown => {
  const text = fileText(file, bytes);
  try {
    const value: unknown = JSON.parse(text);
    return value;
  } catch (error) {
    const message = error instanceof Error ? error.message : '';
    const position = /position (\d+)/.exec(message)?.[1];
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
