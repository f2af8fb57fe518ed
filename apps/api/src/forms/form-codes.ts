const codePattern = /^[A-Za-z0-9][A-Za-z0-9._-]{0,31}$/;
const longestCode = 32;

/** Codes of things that stand beside each other: as the form has them where we can hold them. */
export class FormCodes {
  readonly #taken = new Set<string>();
  readonly #byName = new Map<string, string>();

  /** A code for what the form calls so; another one where it is taken. */
  give(name: string): string {
    const stem = codePattern.test(name) ? name : (mended(name) ?? 'Q');
    let code = stem;
    for (let number = 2; this.#taken.has(code); number += 1) {
      const suffix = `-${number}`;
      code = `${stem.slice(0, longestCode - suffix.length)}${suffix}`;
    }
    this.#taken.add(code);
    if (!this.#byName.has(name)) this.#byName.set(name, code);
    return code;
  }

  /** The code that was given for a name. */
  of(name: string): string | undefined {
    return this.#byName.get(name);
  }
}

function mended(name: string): string | null {
  const code = name
    .normalize('NFKC')
    .replaceAll(/[^A-Za-z0-9._-]+/g, '-')
    .replace(/^[^A-Za-z0-9]+/, '')
    .slice(0, longestCode);
  return code === '' ? null : code;
}
