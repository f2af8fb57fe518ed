import { parentPort } from 'node:worker_threads';
import { decodePage } from './decode-page.ts';
import type { PageOrder } from './page-reading.ts';
import { htmlText, plainText } from './page-text.ts';

parentPort?.once('message', ({ bytes, mediaType, charset }: PageOrder) => {
  const text = decodePage(bytes, charset);
  parentPort?.postMessage(mediaType === 'text/plain' ? plainText(text) : htmlText(text));
});
