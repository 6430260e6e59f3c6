/** The meaning of a page's addresses for its visitors. */
import { lookup } from 'node:dns/promises';
import { BlockList, isIP } from 'node:net';

/** True for this machine: a visitor's browser would ask the visitor's machine. */
export function isLoopback(url: string): boolean {
  const { hostname } = new URL(url);
  return hostname === 'localhost' || hostname.endsWith('.localhost') || hostname === '[::1]' || /^127\./.test(hostname);
}

/** Addresses that the web does not route (IANA's special-purpose registries, RFC 6890). */
const INSIDE = new BlockList();
for (const [network, prefix] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['224.0.0.0', 3],
] as const)
  INSIDE.addSubnet(network, prefix, 'ipv4');
for (const [network, prefix] of [
  ['::', 127],
  ['64:ff9b:1::', 48],
  ['fc00::', 7],
  ['fe80::', 10],
  ['ff00::', 8],
] as const)
  INSIDE.addSubnet(network, prefix, 'ipv6');

/** True if the host is an address of this machine or of an inner network, or a name of one. */
export async function isInside(url: string): Promise<boolean> {
  const host = new URL(url).hostname.replace(/^\[|\]$/g, '');
  if (host === 'localhost' || host.endsWith('.localhost')) return true;
  const addresses = isIP(host) ? [{ address: host }] : await lookup(host, { all: true }).catch(() => []);
  return addresses.some(({ address }) => isInsideAddress(address));
}

/** True for a numeric address of this machine or of an inner network. */
export function isInsideAddress(address: string): boolean {
  return INSIDE.check(address, isIP(address) === 6 ? 'ipv6' : 'ipv4');
}

/** True if a browser refuses `url` on the page as mixed content (W3C Mixed Content, 4.4; this machine is exempt). */
export function isMixedContent(url: string, pageUrl: string): boolean {
  return new URL(pageUrl).protocol === 'https:' && new URL(url).protocol === 'http:' && !isLoopback(url);
}

/** True if an answer with these headers may be read by a script of the page, without credentials. */
export function isReadable(headers: Headers, url: string, pageUrl: string): boolean {
  const { origin } = new URL(pageUrl);
  const allowed = headers.get('access-control-allow-origin');
  return new URL(url).origin === origin || allowed === '*' || allowed === origin;
}
