import type { NarrativeFigure } from './figure.ts';
import { FigureList } from './figure-list.ts';
import { meanings, outcomeMeaning } from './meanings.ts';
import { isOtherCases, isOtherWork } from './other-work.ts';
import type { Words } from './other-work.ts';
import type { Meaning, MeaningKey } from './meanings.ts';
import type { Token } from './token.ts';
import { tokensOf } from './tokens.ts';

type NumberToken = Extract<Token, { kind: 'number' }>;
type Subject = Extract<Token, { kind: 'term' | 'outcome' | 'channel' }>;

/** Units of requests and cases; none at all where a sign of punctuation follows. */
const COUNTED = new Set(['件次', '件', '起', '宗', '份', '例', '条', '次', '']);
/** A number stands so near to the words that say what it is. */
const NEAR = 16;
/** A number after these is none to compare. */
const ABOUT = new Set(['约', '近', '超', '逾', '过']);

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
  readonly #list: FigureList;
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
    this.#list = new FigureList(text, year);
    this.#year = year;
    this.#reportYear = year;
    this.#speaksOfRequests = /申请|收办|新收|结转/.test(text);
  }

  read(): readonly NarrativeFigure[] {
    for (const token of tokensOf(this.#text)) this.#take(token);
    return this.#list.figures;
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
        this.#list.share(token, this.#last);
        return;
      case 'growth':
        this.#list.grow(token, this.#last);
        return;
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
    const together = this.#isRespective || this.#queue.length > 0 ? [] : this.#listed();
    if (together.length > 1) return this.#countTogether(token, isCount ? together : []);
    const subject = isCount ? this.#subjectOf(token) : null;
    this.#pending = [];
    if (subject === null) {
      if (token.unit !== '%') this.#last = null;
      return;
    }
    this.#add(this.#meaningOf(subject), { ...token, from: subject.from });
  }

  /** One number for several: which part is whose nobody knows, unless it is 0. */
  #countTogether(token: NumberToken, subjects: readonly Subject[]): void {
    this.#pending = [];
    this.#last = null;
    if (token.value !== 0) return;
    for (const subject of subjects) {
      if (this.#isAllowed(subject, token))
        this.#add(this.#meaningOf(subject), { ...token, from: subject.from });
    }
  }

  /** Those at the end of what was named that stand side by side: 甲、乙和丙. */
  #listed(): Subject[] {
    const all = this.#pending;
    const isNext = (i: number): boolean =>
      /^(?:案件|申请|的)?[、和及与或](?:案件)?$/.test(this.#text.slice(all[i - 1]?.to, all[i]?.from));
    let first = all.length - 1;
    while (first > 0 && isNext(first)) first -= 1;
    return all.slice(Math.max(first, 0));
  }

  #subjectOf(number: NumberToken): Subject | null {
    const { from } = number;
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
    return isNear && this.#isAllowed(named, number) ? named : null;
  }

  /** Results and applicants are counted elsewhere too: only a text on requests means these. */
  #isAllowed(subject: Subject, number: NumberToken): boolean {
    if (subject.kind === 'outcome') return this.#cases !== null;
    if (subject.kind === 'channel') return this.#isOnRequests;
    const words = { from: subject.from, to: number.to };
    if (isOfCases(subject.meaning)) return !isOtherCases(this.#text, words);
    if (!this.#speaksOfRequests) return false;
    // 办结 and 答复 alone say nothing of what was.
    if (subject.meaning === 'answered' && !this.#isOnRequests) return false;
    return !isOtherWork(this.#text, words);
  }

  #add(meaning: Meaning | null, words: Words & { readonly value: number }): void {
    this.#last = this.#list.add(meaning, { ...words, year: this.#year });
  }

  #meaningOf(subject: Subject): Meaning | null {
    if (subject.kind === 'term') return meanings[subject.meaning];
    if (subject.kind === 'outcome' && this.#cases !== null)
      return outcomeMeaning(this.#cases, subject.column);
    return null;
  }
}
