import type { NarrativeFigure } from './figure.ts';
import { meanings, outcomeMeaning } from './meanings.ts';
import type { Meaning, MeaningKey } from './meanings.ts';
import type { Token } from './token.ts';
import { tokensOf } from './tokens.ts';

type NumberToken = Extract<Token, { kind: 'number' }>;
type Subject = Extract<Token, { kind: 'term' | 'outcome' | 'channel' }>;

/** Units of requests and cases; none at all where a sign of punctuation follows. */
const COUNTED = new Set(['件次', '件', '起', '宗', '份', '例', '条', '次', '']);
/** A number stands so near to the words that say what it is. */
const NEAR = 16;
/** Letters before the words of a number that belong to it. */
const CLAUSE = 40;
/** What is said of a figure stands so near behind it. */
const BEHIND = 60;
/** A number after these is none to compare. */
const ABOUT = new Set(['约', '近', '超', '逾', '过']);
/** Work that is counted in the same words and is none of this report's. */
const OTHER_WORK = /建议|提案|议案|留言|咨询|热线|来信|来电|诉求|工单|民生|举报件/;

const caseMeanings = new Set<MeaningKey>(['review', 'lawsuit', 'lawsuitDirect', 'lawsuitAfterReview']);
const requestMeanings = new Set<MeaningKey>(['new', 'received', 'handled', 'answered']);
const isOfCases = (meaning: MeaningKey): boolean => caseMeanings.has(meaning);
const isOfRequests = (meaning: MeaningKey): boolean => requestMeanings.has(meaning);

interface Open {
  last: number | null;
  pending: Subject[];
}

/** Reads a text from its start, remembering what has been named and not yet counted. */
export class FigureReader {
  readonly figures: NarrativeFigure[] = [];
  /** Where each figure ends in the text. */
  readonly #ends: number[] = [];
  readonly #text: string;
  readonly #speaksOfRequests: boolean;
  #year: number | null;
  #pending: Subject[] = [];
  #queue: Subject[] = [];
  #isRespective = false;
  #last: number | null = null;
  #cases: MeaningKey | null = null;
  /** Whether requests were named in this paragraph: ways to send something are many. */
  #isOnRequests = false;
  #stack: Open[] = [];
  readonly #reportYear: number;

  constructor(text: string, year: number) {
    this.#text = text;
    this.#year = year;
    this.#reportYear = year;
    this.#speaksOfRequests = /申请|收办|新收|结转/.test(text);
  }

  read(): readonly NarrativeFigure[] {
    for (const token of tokensOf(this.#text)) this.#take(token);
    return this.figures;
  }

  #take(token: Token): void {
    switch (token.kind) {
      case 'term':
      case 'outcome':
      case 'channel':
        return this.#name(token);
      case 'whole':
        for (const meaning of token.meanings) this.#add(meanings[meaning], token);
        this.#pending = [];
        return;
      case 'number':
        return this.#count(token);
      case 'share':
        return this.#share(token);
      case 'growth':
        return this.#grow(token);
      case 'year':
        this.#year = token.year;
        return;
      case 'last-year':
        this.#year = null;
        return;
      case 'respectively':
        this.#pending = this.#listed();
        this.#isRespective = this.#pending.length > 1;
        return;
      case 'open':
        this.#stack.push({ last: this.#last, pending: this.#pending });
        return;
      case 'close':
        return this.#leave();
      case 'end':
        return this.#end(this.#text[token.from] === '\n');
    }
  }

  #name(token: Subject): void {
    if (token.kind === 'term' && isOfCases(token.meaning)) this.#cases = token.meaning;
    if (token.kind === 'term' && isOfRequests(token.meaning)) this.#isOnRequests = true;
    this.#pending.push(token);
  }

