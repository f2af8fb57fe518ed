import { createHash } from 'node:crypto';
import type { FetchedAnswer, GuardedFetch } from '../../outbound/guarded-fetch.ts';
import { recogniseFile } from '../evidence/file-kind.ts';
import { readPageText } from './read-page-text.ts';

/** A page as it was fetched and read. */
export interface FetchedPage {
  readonly finalUrl: string;
  readonly status: number;
  readonly mediaType: string;
  /** Of its file's name. */
  readonly ending: string;
  readonly title: string;
  readonly text: string;
  readonly textSha256: string;
  readonly fileSha256: string;
  readonly bytes: Buffer;
}

/** Kinds of page that are read as text. A server that names none mostly sends HTML. */
const textual: Readonly<Record<string, string>> = {
  'text/html': 'html',
  'application/xhtml+xml': 'html',
  'text/plain': 'txt',
  '': 'html',
};

/**
 * Fetches and reads a page. Files of the kinds that evidence may be are known by their bytes, whatever the server calls
 * them.
 *
 * @returns null where it is neither a page nor such a file
 * @throws FetchError
 */
export async function fetchPage(fetch: GuardedFetch, url: string): Promise<FetchedPage | null> {
  const answer = await fetch(url);
  const kind = await recogniseFile(answer.bytes);
  if (kind.allowed) return page(answer, { ...kind, title: '', text: '' });
  const ending = textual[answer.mediaType];
  if (ending === undefined) return null;
  const mediaType = ending === 'txt' ? 'text/plain' : 'text/html';
  const read = await readPageText({ bytes: answer.bytes, mediaType, charset: answer.charset });
  return page(answer, { mediaType, ending, ...read });
}

function page(
  { finalUrl, status, bytes }: FetchedAnswer,
  read: Pick<FetchedPage, 'mediaType' | 'ending' | 'title' | 'text'>,
): FetchedPage {
  const { mediaType, ending, title, text } = read;
  return {
    ...{ finalUrl, status, mediaType, ending, title, text, bytes },
    textSha256: sha256(text),
    fileSha256: sha256(bytes),
  };
}

function sha256(content: string | Buffer): string {
  return createHash('sha256').update(content).digest('hex');
}
