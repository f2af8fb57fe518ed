const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** What XML 1.0 has no way to say: control characters and halves of characters. */
// eslint-disable-next-line no-control-regex -- they are what is looked for
const unspeakable = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udfff]/gu;

/** Text for XML and HTML, in elements and in quoted attributes. */
export function escapeXml(text: string): string {
  return text.replaceAll(unspeakable, '').replaceAll(/[&<>"]/g, (character) => entities[character] ?? '');
}
