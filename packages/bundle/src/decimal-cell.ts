import type { LocalText } from '@gongping/scoring';
import { shownText } from './shown-text.ts';

const decimal = /^[+-]?(\d+(\.\d+)?|\.\d+)(e[+-]?\d+)?$/i;

/** What people type and spreadsheets write where a decimal number is meant, and how to write it. */
const refusal = (text: string): LocalText => {
  const shown = shownText(text);
  if (/^[+-]?\d{1,3}(,\d{3})+(\.\d+)?$/.test(text) && !/^[+-]?\d,\d{3}$/.test(text)) {
    const plain = text.replaceAll(',', '');
    return {
      zh: `“${shown}”含千位分隔符，请去掉逗号，写作 ${plain}。`,
      en: `“${shown}” has thousands separators; write ${plain}.`,
    };
  }
  if (/^[+-]?\d+,\d+$/.test(text)) {
    return {
      zh: `“${shown}”用了逗号，请用点作小数点，例如 ${text.replace(',', '.')}；千位之间不加逗号。`,
      en: `“${shown}” has a comma; write a point for decimals, for example ${text.replace(',', '.')}, and nothing between thousands.`,
    };
  }
  const plain = text.normalize('NFKC').replace('\u2212', '-');
  if (plain !== text && decimal.test(plain)) {
    return {
      zh: `“${shown}”含全角数字或符号，请改用半角，例如 ${plain}。`,
      en: `“${shown}” has full-width digits or signs; write ${plain}.`,
    };
  }
  if (/^(nan|[+-]?inf(inity)?)$/i.test(text)) {
    return {
      zh: `“${shown}”不是有限的数；未打分请留空，不适用请写 NA。`,
      en: `“${shown}” is not a finite number; leave an unscored cell empty, or write NA for not applicable.`,
    };
  }
  return {
    zh: `“${shown}”不是数，请写作 12.5 这样的十进制数。`,
    en: `“${shown}” is not a number; write a decimal such as 12.5.`,
  };
};

/** A decimal number with a point, as in JSON or CSV; surrounding blanks do not matter, and −0 is 0. */
export const parseDecimalCell = (cell: string): number | LocalText => {
  const text = cell.trim();
  if (!decimal.test(text)) return refusal(text);
  const value = Number(text);
  if (Number.isFinite(value)) return value + 0;
  const shown = shownText(text);
  return {
    zh: `“${shown}”过大，无法表示，请改用较小的单位。`,
    en: `“${shown}” is too large to be represented; use a smaller scale.`,
  };
};

/** The shortest decimal that reads back as the same double. */
export const decimalCell = (value: number): string => String(value + 0);
