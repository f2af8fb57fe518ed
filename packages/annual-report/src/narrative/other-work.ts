/** Work that is counted in the same words as requests and is none of this report's. */
const OTHER_WORK = /建议|提案|议案|留言|咨询|热线|来信|来电|信件|信箱|诉求|工单|民生|举报件/;

/** Letters on either side that still belong to a number. */
const BEFORE = 60;
const BEHIND = 8;

/** The whole work of an office that decides reviews: those of government information are some of them. */
const DECIDING = /(?:受理|办理|审理|办结)(?:各类)?$/;
const ALL_REVIEWS = /^(?:行政复议|行政诉讼)(?:申请|案件)/;

export interface Words {
  /** Where the words of a number begin, and where the number ends. */
  readonly from: number;
  readonly to: number;
}

/**
 * Whether a number counts other work, going by its clause; by its whole sentence where its own words do not say 申请.
 */
export const isOtherWork = (text: string, { from, to }: Words): boolean => {
  const own = text.slice(from, to);
  const ends = own.includes('申请') ? /[，。；\n]/ : /[。；\n]/;
  const before =
    text
      .slice(Math.max(0, from - BEFORE), from)
      .split(ends)
      .at(-1) ?? '';
  const behind = text.slice(to, to + BEHIND).split(/[，。；\n]/)[0] ?? '';
  return OTHER_WORK.test(before + own + behind);
};

/** Whether reviews or lawsuits are counted that are not about government information. */
export const isOtherCases = (text: string, { from, to }: Words): boolean => {
  const before =
    text
      .slice(Math.max(0, from - BEFORE), from)
      .split(/[。；\n]/)
      .at(-1) ?? '';
  return DECIDING.test(before) && ALL_REVIEWS.test(text.slice(from, to)) && !before.includes('公开');
};
