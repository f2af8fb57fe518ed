import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { Recent } from '../../http/recent.ts';
import type { NodeHandler } from '../listen.ts';
import { keepPage, type KeptPage, type RenderedPage } from './kept-page.ts';
import type { NewestMark } from './newest-mark.ts';
import { encodingOf, pageRequest, type PageRequest } from './page-request.ts';

/** What the server puts on a request whose page it would keep; the site hands the page over when it is whole. */
export interface KeepingRequest extends IncomingMessage {
  keepPage?: (page: RenderedPage) => void;
}

interface Options {
  /** Changes whenever a published page may look different. */
  readonly mark: NewestMark;
  /** Bytes of pages in memory at the most. */
  readonly bytes: number;
}

/**
 * Gives out published pages before the site is asked: each is made once, compressed once for each encoding, and then costs
 * a look-up and a write. Pages are kept under the mark of what is published, so that a correction shows on the page of the
 * version before it.
 */
export function publishedPages(site: NodeHandler, { mark, bytes }: Options): NodeHandler {
  const pages = new Recent<KeptPage>(bytes, ({ weight }) => weight);
  /** Pages that are being made: whoever asks for one meanwhile waits for it. */
  const making = new Map<string, Promise<void>>();

  async function serve(
    asked: PageRequest,
    request: IncomingMessage,
    response: ServerResponse,
  ): Promise<void> {
    const name = `${await mark.read()}\n${asked.variant}\n${asked.url}`;
    if (!pages.get(name)) await making.get(name);
    const page = pages.get(name);
    if (page) give(page, request, response);
    else if (making.has(name)) site(request, response);
    else make(name, request, response);
  }

  function make(name: string, request: IncomingMessage, response: ServerResponse): void {
    const done = Promise.withResolvers<void>();
    making.set(name, done.promise);
    const end = (): void => {
      making.delete(name);
      done.resolve();
    };
    response.once('close', end);
    Object.assign(request, {
      keepPage(page: RenderedPage) {
        pages.set(name, keepPage(page));
        end();
      },
    } satisfies Pick<KeepingRequest, 'keepPage'>);
    site(request, response);
  }

  function give(page: KeptPage, request: IncomingMessage, response: ServerResponse): void {
    const body = page.body(encodingOf(request.headers['accept-encoding']));
    const id = ['x-request-id', randomUUID()];
    if (namesTag(request.headers['if-none-match'], body.etag)) {
      response.writeHead(304, [...body.head, ...id]).end();
      return;
    }
    response.writeHead(200, [...body.head, 'content-length', String(body.bytes.length), ...id]);
    response.end(request.method === 'HEAD' ? undefined : body.bytes);
  }

  return (request, response) => {
    const asked = pageRequest(request);
    if (asked === null) site(request, response);
    // Without the database there is no mark; the site then says what is wrong.
    else serve(asked, request, response).catch(() => site(request, response));
  };
}

function namesTag(header: string | undefined, etag: string): boolean {
  if (header === undefined) return false;
  return header === '*' || header.split(',').some((tag) => tag.trim().replace(/^W\//, '') === etag);
}
