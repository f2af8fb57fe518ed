import { request as httpRequest, type IncomingMessage } from 'node:http';
import { request as httpsRequest } from 'node:https';
import { isIP, type LookupFunction } from 'node:net';
import type { CheckedTarget } from './checked-target.ts';

const headers = {
  'user-agent': 'Mozilla/5.0 (compatible; Gongping; page preservation)',
  accept: 'text/html,application/xhtml+xml,*/*;q=0.8',
  'accept-language': 'zh-CN,zh;q=0.9,en;q=0.5',
  'accept-encoding': 'gzip, deflate, br',
};

/**
 * Asks a checked address and gives the answer once its headers are there. The name is not looked up again: the
 * connection goes to the very addresses that were checked, so that a name whose answer changes in between (DNS
 * rebinding) gains nothing; the certificate is still held against the name.
 */
export function openAnswer(target: CheckedTarget, signal: AbortSignal): Promise<IncomingMessage> {
  const request = target.url.protocol === 'https:' ? httpsRequest : httpRequest;
  return new Promise((resolve, reject) => {
    const asked = request(target.url, {
      headers,
      // No connection is kept or taken over from a request before.
      agent: false,
      lookup: pinnedLookup(target.addresses),
      signal,
    });
    asked.on('response', resolve);
    asked.on('error', reject);
    asked.end();
  });
}

function pinnedLookup(addresses: readonly string[]): LookupFunction {
  const all = addresses.map((address) => ({ address, family: isIP(address) }));
  return (_hostname, options, callback) => {
    const [first] = all;
    if (options.all) callback(null, all);
    else callback(null, first?.address ?? '', first?.family);
  };
}
