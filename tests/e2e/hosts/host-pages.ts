/** A web server on its own origin: pages and headers of the test. */
import { type IncomingMessage, type Server, type ServerResponse, createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface HostPage {
  /** Content of the body. */
  body: string;
  /** Content of the head. */
  head?: string;
  /** Attributes of the html element; English when absent. */
  root?: string;
  headers?: Record<string, string>;
}

export interface HostPages {
  /** Serves `page` and gives its address. */
  add(page: HostPage): string;
  close(): void;
}

export async function hostPages(): Promise<HostPages> {
  const pages = new Map<string, HostPage>();
  const server = await listen((request, response) => {
    const page = pages.get(request.url ?? '/');
    // Browsers also ask for an icon.
    if (!page) return void response.writeHead(204).end();
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', ...page.headers });
    response.end(documentOf(page));
  });
  return {
    add(page) {
      const place = `/${pages.size + 1}`;
      pages.set(place, page);
      return originOf(server) + place;
    },
    close: () => server.close(),
  };
}

function documentOf({ body, head = '', root = 'lang="en"' }: HostPage): string {
  return `<!doctype html><html ${root}><head><meta charset="utf-8"><title>A host</title>${head}</head><body>${body}</body></html>`;
}

/** A server on a free port of the loopback interface. */
export function listen(answer: (request: IncomingMessage, response: ServerResponse) => void): Promise<Server> {
  const server = createServer(answer);
  return new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(server)));
}

export function originOf(server: Server): string {
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}
