import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { Recent } from '../../http/recent.ts';
import type { NodeHandler } from '../listen.ts';
import { keepPage, plainBody, type KeptPage, type PageBody, type RenderedPage } from './kept-page.ts';
import type { NewestMark } from './newest-mark.ts';
import { encodingOf, pageRequest, type PageRequest } from './page-request.ts';

/** What the server puts on a request whose page it would keep; the site hands the page over when it is whole. */
export interface KeepingRequest extends IncomingMessage {
  keepPage?: (page: RenderedPage) => void;
}

interface Options {
  /** Changes whenever a published page may look different. */
  readonly mark: NewestMark;
  /** Bytes of pages in memory at the most; as many again of those that are not compressed. */
  readonly bytes: number;
}

/**
 * Gives out published pages before the site is asked: each is made once, compressed once for each encoding, and then costs
 * a look-up and a write. Pages are kept under the mark of what is published, so that a correction shows on the page of the
 * version before it.
 */
export function publishedPages(site: NodeHandler, { mark, bytes }: Options): NodeHandler {
  const pages = new Recent<KeptPage>(bytes, ({ weight }) => weight);
  const plain = new Recent<PageBody>(bytes, (body) => body.bytes.length);
  /** Pages that are being made: whoever asks for one meanwhile waits for it. */
  const making = new Map<string, Promise<void>>();

  async function serve(
    asked: PageRequest,
    request: IncomingMessage,
    response: ServerResponse,
  ): Promise<void> {
    const name = `${await mark.read()}\n${asked.variant}\n${asked.url}`;
    const page = pages.get(name) ?? (await making.get(name), pages.get(name));
    if (page) give(await bodyOf(name, page, request), request, response);
    else if (making.has(name)) site(request, response);
    else make(name, request, response);
  }

  async function bodyOf(name: string, page: KeptPage, { headers }: IncomingMessage): Promise<PageBody> {
    const encoding = encodingOf(headers['accept-encoding']);
    if (encoding !== 'identity') return page[encoding];
    const known = plain.get(name);
    if (known) return known;
    const body = await plainBody(page);
    plain.set(name, body);
    return body;
  }

  function make(name: string, request: IncomingMessage, response: ServerResponse): void {
    const done = Promise.withResolvers<void>();
    let kept: Promise<void> = Promise.resolve();
    making.set(name, done.promise);
    response.once('close', () => {
      void kept.finally(() => {
        making.delete(name);
        done.resolve();
      });
    });
    Object.assign(request, {
      keepPage(page: RenderedPage) {
        kept = keepPage(page).then((made) => pages.set(name, made));
      },
    } satisfies Pick<KeepingRequest, 'keepPage'>);
    site(request, response);
  }

  return (request, response) => {
    const asked = pageRequest(request);
    if (asked === null) site(request, response);
    // Without the database there is no mark; the site then says what is wrong.
    else serve(asked, request, response).catch(() => site(request, response));
  };
}

function give({ bytes, head, etag }: PageBody, request: IncomingMessage, response: ServerResponse): void {
  const headers = [...head, 'x-request-id', randomUUID()];
  if (namesTag(request.headers['if-none-match'], etag)) response.writeHead(304, headers).end();
  else response.writeHead(200, headers).end(request.method === 'HEAD' ? undefined : bytes);
}

function namesTag(header: string | undefined, etag: string): boolean {
  if (header === undefined) return false;
  return header === '*' || header.split(',').some((tag) => tag.trim().replace(/^W\//, '') === etag);
}
