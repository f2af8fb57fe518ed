import type { XmlElement } from './xml-part.ts';

/** `_x000D_` in a file stands for a character that XML cannot hold or would change (ECMA-376, ST_Xstring). */
const ESCAPED = /_x([0-9A-Fa-f]{4})_/g;

export const decodeEscapes = (text: string): string =>
  text.includes('_x')
    ? text.replace(ESCAPED, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
    : text;

/** Gathers the plain text of an `si` or `is` element: its `t`, or those of its runs; not how it is pronounced (`rPh`). */
export class RunText {
  #text = '';
  #isText = false;
  #isPhonetic = false;

  open({ name }: XmlElement): void {
    if (name === 'rPh') this.#isPhonetic = true;
    this.#isText = name === 't' && !this.#isPhonetic;
  }

  add(text: string): void {
    if (this.#isText) this.#text += text;
  }

  close(name: string): void {
    if (name === 'rPh') this.#isPhonetic = false;
    this.#isText = false;
  }

  end(): string {
    return decodeEscapes(this.#text);
  }
}
