/**
 * Reads documents at addresses that a credential names, without becoming a tool for attacks on this machine or its network:
 * https alone, and connections go to public addresses alone, which are looked at as the connection is made. No redirect is
 * followed, no credential is sent, and size and time are bounded.
 */
import { lookup } from 'node:dns';
import { type RequestOptions, get as getPlainly } from 'node:http';
import { get as getSecurely } from 'node:https';
import { type LookupFunction, BlockList, isIP } from 'node:net';
import { isInsideAddress, isLoopback } from '../doctor/addresses.ts';

/** The reason for no answer, in words that continue "it …". */
export class Unreachable extends Error {
  override readonly name = 'Unreachable';
}

/** Reads the JSON at an address. Rejects with `Unreachable`. */
export type Reach = (address: string) => Promise<unknown>;

const MAX_BYTES = 1_000_000;
const TIMEOUT_MS = 10_000;

/** All global unicast addresses of IPv6 (IANA), without those that hold an IPv4 address: 6to4. */
const GLOBAL6 = new BlockList();
GLOBAL6.addSubnet('2000::', 3, 'ipv6');
const HOLDING4 = new BlockList();
HOLDING4.addSubnet('2002::', 16, 'ipv6');

function isOutside(address: string): boolean {
  if (isInsideAddress(address)) return false;
  return isIP(address) === 4 || (GLOBAL6.check(address, 'ipv6') && !HOLDING4.check(address, 'ipv6'));
}

/** `local`: this machine may be asked too, over http and on any port. Nothing else of the inner network ever is. */
export function reaching(local: boolean): Reach {
  return async (address) => {
    if (!URL.canParse(address)) throw new Unreachable('is no address');
    const url = new URL(address);
    const isHere = local && /^https?:$/.test(url.protocol) && isLoopback(address);
    if (!isHere && isLoopback(address)) throw new Unreachable('is on this machine, which is asked with --local alone');
    if (!isHere && (url.protocol !== 'https:' || url.username || url.password))
      throw new Unreachable('is no address of https without a password');
    const host = url.hostname.replace(/^\[|\]$/g, '');
    if (!isHere && isIP(host) && !isOutside(host)) throw new Unreachable('is inside a network, and was not asked');
    return parsed(await read(url, lookupOf(isHere ? isThisMachine : isOutside)));
  };
}

function isThisMachine(address: string): boolean {
  return address === '::1' || address.startsWith('127.');
}

/** Resolves a name. Fails where one of its addresses does not fit. */
function lookupOf(fits: (address: string) => boolean): LookupFunction {
  return (host, options, done) => {
    lookup(host, { ...options, all: true }, (error, found) => {
      if (error) return done(error, []);
      if (found.length === 0 || !found.every(({ address }) => fits(address)))
        return done(new Unreachable('is inside a network, and was not asked'), []);
      const [{ address, family }] = found as [{ address: string; family: number }];
      return options.all ? done(null, found) : done(null, address, family);
    });
  };
}

function read(url: URL, guarded: LookupFunction): Promise<string> {
  const options: RequestOptions = {
    agent: false,
    signal: AbortSignal.timeout(TIMEOUT_MS),
    headers: { Accept: 'application/json, application/did+json, application/vc', 'User-Agent': 'gigsy-verify' },
    lookup: guarded,
  };
  return new Promise((resolve, reject) => {
    const fail = (error: Error & { code?: string }) => reject(reasonOf(error));
    const get = url.protocol === 'https:' ? getSecurely : getPlainly;
    get(url, options, (answer) => {
      const { statusCode = 0 } = answer;
      if (statusCode !== 200) {
        answer.destroy();
        return reject(new Unreachable(`answers with status ${statusCode}`));
      }
      const chunks: Buffer[] = [];
      let size = 0;
      answer.on('error', fail);
      answer.on('data', (chunk: Buffer) => {
        chunks.push(chunk);
        size += chunk.length;
        if (size > MAX_BYTES) answer.destroy(new Unreachable('is larger than 1 MB'));
      });
      return answer.on('end', () => resolve(Buffer.concat(chunks).toString('utf8')));
    }).on('error', fail);
  });
}

function reasonOf(error: Error & { code?: string }): Unreachable {
  if (error instanceof Unreachable) return error;
  if (error.name === 'AbortError' || error.name === 'TimeoutError')
    return new Unreachable(`does not answer within ${TIMEOUT_MS / 1000} seconds`);
  return new Unreachable(`can not be reached (${error.code ?? 'unknown reason'})`);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new Unreachable('does not answer with JSON');
  }
}

/** For verification without a network. */
export const offline: Reach = async () => {
  throw new Unreachable('was not asked, since --offline is given');
};
