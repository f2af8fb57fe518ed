import { lookup } from 'node:dns/promises';
import { isPublicAddress } from './public-address.ts';

/** What the server may fetch from the web, and how much of it. */
export interface FetchPolicy {
  /** All addresses of a host name. */
  readonly resolve: (hostname: string) => Promise<readonly string[]>;
  /** Whether an address may be connected to at a port. */
  readonly permits: (address: string, port: number) => boolean;
  /** Whether a port may be asked at all, before its host is looked up. */
  readonly permitsPort: (port: number) => boolean;
  /** Of the content, compressed and not. */
  readonly maximumBytes: number;
  /** For everything: names, redirects, content. */
  readonly milliseconds: number;
  readonly maximumRedirects: number;
}

const webPorts = [80, 443];

/** An address and port inside the operator's own network that pages may be fetched from nevertheless. */
export interface FetchException {
  readonly address: string;
  readonly port: number;
}

/** The public web at its usual ports: 5 MB, 15 seconds, five redirects; and the exceptions that the operator made. */
export function fetchPolicy(exceptions: readonly FetchException[] = []): FetchPolicy {
  const excepted = (address: string, port: number) =>
    exceptions.some((each) => each.address === address && each.port === port);
  return {
    resolve: async (hostname) =>
      (await lookup(hostname, { all: true, order: 'verbatim' })).map(({ address }) => address),
    permits: (address, port) =>
      (webPorts.includes(port) && isPublicAddress(address)) || excepted(address, port),
    permitsPort: (port) => webPorts.includes(port) || exceptions.some((each) => each.port === port),
    maximumBytes: 5 * 1024 * 1024,
    milliseconds: 15_000,
    maximumRedirects: 5,
  };
}
