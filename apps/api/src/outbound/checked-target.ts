import { isIP } from 'node:net';
import { FetchError } from './fetch-failure.ts';
import type { FetchPolicy } from './fetch-policy.ts';

/** A web address with the network addresses that were checked for it: a connection goes to these and no others. */
export interface CheckedTarget {
  readonly url: URL;
  readonly port: number;
  readonly addresses: readonly string[];
}

/**
 * Looks an address up and checks it. `URL` has already written hosts such as `2130706433`, `0177.1` or `0x7f.1` as the
 * IPv4 address they mean. Where one of several addresses is not permitted, none is used: a name that answers with a
 * public and a private address at once is up to something.
 *
 * @throws FetchError `address`, `port`, `private`, `no-host`
 */
export async function checkTarget(url: URL, policy: FetchPolicy): Promise<CheckedTarget> {
  if (!['http:', 'https:'].includes(url.protocol) || url.username !== '' || url.password !== '')
    throw new FetchError('address');
  const port = Number(url.port) || (url.protocol === 'https:' ? 443 : 80);
  if (!policy.permitsPort(port)) throw new FetchError('port');
  const host = url.hostname.replace(/^\[|\]$/g, '');
  const addresses = isIP(host) > 0 ? [host] : await policy.resolve(host);
  if (addresses.length === 0) throw new FetchError('no-host');
  if (!addresses.every((address) => policy.permits(address, port))) throw new FetchError('private');
  return { url, port, addresses };
}

/** @throws FetchError `address` where the text is no address */
export function parseTarget(text: string, base?: URL): URL {
  const url = URL.parse(text, base?.href);
  if (!url) throw new FetchError('address');
  url.hash = '';
  return url;
}
