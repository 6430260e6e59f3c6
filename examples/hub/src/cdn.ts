/**
 * The embed host, as a CDN would serve it: `/v1/` is the channel whose entry is checked on each use and whose hashed
 * chunks never change; `/people/` has the portraits. Open to every origin, since any partner's page loads from it.
 */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { isRead, sendFile } from './static-files.ts';

/** Names with a hash in them, as rollup writes chunks. */
const HASHED = /-[A-Za-z0-9_-]{8,}\.js(\.map)?$/;
const FOREVER = 'public, max-age=31536000, immutable';

export interface CdnFolders {
  embed: string;
  people: string;
}

export function cdn(folders: CdnFolders) {
  return async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const { pathname } = new URL(request.url ?? '/', 'http://cdn');
    const headers = { 'access-control-allow-origin': '*', 'cross-origin-resource-policy': 'cross-origin', 'timing-allow-origin': '*' };
    if (!isRead(request)) return void response.writeHead(405, { allow: 'GET, HEAD' }).end();
    if (pathname.startsWith('/v1/')) {
      const caching = HASHED.test(pathname) ? FOREVER : 'public, no-cache';
      if (await sendFile(request, response, folders.embed, pathname.slice('/v1/'.length), { ...headers, 'cache-control': caching })) return;
    }
    if (pathname.startsWith('/people/')) {
      const path = pathname.slice('/people/'.length);
      if (await sendFile(request, response, folders.people, path, { ...headers, 'cache-control': 'public, max-age=3600' })) return;
    }
    response.writeHead(404, headers).end();
  };
}
