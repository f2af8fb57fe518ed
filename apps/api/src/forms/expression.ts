/** A comparison of something that was answered with a value. */
export interface Reference {
  readonly name: string;
  readonly value: string;
}

export type Expression =
  | { readonly kind: 'always' }
  | ({ readonly kind: 'is'; readonly negated: boolean } & Reference)
  | { readonly kind: 'and' | 'or'; readonly parts: readonly Expression[] };

const token =
  /\s*(?:(\$\{[^}]*\})|('[^']*'|"[^"]*")|(-?\d+(?:\.\d+)?)(?![\w.])|(and|or|not|selected|eq|ne)(?![\w.])|([A-Za-z0-9_][\w.:]*)|(&&|\|\||==|!=|<=|>=|[=<>(),!]))/iy;

interface Token {
  readonly kind: 'name' | 'value' | 'sign';
  readonly text: string;
}

const signs: Readonly<Record<string, string>> = { '&&': 'and', '||': 'or', '==': '=', eq: '=', ne: '!=' };

function tokensOf(text: string): Token[] | null {
  const found: Token[] = [];
  token.lastIndex = 0;
  while (text.slice(token.lastIndex).trim() !== '') {
    const match = token.exec(text);
    if (match === null) return null;
    const [, braced, quoted, number, word, name, sign] = match;
    if (braced !== undefined) found.push({ kind: 'name', text: braced.slice(2, -1).trim() });
    else if (quoted !== undefined) found.push({ kind: 'value', text: quoted.slice(1, -1) });
    else if (number !== undefined) found.push({ kind: 'value', text: number });
    else if (name !== undefined) found.push({ kind: 'name', text: name });
    else {
      const said = (word ?? sign ?? '').toLowerCase();
      found.push({ kind: 'sign', text: signs[said] ?? said });
    }
  }
  return found;
}

/** No condition that people write is so long; without a bound one could be as deep as the file. */
const mostTokens = 200;

/**
 * What the conditions of XLSForm (`${q} = 'a' and selected(${r}, 'b')`) and of LimeSurvey (`q.NAOK == "a"`) say.
 * @returns null where it is anything else than comparisons with values, joined by and, or and brackets
 */
export function parseExpression(text: string): Expression | null {
  const tokens = tokensOf(text);
  if (tokens === null || tokens.length > mostTokens) return null;
  const reader = new Reader(tokens);
  const read = reader.either();
  return read !== null && reader.atEnd ? read : null;
}

class Reader {
  readonly #tokens: readonly Token[];
  #at = 0;

  constructor(tokens: readonly Token[]) {
    this.#tokens = tokens;
  }

  get atEnd(): boolean {
    return this.#at === this.#tokens.length;
  }

  either(): Expression | null {
    return this.#joined('or', () => this.#joined('and', () => this.#single()));
  }

  #joined(sign: 'and' | 'or', next: () => Expression | null): Expression | null {
    const parts: Expression[] = [];
    do {
      const part = next();
      if (part === null) return null;
      // Brackets within the same join change nothing.
      if (part.kind === sign) parts.push(...part.parts);
      else parts.push(part);
    } while (this.#sign(sign));
    const [only] = parts;
    return parts.length === 1 && only ? only : { kind: sign, parts };
  }

  #single(): Expression | null {
    if (this.#sign('not') || this.#sign('!')) {
      const inner = this.#bracketed();
      return inner?.kind === 'is' ? { ...inner, negated: !inner.negated } : null;
    }
    if (this.#sign('selected')) return this.#selected();
    if (this.#tokens[this.#at]?.text === '(') return this.#bracketed();
    const left = this.#take();
    const negated = this.#tokens[this.#at]?.text === '!=';
    if (!this.#sign('=') && !this.#sign('!='))
      return left?.kind === 'value' && left.text === '1' ? { kind: 'always' } : null;
    const right = this.#take();
    const name = [left, right].find((one) => one?.kind === 'name');
    const value = [left, right].find((one) => one?.kind === 'value');
    return name && value ? { kind: 'is', name: name.text, value: value.text, negated } : null;
  }

  #bracketed(): Expression | null {
    if (!this.#sign('(')) return null;
    const inner = this.either();
    return this.#sign(')') ? inner : null;
  }

  #selected(): Expression | null {
    if (!this.#sign('(')) return null;
    const name = this.#take();
    if (!this.#sign(',')) return null;
    const value = this.#take();
    if (!this.#sign(')') || name?.kind !== 'name' || value?.kind !== 'value') return null;
    return { kind: 'is', name: name.text, value: value.text, negated: false };
  }

  #sign(text: string): boolean {
    const found = this.#tokens[this.#at];
    if (found?.kind !== 'sign' || found.text !== text) return false;
    this.#at += 1;
    return true;
  }

  #take(): Token | undefined {
    const found = this.#tokens[this.#at];
    this.#at += 1;
    return found;
  }
}
