'use node';
/**
 * Asks for what is at an address that somebody chose, without becoming a tool for attacks. Connections go only to addresses
 * that were checked, so that a name cannot change between check and connection. Each redirect is checked again. The request
 * carries no cookie, no credential and no referrer. Callers bound bytes and time.
 */
import type { IncomingMessage } from 'node:http';
import { type Resolve, targetOf } from './addresses.js';
import { connect } from './connect.js';

const MAX_REDIRECTS = 3;

/** How names become addresses, and whether those of this machine pass: for development. */
export interface Door {
  resolve: Resolve;
  loopback: boolean;
}

/** The first answer that leads nowhere else, whatever its status, with the address that gave it. Rejects where a host fails. */
export async function follow(
  first: URL,
  door: Door,
  { headers, signal }: { headers: Record<string, string>; signal: AbortSignal },
): Promise<{ response: IncomingMessage; url: URL } | { fault: 'address_not_allowed' | 'unreachable' }> {
  let url = first;
  for (let hops = 0; hops <= MAX_REDIRECTS; hops += 1) {
    const target = await targetOf(url, door);
    if (!target) return { fault: 'address_not_allowed' };
    const response = await connect(target, { method: 'GET', headers }, signal);
    const { statusCode = 0 } = response;
    if (statusCode < 300 || statusCode > 399) return { response, url };
    response.destroy();
    const { location } = response.headers;
    if (!location || !URL.canParse(location, url)) break;
    url = new URL(location, url);
  }
  return { fault: 'unreachable' };
}
