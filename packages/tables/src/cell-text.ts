import type { LocalText } from '@gongping/scoring';

/** Line breaks of every system are one: a cell edited on another system has not changed. */
export const oneLineBreak = (text: string): string =>
  text.includes('\r') ? text.replaceAll(/\r\n?/g, '\n') : text;

/** What cannot be seen and no database takes: control characters but tab and line break, and halves of characters. */
const CONTROL = /[^\P{Cc}\t\n\r]/u;

/** Why a text from a file is no text; null where it is one. */
export const textRefusal = (text: string): LocalText | null => {
  const [found] = CONTROL.exec(text) ?? [];
  if (found === undefined && text.isWellFormed()) return null;
  const code = found?.codePointAt(0)?.toString(16).toUpperCase().padStart(4, '0');
  const zh = code === undefined ? '残缺的字符' : `看不见的控制字符（U+${code}）`;
  const en = code === undefined ? 'half a character' : `an invisible control character (U+${code})`;
  return {
    zh: `单元格中有${zh}，请清空后重新输入这段文字。`,
    en: `The cell holds ${en}; empty it and type the text anew.`,
  };
};
