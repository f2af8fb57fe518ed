import { expect, it } from 'vitest';
import { isPublicAddress } from './public-address.ts';

it.each(['8.8.8.8', '1.2.4.8', '2400:3200::1', '2001:4860:4860::8888'])('takes %s for public', (address) => {
  expect(isPublicAddress(address)).toBe(true);
});

it.each([
  ['this machine', '127.0.0.1'],
  ['this machine', '127.255.255.254'],
  ['any address of this machine', '0.0.0.0'],
  ['a private network', '10.0.0.1'],
  ['a private network', '172.16.0.1'],
  ['a private network', '172.31.255.255'],
  ['a private network', '192.168.1.1'],
  ['a carrier network', '100.64.0.1'],
  ['the metadata of a cloud', '169.254.169.254'],
  ['the metadata of another cloud', '100.100.100.200'],
  ['the metadata of a third cloud', '168.63.129.16'],
  ['reserved for protocols', '192.0.0.192'],
  ['for measurements', '198.18.0.1'],
  ['for documents', '203.0.113.1'],
  ['multicast', '224.0.0.1'],
  ['reserved', '240.0.0.1'],
  ['broadcast', '255.255.255.255'],
  ['this machine', '::1'],
  ['no address', '::'],
  ['IPv4 in IPv6', '::ffff:127.0.0.1'],
  ['IPv4 in IPv6', '::ffff:10.0.0.1'],
  ['IPv4 in IPv6, the old way', '::7f00:1'],
  ['IPv4 behind a translator', '64:ff9b::7f00:1'],
  ['IPv4 behind a private translator', '64:ff9b:1::1'],
  ['IPv4 in a tunnel', '2002:7f00:1::1'],
  ['a tunnel', '2001::1'],
  ['link-local', 'fe80::1'],
  ['link-local with a zone', 'fe80::1%eth0'],
  ['unique local', 'fd00:ec2::254'],
  ['site-local', 'fec0::1'],
  ['multicast', 'ff02::1'],
  ['for documents', '2001:db8::1'],
  ['no address', 'localhost'],
  ['no address', ''],
])('takes %s for not public: %s', (_what, address) => {
  expect(isPublicAddress(address)).toBe(false);
});
