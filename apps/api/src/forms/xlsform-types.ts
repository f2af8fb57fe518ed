import type { NumberBounds } from '@gongping/questionnaire';

/** What a row of the sheet `survey` is. */
export type RowType =
  | { readonly kind: 'choice'; readonly several: boolean; readonly list: string; readonly other: boolean }
  | { readonly kind: 'number'; readonly whole: boolean }
  | { readonly kind: 'text'; readonly exact: boolean }
  | { readonly kind: 'begin'; readonly what: 'group' | 'repeat' }
  | { readonly kind: 'end'; readonly what: 'group' | 'repeat' }
  | { readonly kind: 'unknown' };

const choice =
  /^(select_one|select_multiple|select1)\s+(?:from\s+)?(\S+)((?:\s+or)?[\s_]+(?:or_other|(?:specify_)?other))?$/;
const block = /^(begin|end)[\s_]+(group|repeat|loop)\b/;

/** @param said the cell: `select_one yes_no or_other`, and older ways to write the same */
export function rowType(said: string): RowType {
  const type = said
    .trim()
    .replaceAll(/\s+/g, ' ')
    .replace(/^select all that apply\b/i, 'select_multiple')
    .replace(/^select[ _]one\b/i, 'select_one')
    .replace(/^select[ _]multiple\b/i, 'select_multiple')
    .replace(/ or specify other$/i, ' or_other');
  const chosen = choice.exec(type);
  if (chosen) {
    const [, word, list = '', other] = chosen;
    return { kind: 'choice', several: word === 'select_multiple', list, other: other !== undefined };
  }
  const lower = type.toLowerCase();
  const bounds = block.exec(lower);
  if (bounds) {
    const [, edge, what] = bounds;
    return { kind: edge === 'begin' ? 'begin' : 'end', what: what === 'group' ? 'group' : 'repeat' };
  }
  if (lower === 'integer' || lower === 'int' || lower === 'range')
    return { kind: 'number', whole: lower !== 'range' };
  if (lower === 'decimal') return { kind: 'number', whole: false };
  if (lower === 'text' || lower === 'string') return { kind: 'text', exact: true };
  if (['phone number', 'phonenumber', 'email', 'barcode'].includes(lower))
    return { kind: 'text', exact: false };
  return { kind: 'unknown' };
}

/**
 * The bounds that a constraint says: `. >= 0 and . <= 120`.
 * @returns null where it says anything else
 */
export function boundsOf(constraint: string, whole: boolean): NumberBounds | null {
  let [minimum, maximum]: [number | null, number | null] = [null, null];
  for (const part of constraint.split(/\s+and\s+/i)) {
    const match = /^\(?\s*\.\s*(>=|<=|>|<)\s*(-?\d+(?:\.\d+)?)\s*\)?$/.exec(part.trim());
    const [, sign, figure] = match ?? [];
    if (sign === undefined) return null;
    const value = Number(figure);
    // “More than” is a bound of whole numbers only.
    if (sign.length === 1 && !whole) return null;
    if (sign.startsWith('>')) minimum = sign === '>' ? value + 1 : value;
    else maximum = sign === '<' ? value - 1 : value;
  }
  return { minimum, maximum, whole };
}

/** The bounds of a range: `start=0 end=10 step=1`. */
export function rangeOf(parameters: string): NumberBounds {
  const said = (name: string) => {
    const match = new RegExp(`(?:^|[\\s,;])${name}\\s*=\\s*(-?\\d+(?:\\.\\d+)?)`, 'i').exec(parameters);
    return match ? Number(match[1]) : null;
  };
  // The defaults of XLSForm.
  const [minimum, maximum, step] = [said('start') ?? 0, said('end') ?? 10, said('step') ?? 1];
  return { minimum, maximum, whole: Number.isInteger(step) && Number.isInteger(minimum) };
}
