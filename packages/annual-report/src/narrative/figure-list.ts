import type { NarrativeFigure } from './figure.ts';
import type { Meaning } from './meanings.ts';
import type { Words } from './other-work.ts';
import type { Token } from './token.ts';

/** What is said of a figure stands so near behind it. */
const BEHIND = 60;
/** 申请量同比上升: a claim that says that it is about the requests. */
const OF_REQUESTS = /[，、。；](?:政府信息公开)?(?:申请|受理|收件)(?:数量|总量|总数|量|数)$/;
const LONGEST_NAME = 14;
const requestMeanings = new Set(['new', 'received', 'handled']);

/** The figures that were found in a text, and what the text says of them. */
export class FigureList {
  readonly figures: NarrativeFigure[] = [];
  /** Where each figure ends in the text. */
  readonly #ends: number[] = [];
  readonly #text: string;
  readonly #year: number;

  /** @param year the year of the report */
  constructor(text: string, year: number) {
    this.#text = text;
    this.#year = year;
  }

  /** @returns its place in the list */
  add(
    meaning: Meaning | null,
    { value, year, from, to }: Words & { readonly value: number; readonly year: number | null },
  ): number {
    this.#ends.push(to);
    return this.figures.push({ meaning, value, year, quote: this.#text.slice(from, to) }) - 1;
  }

  /** @param last place of the figure before; null where something else was counted since */
  grow(token: Extract<Token, { kind: 'growth' }>, last: number | null): void {
    const { amount, unit, sign, against, from, to } = token;
    if (against !== null && against !== this.#year - 1) return;
    const between = /^[，、；。]?(?:总量|总数|数量|案件|案件数|件数)?$/;
    const at = this.#claimed(last, from, between) ?? this.#requestsBefore(from);
    const figure = at === null ? undefined : this.figures[at];
    if (at === null || figure === undefined || figure.growth !== undefined) return;
    const quote = this.#text.slice(from, to);
    this.figures[at] = { ...figure, growth: { amount, unit, sign, quote } };
  }

  /** @param last as for {@link grow} */
  share({ percent, from, to }: Extract<Token, { kind: 'share' }>, last: number | null): void {
    const at = this.#claimed(last, from, /^[，、]?$/);
    const figure = at === null ? undefined : this.figures[at];
    if (at === null || figure === undefined || figure.share !== undefined) return;
    const quote = `${figure.quote}，${this.#text.slice(from, to)}`;
    this.figures[at] = { ...figure, share: { percent, quote } };
  }

  /** The last figure, where nothing stands between it and a claim but signs and such words. */
  #claimed(last: number | null, from: number, between: RegExp): number | null {
    const end = last === null ? undefined : this.#ends[last];
    if (end === undefined || from - end > BEHIND) return null;
    const gap = this.#text.slice(end, from).replaceAll(/\([^()]*\)|[()]/g, '');
    return between.test(gap) ? last : null;
  }

  #requestsBefore(from: number): number | null {
    if (!OF_REQUESTS.test(this.#text.slice(Math.max(0, from - LONGEST_NAME), from))) return null;
    const at = this.figures.findLastIndex(({ meaning }) => requestMeanings.has(meaning?.key ?? ''));
    const end = this.#ends[at];
    return end === undefined || from - end > BEHIND ? null : at;
  }
}
