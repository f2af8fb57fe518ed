import { contentDisposition } from '../evidence/filename.ts';
import type { OpenFile } from './open-data.ts';

/** Which bytes: what was asked for is immutable under a numbered version, and follows corrections under `latest`. */
interface Caching {
  /** Hash of the snapshot that the file is drawn from. */
  readonly sha256: string;
  readonly numbered: boolean;
}

/** Headers of a downloaded file of a publication. */
export function fileHeaders(file: OpenFile, caching: Caching): Record<string, string> {
  return {
    ...cachingHeaders(caching),
    'content-type': file.mediaType,
    'content-length': String(file.bytes.byteLength),
    'content-disposition': contentDisposition('attachment', file.filename),
  };
}

export function cachingHeaders({ sha256, numbered }: Caching): Record<string, string> {
  return {
    etag: `"${sha256}"`,
    'cache-control': numbered ? 'public, max-age=31536000, immutable' : 'public, no-cache',
  };
}

/** True where the client has the snapshot's file already (`If-None-Match`). */
export function isFresh(header: string | undefined, sha256: string): boolean {
  const tags = header?.split(',').map((tag) => tag.trim().replace(/^W\//, '')) ?? [];
  return tags.includes('*') || tags.includes(`"${sha256}"`);
}
