import ipaddr from 'ipaddr.js';

/** Global unicast, the only part of IPv6 in which public sites live (RFC 4291, section 2.4). */
const globalUnicast = ipaddr.IPv6.parseCIDR('2000::/3');

/** Public by its number, but answered by the machine's own cloud: the “wire server” of Azure. */
const ownCloud = ['168.63.129.16'];

/**
 * Whether an address belongs to the public internet: not to this machine, not to a private, link-local or carrier
 * network, no multicast, nothing reserved, no IPv4 address wrapped into an IPv6 one. What cannot be read is not public.
 */
export function isPublicAddress(address: string): boolean {
  if (!ipaddr.isValid(address)) return false;
  // Unwraps ::ffff:a.b.c.d, so that the address inside is judged.
  const plain = ipaddr.process(address);
  if (plain.range() !== 'unicast' || ownCloud.includes(plain.toString())) return false;
  return plain instanceof ipaddr.IPv4 || plain.match(globalUnicast);
}