  /** What stands in brackets is said beside: after them the sentence goes on where it was. */
  #leave(): void {
    const outside = this.#stack.pop();
    if (outside === undefined) return;
    this.#last = outside.last;
    this.#pending = outside.pending;
  }

  #end(isParagraph: boolean): void {
    if (isParagraph) this.#isOnRequests = false;
    this.#pending = [];
    this.#queue = [];
    this.#isRespective = false;
    this.#cases = null;
    this.#year = this.#reportYear;
    this.#stack = [];
  }

  #count(token: NumberToken): void {
    const follows = this.#text[token.to] ?? '';
    const isCount =
      COUNTED.has(token.unit) &&
      Number.isInteger(token.value) &&
      (token.unit !== '' || /^[，。；、,;)\n(]?$/.test(follows)) &&
      !ABOUT.has(this.#text[token.from - 1] ?? '');
    const subject = isCount ? this.#subjectOf(token) : null;
    this.#pending = [];
    if (subject === null) {
      if (token.unit !== '%') this.#last = null;
      return;
    }
    this.#add(this.#meaningOf(subject), { ...token, from: subject.from });
  }

  /** Those at the end of what was named that stand side by side: 甲、乙和丙. */
  #listed(): Subject[] {
    const all = this.#pending;
    const isNext = (i: number): boolean =>
      /^(?:案件|申请|的)?[、和及与](?:案件)?$/.test(this.#text.slice(all[i - 1]?.to, all[i]?.from));
    let first = all.length - 1;
    while (first > 0 && isNext(first)) first -= 1;
    return all.slice(Math.max(first, 0));
  }

  #subjectOf({ from }: NumberToken): Subject | null {
    if (this.#isRespective && this.#pending.length > 1) {
      this.#queue = this.#pending;
      this.#isRespective = false;
      return this.#queue.shift() ?? null;
    }
    const queued = this.#pending.length === 0 ? this.#queue.shift() : undefined;
    if (queued !== undefined) return queued;
    this.#queue = [];
    const named = this.#pending.at(-1);
    if (named === undefined) return null;
    const between = this.#text.slice(named.to, from).replaceAll(/\([^()]*\)/g, '');
    const isNear = between.length <= NEAR && (between.match(/[，,：:、]/g)?.length ?? 0) <= 1;
    return isNear && this.#isAllowed(named, from) ? named : null;
  }

  /** Results and applicants are counted elsewhere too: only a text on requests means these. */
  #isAllowed(subject: Subject, to: number): boolean {
    if (subject.kind === 'outcome') return this.#cases !== null;
    if (subject.kind === 'channel') return this.#isOnRequests;
    if (isOfCases(subject.meaning)) return true;
    if (!this.#speaksOfRequests) return false;
    const before = this.#text.slice(Math.max(0, subject.from - CLAUSE), to);
    const clause =
      before
        .slice(0, before.length - (to - subject.from))
        .split(/[，。；\n]/)
        .at(-1) ?? '';
    return !OTHER_WORK.test(clause + this.#text.slice(subject.from, to));
  }

  #meaningOf(subject: Subject): Meaning | null {
    if (subject.kind === 'term') return meanings[subject.meaning];
    if (subject.kind === 'outcome' && this.#cases !== null)
      return outcomeMeaning(this.#cases, subject.column);
    return null;
  }

  #add(meaning: Meaning | null, { value, from, to }: { value: number; from: number; to: number }): void {
    this.#last = this.figures.length;
    this.figures.push({ meaning, value, year: this.#year, quote: this.#text.slice(from, to) });
    this.#ends.push(to);
  }

  /** The figure that a claim is about: the last one, with nothing in between but signs and such words. */
  #claimed(from: number, between: RegExp): number | null {
    const last = this.#last;
    const end = last === null ? undefined : this.#ends[last];
    if (end === undefined || from - end > BEHIND) return null;
    const gap = this.#text.slice(end, from).replaceAll(/\([^()]*\)|[()]/g, '');
    return between.test(gap) ? last : null;
  }

  #grow({ amount, unit, sign, against, from, to }: Extract<Token, { kind: 'growth' }>): void {
    if (against !== null && against !== this.#reportYear - 1) return;
    const at = this.#claimed(from, /^[，,、；;。]?(?:总量|总数|数量|申请量|案件|案件数|件数)?$/);
    const figure = at === null ? undefined : this.figures[at];
    if (at === null || figure === undefined || figure.growth !== undefined) return;
    const quote = this.#text.slice(from, to);
    this.figures[at] = { ...figure, growth: { amount, unit, sign, quote } };
  }

  #share({ percent, from, to }: Extract<Token, { kind: 'share' }>): void {
    const at = this.#claimed(from, /^[，,、]?$/);
    const figure = at === null ? undefined : this.figures[at];
    if (at === null || figure === undefined || figure.share !== undefined) return;
    const quote = `${figure.quote}，${this.#text.slice(from, to)}`;
    this.figures[at] = { ...figure, share: { percent, quote } };
  }
}
