/** Why a page was not fetched. */
export type FetchFailure =
  /** Not a web address: another scheme, a name and password in it, no host. */
  | 'address'
  /** A port that is not the web's. */
  | 'port'
  /** It leads into a network that is not public. */
  | 'private'
  /** No such host. */
  | 'no-host'
  /** Nothing answers there, or the connection broke. */
  | 'unreachable'
  /** Its certificate is not valid. */
  | 'certificate'
  | 'timeout'
  | 'too-large'
  | 'too-many-redirects'
  /** What came is not what its headers say: a compression that cannot be undone, for example. */
  | 'broken';

/** A page that was not fetched, with the reason; nothing of what the network said leaks out. */
export class FetchError extends Error {
  readonly failure: FetchFailure;

  constructor(failure: FetchFailure, cause?: unknown) {
    super(failure, { cause });
    this.name = 'FetchError';
    this.failure = failure;
  }
}

/** The failure that an error of the network means. */
export function failureOf(error: unknown): FetchError {
  if (error instanceof FetchError) return error;
  const { code = '', name = '' } = error instanceof Error ? (error as NodeJS.ErrnoException) : {};
  if (name === 'AbortError' || name === 'TimeoutError') return new FetchError('timeout', error);
  if (code === 'ENOTFOUND' || code === 'ENODATA') return new FetchError('no-host', error);
  if (/CERT|SELF_SIGNED|UNABLE_TO_(GET|VERIFY)|ERR_TLS|ALTNAME/.test(code))
    return new FetchError('certificate', error);
  if (/^(Z_|ERR__ERROR|ERR_BROTLI|ERR_ZLIB)|BUFFER_ERROR/.test(code)) return new FetchError('broken', error);
  return new FetchError('unreachable', error);
}
