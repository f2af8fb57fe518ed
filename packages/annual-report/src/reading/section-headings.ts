import { sectionNumbers } from '../report.ts';
import type { SectionNumber } from '../report.ts';
import type { TextBlock } from './blocks.ts';
import { evenText } from './cell-value.ts';

/** What the titles of the sections say; real ones vary. */
const titles: Readonly<Record<SectionNumber, RegExp>> = {
  1: /总体情况|^概述|基本情况/,
  2: /主动公开.*(?:情况|信息)/,
  3: /(?:收到和处理|申请).*情况|依申请公开/,
  4: /复议.*诉讼/,
  5: /问题.*(?:改进|整改|措施|打算)|(?:改进|整改).*情况/,
  6: /其[他它](?:需要)?.*(?:报告|说明|事项)/,
};

/** Titles that no heading inside a section has, so that a section is told by them wherever it stands. */
const ownTitles: Readonly<Record<SectionNumber, RegExp>> = {
  1: /^总体情况$/,
  2: /^主动公开政府信息的?情况$/,
  3: /^收到和处理政府信息公开申请的?情况$/,
  4: /行政复议.*行政诉讼/,
  5: /主要问题.*改进情况$/,
  6: /^其[他它]需要?报告的?事项$/,
};

const NUMERALS = '一二三四五六';
const HEADING =
  /^(?:第([一二三四五六])部分[、.．，,:]?|([一二三四五六])[、.．，,]|\(([一二三四五六])\)[、.．]?|([1-6])[、.．](?!\d))(.+)$/;
/** No heading is longer. */
const LONGEST = 40;

/** How a heading is numbered: 第一部分 · 一、 · （一） · 1. · not at all, but set as a heading. */
export type Numbering = 'parts' | 'plain' | 'brackets' | 'digits' | 'none';

/** A line that may begin a section. */
export interface HeadingLine {
  readonly numbering: Numbering;
  /** The section that its numeral names. */
  readonly ordinal: SectionNumber | null;
  /** The section that numeral and title name together. */
  readonly number: SectionNumber | null;
  /** The section that its title names by itself, beyond doubt. */
  readonly own: SectionNumber | null;
}

/** A line as a heading; null where it is none, whatever it says. */
export const headingLine = ({ text, isHeading }: TextBlock): HeadingLine | null => {
  const even = evenText(text);
  if (even.length > LONGEST || /[。；;]/.test(even)) return null;
  const [, part, plain, brackets, digits, title] = HEADING.exec(even) ?? [];
  if (title === undefined) {
    const number = isHeading ? sectionNumbers.find((each) => titles[each].test(even)) : undefined;
    return number === undefined ? null : { numbering: 'none', ordinal: null, number, own: null };
  }
  const place = digits === undefined ? NUMERALS.indexOf(part ?? plain ?? brackets ?? '') : Number(digits) - 1;
  const ordinal = sectionNumbers[place] ?? null;
  return {
    numbering:
      part !== undefined
        ? 'parts'
        : plain !== undefined
          ? 'plain'
          : brackets !== undefined
            ? 'brackets'
            : 'digits',
    ordinal,
    number: ordinal !== null && titles[ordinal].test(title) ? ordinal : null,
    own: sectionNumbers.find((each) => ownTitles[each].test(title)) ?? null,
  };
};
