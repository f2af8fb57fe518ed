/**
 * The address with some parameters of the query changed; an empty value takes the parameter away. What a form without
 * scripts has added to name its action (`?/save`) is no part of it.
 */
export function withParameters(
  search: { toString(): string },
  changes: Readonly<Record<string, string>>,
): string {
  const changed = new URLSearchParams(search.toString());
  for (const name of [...changed.keys()]) if (name.startsWith('/')) changed.delete(name);
  for (const [name, value] of Object.entries(changes)) {
    if (value === '') changed.delete(name);
    else changed.set(name, value);
  }
  // A comma is allowed as it is, and a person may read the address.
  const text = changed.toString().replaceAll('%2C', ',');
  return text === '' ? '?' : `?${text}`;
}
