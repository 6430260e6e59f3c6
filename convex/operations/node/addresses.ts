'use node';
/**
 * Checks that the deployment calls hosts on the public internet alone, whatever for. Every address of a host
 * name is checked.
 */
import { lookup } from 'node:dns/promises';
import { isIP } from 'node:net';
import ipaddr from 'ipaddr.js';

/** Addresses of a host name. */
export type Resolve = (host: string) => Promise<string[]>;

export const resolveByDns: Resolve = async (host) =>
  (await lookup(host, { all: true, order: 'ipv4first' })).map(({ address }) => address);

/** Ranges that count as unicast and are still not on the public internet. */
const RESERVED = [
  // Azure's virtual public address, at which its machines ask for their metadata.
  '168.63.129.16/32',
  // IANA IPv4 and IPv6 special-purpose registries: AS112, documentation, protocol assignments.
  '192.31.196.0/24',
  '192.52.193.0/24',
  '192.175.48.0/24',
  '2001::/23',
  '3fff::/20',
  '2620:4f:8000::/48',
].map((range) => ipaddr.parseCIDR(range));

/**
 * IANA: all global unicast addresses of IPv6. Addresses with an IPv4 address inside (6to4, NAT64, mapped) are refused.
 */
const GLOBAL_UNICAST = ipaddr.IPv6.parseCIDR('2000::/3');

/**
 * True for an address on the public internet. False for one of this machine, a private or a reserved one, and for other
 * text.
 */
export function isPublic(address: string): boolean {
  if (!isIP(address)) return false;
  const parsed = ipaddr.parse(address);
  if (parsed.range() !== 'unicast') return false;
  if (parsed instanceof ipaddr.IPv6 && (parsed.zoneId || !parsed.match(GLOBAL_UNICAST))) return false;
  return !RESERVED.some(([range, bits]) => range.kind() === parsed.kind() && parsed.match(range as never, bits));
}

/** True for an address of this machine, as IPv4 and IPv6 write it themselves. */
export function isLoopback(address: string): boolean {
  return isIP(address) !== 0 && ipaddr.parse(address).range() === 'loopback';
}

/** True for an address whose host is this machine by name or number: that of a deployment for development. */
export function isOnThisMachine(address: string | undefined): boolean {
  if (!address || !URL.canParse(address)) return false;
  const host = new URL(address).hostname.replace(/^\[|\]$/g, '');
  return host === 'localhost' || isLoopback(host);
}

/** Where to connect for a URL. */
export interface Target {
  url: URL;
  /** All of them allowed. */
  addresses: string[];
}

/**
 * The target of `url`. Undefined if the deployment may not call there. `loopback` also admits this machine, over http and
 * on any port. Rejects if the name cannot be resolved.
 */
export async function targetOf(
  url: URL,
  { resolve, loopback }: { resolve: Resolve; loopback: boolean },
): Promise<Target | undefined> {
  if (url.username || url.password || !/^https?:$/.test(url.protocol)) return undefined;
  const host = url.hostname.replace(/^\[|\]$/g, '');
  const local = loopback && (host === 'localhost' || isLoopback(host));
  if (!local && (url.protocol !== 'https:' || url.port !== '')) return undefined;
  const addresses = isIP(host) ? [host] : await resolve(host);
  return addresses.length > 0 && addresses.every(local ? isLoopback : isPublic) ? { url, addresses } : undefined;
}
