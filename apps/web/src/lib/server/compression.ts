/** What pages and their data are; files of the build are compressed beforehand. */
const compressible = /^(text\/html|application\/json|text\/plain|image\/svg\+xml)\b/;

/**
 * The response compressed, where the browser takes gzip and it is a page or its data. A page of the ranking shrinks
 * to a sixth, which is most of the wait on a phone.
 */
export function compressed(request: Request, response: Response): Response {
  const { headers, body, status } = response;
  if (body === null || headers.has('content-encoding')) return response;
  if (!compressible.test(headers.get('content-type') ?? '') || !takesGzip(request)) return response;
  const changed = new Headers(headers);
  changed.set('content-encoding', 'gzip');
  changed.append('vary', 'accept-encoding');
  changed.delete('content-length');
  // The same page in other bytes: only a weak tag may name both.
  const tag = headers.get('etag');
  if (tag?.startsWith('"')) changed.set('etag', `W/${tag}`);
  return new Response(body.pipeThrough(new CompressionStream('gzip')), { status, headers: changed });
}

export function takesGzip(request: Request): boolean {
  const offers = (request.headers.get('accept-encoding') ?? '').toLowerCase().split(',');
  return offers.some(
    (offer) => /^\s*gzip\s*(;\s*q=(1|0\.\d*[1-9]))?/.test(offer) && !/q=0(\.0*)?\s*$/.test(offer),
  );
}
