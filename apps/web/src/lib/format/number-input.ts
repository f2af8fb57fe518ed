const fullWidthStart = 0xff01;
const fullWidthEnd = 0xff5e;
const fullWidthOffset = 0xfee0;

/**
 * What somebody typed as a number, in ASCII: full-width digits and signs as Chinese input methods
 * write them, the ideographic full stop, thousands separators and spaces.
 */
export function normaliseDigits(text: string): string {
  return [...text]
    .map((character) => {
      const code = character.codePointAt(0) ?? 0;
      if (code >= fullWidthStart && code <= fullWidthEnd) return String.fromCodePoint(code - fullWidthOffset);
      if (character === '。') return '.';
      if (character === '−' || character === '–') return '-';
      return character;
    })
    .join('')
    .replaceAll(/[\s,\u3000]/g, '');
}

/** The number meant by `text`: `null` when empty, `undefined` when it is no decimal number. */
export function parseNumber(text: string): number | null | undefined {
  const digits = normaliseDigits(text);
  if (digits === '') return null;
  return /^-?(\d+\.?\d*|\.\d+)$/.test(digits) ? Number(digits) : undefined;
}
