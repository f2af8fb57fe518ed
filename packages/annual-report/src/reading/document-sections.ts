import { sectionNumbers } from '../report.ts';
import type { SectionHeading, SectionNumber } from '../report.ts';
import { evenText } from './cell-value.ts';
import { readTitle } from './document-title.ts';
import type { TextBlock } from './blocks.ts';
import { headingLine } from './section-headings.ts';
import type { HeadingLine, Numbering } from './section-headings.ts';

/** What pages print below their text. */
const FOOT =
  /^(?:版权所有|主办单位|主办[:：]|承办|ICP备|网站标识码|打印本页|【?(?:打印|关闭)|上一篇|下一篇|扫一扫|分享到|附件下载|责任编辑|网站地图)/;

export interface DocumentText {
  readonly title: string | undefined;
  readonly preamble: string;
  readonly sections: readonly SectionNumber[];
  /** The headings of the sections in the order of the document. */
  readonly headings: readonly SectionHeading[];
  readonly text: Readonly<Partial<Record<SectionNumber, string>>>;
}

/** What a first reading has told of a document. */
interface Known {
  readonly numbering: Numbering;
  /** Sections that no title names. */
  readonly missing: readonly SectionNumber[];
}

/** Numberings that no list inside a section has, so that a numeral alone is enough. */
const outer: readonly Numbering[] = ['parts', 'plain'];
/** Numberings under which a title is enough, in whatever order. */
const ordered: readonly Numbering[] = [...outer, 'brackets'];

/**
 * Which heading begins which section. Sub-headings inside section 一 say 主动公开 and 依申请公开 too: only those numbered as
 * the first section is are headings of sections, and those out of their order only under the form's own title.
 */
class SectionReader {
  /** Everything above section 一. */
  readonly above: TextBlock[] = [];
  readonly lines = new Map<SectionNumber, string[]>();
  readonly headings: SectionHeading[] = [];
  readonly #known: Known | null;
  #numbering: Numbering | null = null;
  #current: SectionNumber | null = null;
  #isOver = false;

  constructor(known: Known | null) {
    this.#known = known;
  }

  get numbering(): Numbering | null {
    return this.#numbering;
  }

  take(block: TextBlock): void {
    const heading = headingLine(block);
    const number = heading === null ? null : this.#begun(heading);
    if (heading !== null && number !== null) {
      this.#numbering = heading.numbering;
      this.#current = number;
      this.#isOver = false;
      this.lines.set(number, []);
      const { ordinal } = heading;
      this.headings.push({ section: number, ordinal, text: block.text.trim(), place: block.place });
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

  /** The section that a heading begins; null where it stands inside one. */
  #begun({ numbering, ordinal, number, own }: HeadingLine): SectionNumber | null {
    if (number === '1' && this.#isContents()) this.#restart();
    if (this.#numbering !== null && numbering !== this.#numbering) return null;
    const at = Number(this.#current ?? 0);
    const isNew = (each: SectionNumber | null): each is SectionNumber =>
      each !== null && !this.lines.has(each);
    if (isNew(number) && Number(number) > at) return number;
    if (isNew(own) && this.#numbering !== null && ordered.includes(numbering)) return own;
    const isMissing = isNew(ordinal) && this.#known?.missing.includes(ordinal) === true;
    const isNext = isMissing && Number(ordinal) === at + 1 && numbering === this.#known?.numbering;
    return isNext && number === null && own === null && outer.includes(numbering) ? ordinal : null;
  }

  /** Headings with nothing below them, before the first comes again: a table of contents. */
  #isContents(): boolean {
    return this.lines.size > 1 && [...this.lines.values()].every((lines) => lines.length === 0);
  }

  #restart(): void {
    this.lines.clear();
    this.headings.length = 0;
    this.#current = null;
    this.#numbering = null;
  }
}

const readWith = (blocks: readonly TextBlock[], known: Known | null): SectionReader => {
  const reader = new SectionReader(known);
  for (const block of blocks) reader.take(block);
  return reader;
};

/** From so many sections on a document's numbering is known. */
const ENOUGH = 3;

/** Sections under a title of their own are found by their numerals, once the others have told how those look. */
const readTwice = (blocks: readonly TextBlock[]): SectionReader => {
  const reader = readWith(blocks, null);
  const missing = sectionNumbers.filter((number) => !reader.lines.has(number));
  const { numbering } = reader;
  if (missing.length === 0 || reader.lines.size < ENOUGH || numbering === null) return reader;
  return readWith(blocks, { numbering, missing });
};

/** The title, the six sections and what stands before them. */
export const readSections = (blocks: readonly TextBlock[]): DocumentText => {
  const reader = readTwice(blocks);
  const sections = sectionNumbers.filter((number) => reader.lines.has(number));
  const text = Object.fromEntries(
    sections.map((number) => [number, (reader.lines.get(number) ?? []).join('\n')]),
  );
  return { ...readTitle(reader.above, text['1'] ?? ''), sections, headings: reader.headings, text };
};
