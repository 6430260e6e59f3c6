/**
 * The embed host: serves dist/channel as a CDN would. Addresses whose content changes (the entry of `/v1/`, its
 * manifest, the list of builds) are revalidated on each use; hashed chunks and pinned builds never change. `/people/`
 * has the portraits. Every origin may read it, since any partner's page loads from it.
 */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { isRead, sendFile } from './static-files.ts';

/** Chunks with a hash of their content in their name, and all files of a build pinned by its version. */
const UNCHANGING = /^\/(v\d+\/chunks|\d+\.\d+\.\d+)\/\w/;
const FOREVER = 'public, max-age=31536000, immutable';

export interface CdnFolders {
  channel: string;
  people: string;
}

export function cdn(folders: CdnFolders) {
  return async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const { pathname } = new URL(request.url ?? '/', 'http://cdn');
    const headers = {
      'access-control-allow-origin': '*',
      'cross-origin-resource-policy': 'cross-origin',
      'timing-allow-origin': '*',
    };
    if (!isRead(request)) return void response.writeHead(405, { allow: 'GET, HEAD' }).end();
    if (pathname.startsWith('/people/')) {
      const path = pathname.slice('/people/'.length);
      if (
        await sendFile(request, response, folders.people, path, { ...headers, 'cache-control': 'public, max-age=3600' })
      )
        return;
    }
    const caching = UNCHANGING.test(pathname) ? FOREVER : 'public, no-cache';
    if (await sendFile(request, response, folders.channel, pathname.slice(1), { ...headers, 'cache-control': caching }))
      return;
    response.writeHead(404, headers).end();
  };
}
