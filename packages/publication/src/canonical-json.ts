const encoded = (text: string): string => {
  if (!text.isWellFormed())
    throw new RangeError('A text with half of a surrogate pair has no canonical JSON.');
  return JSON.stringify(text);
};

/** By UTF-16 code units, as RFC 8785 sorts the names of members. */
const byCodeUnits = ([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number =>
  a < b ? -1 : a > b ? 1 : 0;

/**
 * Canonical JSON by the JSON Canonicalization Scheme (RFC 8785): members sorted, no white space, numbers and texts as
 * ECMAScript writes them. The same value has the same bytes in every program that follows the RFC. Members that are
 * `undefined` are left out, as JSON does.
 *
 * @throws RangeError for what JSON has no word for: NaN, infinities, functions, half of a surrogate pair
 */
export const canonicalJson = (value: unknown): string => {
  if (value === null || typeof value === 'boolean') return String(value);
  if (typeof value === 'string') return encoded(value);
  if (typeof value === 'number') {
    if (!Number.isFinite(value)) throw new RangeError(`${value} has no canonical JSON.`);
    return JSON.stringify(value);
  }
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (typeof value !== 'object') throw new RangeError(`A ${typeof value} has no canonical JSON.`);
  const members = Object.entries(value)
    .filter(([, member]) => member !== undefined)
    .sort(byCodeUnits);
  return `{${members.map(([name, member]) => `${encoded(name)}:${canonicalJson(member)}`).join(',')}}`;
};

/** The bytes that are sealed: canonical JSON in UTF-8. */
export const canonicalBytes = (value: unknown): Uint8Array<ArrayBuffer> =>
  new TextEncoder().encode(canonicalJson(value));
