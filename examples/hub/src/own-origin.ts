/** The hub's own web sites share this: the host names they answer under, and the policy of their pages. */
import type { IncomingMessage } from 'node:http';
import type { Addresses } from './addresses.ts';

/**
 * Tells whether a request came under a name of this site. A page of another host name that resolves to this machine
 * (DNS rebinding) must not pass for this one.
 */
export function ownHost(origin: string): (request: IncomingMessage) => boolean {
  const { host, port } = new URL(origin);
  const names = new Set([host, `localhost:${port}`]);
  return (request) => names.has(request.headers.host ?? '');
}

/** As strict as a careful partner sends it. `framedBy` says who may show the page in a frame. */
export function contentSecurityPolicy({ convex, site, cdn }: Addresses, framedBy: "'self'" | "'none'"): string {
  return [
    "default-src 'none'",
    `script-src ${cdn} 'self'`,
    `connect-src 'self' ${site} ${convex} ${convex.replace(/^http/, 'ws')}`,
    `img-src ${site} ${cdn}`,
    "style-src 'self'",
    "require-trusted-types-for 'script'",
    "base-uri 'none'",
    "form-action 'self'",
    `frame-ancestors ${framedBy}`,
  ].join('; ');
}
