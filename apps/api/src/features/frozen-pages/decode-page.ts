/** A label in a `<meta>` near the top: `charset=gbk`, or inside a `content` attribute. */
const inMarkup = /<meta[^>]+charset\s*=\s*["']?\s*([\w-]+)/i;
/** How far into a page browsers look for it (HTML Living Standard, 13.2.3.2). */
const prescanned = 1024;

/**
 * The characters of a page, by what browsers go by: a byte order mark, the header, a `<meta>`. Where none says, UTF-8 if
 * the bytes are that, else GB18030, which old pages of Chinese offices are in without saying so.
 *
 * @param charset as the header names it
 */
export function decodePage(bytes: Uint8Array, charset: string | null): string {
  const label = markOf(bytes) ?? charset ?? inMarkup.exec(latin(bytes.subarray(0, prescanned)))?.[1] ?? null;
  const named = label === null ? null : decoder(label);
  if (named) return named.decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('gb18030').decode(bytes);
  }
}

function markOf(bytes: Uint8Array): string | null {
  const [first, second, third] = bytes;
  if (first === 0xef && second === 0xbb && third === 0xbf) return 'utf-8';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  return first === 0xff && second === 0xfe ? 'utf-16le' : null;
}

const latin = (bytes: Uint8Array) => new TextDecoder('latin1').decode(bytes);

/** Null for a label that means nothing. GBK is read as its extension, GB18030: pages name the one and use the other. */
function decoder(label: string): InstanceType<typeof TextDecoder> | null {
  try {
    const found = new TextDecoder(label);
    return found.encoding === 'gbk' ? new TextDecoder('gb18030') : found;
  } catch {
    return null;
  }
}
