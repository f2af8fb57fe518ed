import { describe, expect, it } from 'vitest';
import { compressed } from './compression.ts';

const page = () =>
  new Response('<p>排名</p>', { headers: { 'content-type': 'text/html; charset=utf-8', etag: '"one"' } });
const asking = (encodings: string) =>
  new Request('http://localhost/', { headers: { 'accept-encoding': encodings } });

describe('compressed', () => {
  it('compresses a page for a browser that takes gzip, and says so', async () => {
    const response = compressed(asking('br, gzip;q=0.8'), page());
    expect(response.headers.get('content-encoding')).toBe('gzip');
    expect(response.headers.get('vary')).toBe('accept-encoding');
    expect(response.headers.get('etag')).toBe('W/"one"');
    const plain = response.body?.pipeThrough(new DecompressionStream('gzip'));
    expect(await new Response(plain).text()).toBe('<p>排名</p>');
  });

  it('leaves it as it is for others, and pictures for everybody', () => {
    expect(compressed(asking('br'), page()).headers.has('content-encoding')).toBe(false);
    expect(compressed(asking('gzip;q=0'), page()).headers.has('content-encoding')).toBe(false);
    const picture = new Response('…', { headers: { 'content-type': 'image/png' } });
    expect(compressed(asking('gzip'), picture)).toBe(picture);
  });
});
