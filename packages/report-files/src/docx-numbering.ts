import type { XmlElement, XmlHandler } from '@gongping/tables';
import type { Numbers } from './docx-reader.ts';

interface Level {
  readonly format: string;
  /** `%1、`, `（%2）`. */
  readonly text: string;
}

const DIGITS = '〇一二三四五六七八九';

/** 1 to 99 in Chinese. */
const chinese = (n: number): string => {
  const [tens, ones] = [Math.trunc(n / 10), n % 10];
  if (tens === 0) return DIGITS[ones] ?? '';
  return `${tens === 1 ? '' : (DIGITS[tens] ?? '')}十${ones === 0 ? '' : (DIGITS[ones] ?? '')}`;
};

const written = (n: number, format: string): string => {
  if (format === 'bullet' || format === 'none') return '';
  return n < 100 && /chinese|japanese|ideograph/i.test(format) ? chinese(n) : String(n);
};

/** Reads how the lists of a document are numbered: word processors keep the numbers out of the text. */
export class NumberingReader implements XmlHandler {
  readonly #levels = new Map<string, Level>();
  readonly #lists = new Map<string, string>();
  readonly #counts = new Map<string, number[]>();
  #kind = '';
  #list = '';
  #level = '';
  #format = '';

  open(element: XmlElement): void {
    const value = element.own('val') ?? '';
    switch (element.name) {
      case 'abstractNum':
        this.#kind = element.own('abstractNumId') ?? '';
        return;
      case 'num':
        this.#list = element.own('numId') ?? '';
        return;
      case 'abstractNumId':
        this.#lists.set(this.#list, value);
        return;
      case 'lvl':
        this.#level = element.own('ilvl') ?? '';
        this.#format = 'decimal';
        return;
      case 'numFmt':
        this.#format = value;
        return;
      case 'lvlText':
        this.#levels.set(`${this.#kind} ${this.#level}`, { format: this.#format, text: value });
    }
  }

  /** The number of the next paragraph of a list. */
  readonly next: Numbers = (list, level) => {
    const kind = this.#lists.get(list);
    const own = this.#levels.get(`${kind} ${level}`);
    if (kind === undefined || own === undefined || own.format === 'bullet') return '';
    const counts = this.#counts.get(kind) ?? [];
    counts.length = Math.min(counts.length, level + 1);
    for (let i = 0; i < level; i += 1) counts[i] ??= 1;
    counts[level] = (counts[level] ?? 0) + 1;
    this.#counts.set(kind, counts);
    return own.text.replace(/%(\d)/g, (_, digit: string) => {
      const at = Number(digit) - 1;
      return written(counts[at] ?? 1, this.#levels.get(`${kind} ${at}`)?.format ?? 'decimal');
    });
  };
}
