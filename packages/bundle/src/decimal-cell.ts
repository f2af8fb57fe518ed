import type { LocalText } from '@gongping/scoring';

const decimal = /^[+-]?(\d+(\.\d+)?|\.\d+)(e[+-]?\d+)?$/i;

const refusal = (text: string): LocalText => {
  const shown = text.length > 40 ? `${text.slice(0, 40)}…` : text;
  if (/^[+-]?\d+,\d+$/.test(text)) {
    return {
      zh: `“${shown}”用了逗号，请用点作小数点，例如 ${text.replace(',', '.')}。`,
      en: `“${shown}” has a comma; write a point for decimals, for example ${text.replace(',', '.')}.`,
    };
  }
  if (/[０-９．－＋]/.test(text)) {
    return {
      zh: `“${shown}”含全角数字，请改用半角数字，例如 ${text.normalize('NFKC')}。`,
      en: `“${shown}” has full-width digits; write ${text.normalize('NFKC')}.`,
    };
  }
  if (/^(nan|[+-]?inf(inity)?)$/i.test(text)) {
    return {
      zh: `“${shown}”不是有限的数；未打分请留空，不适用请写 NA。`,
      en: `“${shown}” is not a finite number; leave an unscored cell empty, or write NA for not applicable.`,
    };
  }
  return { zh: `“${shown}”不是数。`, en: `“${shown}” is not a number.` };
};

/** A decimal number with a point, as in JSON or CSV; surrounding blanks do not matter. */
export const parseDecimalCell = (cell: string): number | LocalText => {
  const text = cell.trim();
  if (!decimal.test(text)) return refusal(text);
  const value = Number(text);
  if (Number.isFinite(value)) return value;
  return { zh: `“${text}”过大，无法表示。`, en: `“${text}” is too large to be represented.` };
};

/** The shortest decimal that reads back as the same double. */
export const decimalCell = (value: number): string => String(value + 0);
