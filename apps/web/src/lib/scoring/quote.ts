/** A clause's text around the first place of a quote; the quote is empty where it is not in there. */
export function aroundQuote(text: string, quote: string): { before: string; quote: string; after: string } {
  const at = quote === '' ? -1 : text.indexOf(quote);
  if (at < 0) return { before: text, quote: '', after: '' };
  return { before: text.slice(0, at), quote, after: text.slice(at + quote.length) };
}
