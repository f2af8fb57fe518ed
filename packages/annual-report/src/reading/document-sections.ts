import { sectionNumbers } from '../report.ts';
import type { SectionNumber } from '../report.ts';
import { evenText } from './cell-value.ts';
import { readTitle } from './document-title.ts';
import type { TextBlock } from './blocks.ts';

/** What the titles of the sections say; real ones vary. */
const titles: Readonly<Record<SectionNumber, RegExp>> = {
  1: /总体情况|^概述|基本情况/,
  2: /主动公开.*(?:情况|信息)/,
  3: /(?:收到和处理|申请).*情况|依申请公开/,
  4: /复议.*诉讼/,
  5: /问题.*(?:改进|整改|措施|打算)|(?:改进|整改).*情况/,
  6: /其他(?:需要)?.*(?:报告|说明|事项)/,
};

const NUMERALS = '一二三四五六';
const HEADING =
  /^(?:第([一二三四五六])部分[、.．，,:]?|([一二三四五六])[、.．，,]|\(([一二三四五六])\)[、.．]?|([1-6])[、.．](?!\d))(.+)$/;
/** No heading is longer. */
const LONGEST = 40;

/** How a heading is numbered: 第一部分 · 一、 · （一） · 1. · not at all, but set as a heading. */
type Numbering = 'parts' | 'plain' | 'brackets' | 'digits' | 'none';

interface Heading {
  readonly numbering: Numbering;
  readonly number: SectionNumber;
}

const headingOf = ({ text, isHeading }: TextBlock): Heading | null => {
  const even = evenText(text);
  if (even.length > LONGEST) return null;
  const [, part, plain, brackets, digits, title] = HEADING.exec(even) ?? [];
  if (title === undefined) {
    const found = isHeading ? sectionNumbers.find((number) => titles[number].test(even)) : undefined;
    return found === undefined ? null : { numbering: 'none', number: found };
  }
  const place = digits === undefined ? NUMERALS.indexOf(part ?? plain ?? brackets ?? '') : Number(digits) - 1;
  const number = sectionNumbers[place];
  if (number === undefined || !titles[number].test(title)) return null;
  if (part !== undefined) return { numbering: 'parts', number };
  const numbering = plain !== undefined ? 'plain' : brackets !== undefined ? 'brackets' : 'digits';
  return { numbering, number };
};

/** What pages print below their text. */
const FOOT =
  /^(?:版权所有|主办单位|主办[:：]|承办|ICP备|网站标识码|打印本页|【?(?:打印|关闭)|上一篇|下一篇|扫一扫|分享到|附件下载|责任编辑|网站地图)/;

export interface DocumentText {
  readonly title: string | undefined;
  readonly preamble: string;
  readonly sections: readonly SectionNumber[];
  readonly text: Readonly<Partial<Record<SectionNumber, string>>>;
}

/**
 * Which heading begins which section. Sub-headings inside section 一 say 主动公开 and 依申请公开 too: only those numbered as
 * the first section is, and in their order, are headings of sections.
 */
class SectionReader {
  /** Everything above section 一. */
  readonly above: TextBlock[] = [];
  readonly lines = new Map<SectionNumber, string[]>();
  #numbering: Numbering | null = null;
  #current: SectionNumber | null = null;
  #isOver = false;

  take(block: TextBlock): void {
    const heading = headingOf(block);
    if (heading !== null && this.#begins(heading)) {
      this.#numbering = heading.numbering;
      this.#current = heading.number;
      this.#isOver = false;
      this.lines.set(heading.number, []);
      return;
    }
    if (this.#current === null) {
      this.above.push(block);
      return;
    }
    const text = block.text.trim();
    if (this.#current === '6' && FOOT.test(evenText(text))) this.#isOver = true;
    if (!this.#isOver) this.lines.get(this.#current)?.push(text);
  }

  #begins({ numbering, number }: Heading): boolean {
    if (number === '1' && this.#isContents()) this.#restart();
    if (this.lines.has(number)) return false;
    if (this.#numbering !== null && numbering !== this.#numbering) return false;
    return this.#current === null || Number(number) > Number(this.#current);
  }

  /** Headings with nothing below them, before the first comes again: a table of contents. */
  #isContents(): boolean {
    return this.lines.size > 1 && [...this.lines.values()].every((lines) => lines.length === 0);
  }

  #restart(): void {
    this.lines.clear();
    this.#current = null;
    this.#numbering = null;
  }
}

/** The title, the six sections and what stands before them. */
export const readSections = (blocks: readonly TextBlock[]): DocumentText => {
  const reader = new SectionReader();
  for (const block of blocks) reader.take(block);
  const sections = sectionNumbers.filter((number) => reader.lines.has(number));
  const text = Object.fromEntries(
    sections.map((number) => [number, (reader.lines.get(number) ?? []).join('\n')]),
  );
  return { ...readTitle(reader.above, text['1'] ?? ''), sections, text };
};
