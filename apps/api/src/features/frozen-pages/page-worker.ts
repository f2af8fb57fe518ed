import { answerApart } from '../../apart/answer-apart.ts';
import { decodePage } from './decode-page.ts';
import type { PageOrder } from './page-reading.ts';
import { htmlText, plainText, type PageText } from './page-text.ts';

// Runs in a process of its own.
answerApart(({ bytes, mediaType, charset }: PageOrder): PageText => {
  const text = decodePage(bytes, charset);
  return mediaType === 'text/plain' ? plainText(text) : htmlText(text);
});
