import type { NumberRange } from './row-cells.ts';

/** A part of a leaf's marks. */
export const shareRange: NumberRange = {
  fits: (value) => value <= 1,
  said: { zh: ' 0 到 1 之间的数', en: 'from 0 to 1' },
};

/** What the database holds of marks; nothing is worth 0. */
export const marksRange: NumberRange = {
  fits: (value) => value > 0 && value <= 1000 && /^\d+(\.\d{1,4})?$/.test(String(value)),
  said: {
    zh: '大于 0、不超过 1000、至多四位小数的数',
    en: 'above 0, at most 1000, with no more than four decimals',
  },
};

export const onlyZero: NumberRange = {
  fits: (value) => value === 0,
  said: { zh: ' 0 或空（一票否决不计分值）', en: '0 or empty: a veto carries no marks' },
};

export const wholeRange: NumberRange = {
  fits: (value) => Number.isInteger(value) && value >= 1 && value <= 1_000_000,
  said: { zh: ' 1 到 1000000 之间的整数', en: 'a whole number from 1 to 1000000' },
};

const MOST = 1000;

/** Days after the last one. */
export const daysRange: NumberRange = {
  fits: (value) => Number.isInteger(value) && value >= 0 && value <= MOST,
  said: { zh: ` 0 到 ${MOST} 之间的整数`, en: `a whole number from 0 to ${MOST}` },
};

/** Findings that are one occurrence. */
export const everyRange: NumberRange = {
  fits: (value) => Number.isInteger(value) && value >= 1 && value <= MOST,
  said: { zh: ` 1 到 ${MOST} 之间的整数`, en: `a whole number from 1 to ${MOST}` },
};

/** As an evaluator may enter them; the rule of the leaf decides besides. */
export const anyNumber: NumberRange = {
  fits: () => true,
  said: { zh: '数', en: 'a number' },
};
