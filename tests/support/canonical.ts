/** JSON with sorted keys (RFC 8785), written apart from the product's own, so that the two check each other. */
export function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  const members = Object.entries(value)
    .filter(([, member]) => member !== undefined)
    .map(([key, member]) => ({ key, text: `${JSON.stringify(key)}:${canonical(member)}` }))
    .sort((a, b) => (a.key < b.key ? -1 : 1));
  return `{${members.map(({ text }) => text).join(',')}}`;
}
