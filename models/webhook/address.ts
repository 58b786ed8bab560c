/** Which addresses we post to: public ones of other systems, by HTTPS; never anything inside our own network. */
import { BlockList, isIP } from 'node:net';
import { done, refused, type Outcome } from '../outcome.ts';

/** IANA's special-purpose ranges. Of IPv6 only what is given out to the public (2000::/3) is left; an IPv4 address in IPv6 clothes is not in it. */
const special = { 4: new BlockList(), 6: new BlockList() };
for (const [net, bits] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 3],
] as const)
  special[4].addSubnet(net, bits, 'ipv4');
for (const [net, bits] of [
  ['::', 3],
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['3fff::', 20],
  ['4000::', 2],
  ['8000::', 1],
] as const)
  special[6].addSubnet(net, bits, 'ipv6');

export function isPublicAddress(address: string): boolean {
  const family = isIP(address);
  if (family === 4) return !special[4].check(address, 'ipv4');
  return family === 6 && !special[6].check(address, 'ipv6');
}

/** A name is looked up when something is sent, not now: what it stands for may change. */
export function goodAddress(text: string): Outcome<URL> {
  const url = URL.parse(text);
  if (url?.protocol !== 'https:') return refused('bad-input', 'webhook address: not https');
  if (url.username !== '' || url.password !== '' || url.port !== '' || url.hash !== '')
    return refused('bad-input', 'webhook address: user, port or mark in it');
  const host = url.hostname.replace(/^\[(.*)\]$/u, '$1');
  if (isIP(host) === 0 ? !/^(?=.{4,253}$)[a-z0-9-]+(?:\.[a-z0-9-]+)+$/u.test(host) : !isPublicAddress(host))
    return refused('bad-input', 'webhook address: not a public one');
  if (/\.(?:local|localhost|internal|lan|home|test|invalid)$/u.test(host))
    return refused('bad-input', 'webhook address: not a public one');
  return done(url);
}
