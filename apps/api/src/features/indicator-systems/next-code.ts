/** The longest code that is taken. */
const LONGEST = 32;

/**
 * The first free code after another: `A1-3` → `A1-4`, `B` → `C`, `services` → `services-2`.
 *
 * @param taken codes that are in use
 */
export function nextCode(after: string, taken: ReadonlySet<string>): string {
  if (/^[A-Z]$/.test(after)) {
    for (let letter = after.charCodeAt(0) + 1; letter <= 'Z'.charCodeAt(0); letter += 1) {
      const code = String.fromCharCode(letter);
      if (!taken.has(code)) return code;
    }
  }
  const [, stem = `${after}-`, number = '1'] = /^(.*?)(\d{1,6})$/.exec(after) ?? [];
  return numbered(stem, Number(number) + 1, taken);
}

/** The first free code below a parent: `A` → `A1`, `A1` → `A1-1`; at the top `A`, `B`, … */
export function firstCodeBelow(parent: string | null, taken: ReadonlySet<string>): string {
  if (parent === null) return taken.has('A') ? nextCode('A', taken) : 'A';
  return numbered(/^[A-Z]$/.test(parent) ? parent : `${parent}-`, 1, taken);
}

function numbered(stem: string, first: number, taken: ReadonlySet<string>): string {
  for (let number = first; ; number += 1) {
    const tail = String(number);
    const code = stem.slice(0, LONGEST - tail.length) + tail;
    if (!taken.has(code)) return code;
  }
}
