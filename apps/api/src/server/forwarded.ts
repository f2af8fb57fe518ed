import type { IncomingMessage } from 'node:http';
import { isIPv6, type BlockList } from 'node:net';

/**
 * Rewrites what a request says of its client so that everything behind can believe it: afterwards
 * `x-forwarded-for` is the one address the client has, and `x-forwarded-proto` how it reached us. What a
 * client that is no trusted proxy wrote there itself is thrown away.
 */
export function settleForwarded(
  request: IncomingMessage,
  { trustedProxies, origin }: { trustedProxies: BlockList; origin: URL | null },
): void {
  const peer = plainAddress(request.socket.remoteAddress ?? '');
  const trusted = peer !== '' && trustedProxies.check(peer, isIPv6(peer) ? 'ipv6' : 'ipv4');
  // The nearest proxy appended the last entry; what stands before it is the client's own claim.
  const client = trusted ? lastOf(request.headers['x-forwarded-for']) : undefined;
  const scheme = trusted ? lastOf(request.headers['x-forwarded-proto']) : undefined;
  request.headers['x-forwarded-for'] = client ?? (peer === '' ? 'unknown' : peer);
  request.headers['x-forwarded-proto'] = scheme === 'https' ? 'https' : 'http';
  delete request.headers['x-forwarded-host'];
  if (origin) {
    request.headers['x-forwarded-proto'] = origin.protocol.slice(0, -1);
    request.headers.host = origin.host;
  }
}

function lastOf(header: string | string[] | undefined): string | undefined {
  const text = Array.isArray(header) ? header.join(',') : header;
  const last = text?.split(',').at(-1)?.trim();
  return last === '' ? undefined : last;
}

/** A server that listens on both families sees an IPv4 client as `::ffff:192.0.2.1`. */
function plainAddress(address: string): string {
  return address.startsWith('::ffff:') ? address.slice(7) : address;
}
