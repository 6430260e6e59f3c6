/** Pages on this machine, and the reading of them. */
import type { RequestListener } from 'node:http';
import { readPage } from '../../../convex/portfolio/node/readPage.js';
import { host } from '../photos/host.ts';

export const local = { loopback: true, timeoutMs: 5_000 };
export const HTML = 'text/html; charset=utf-8';
export const page = '<!doctype html><html><head><title>A bridge</title></head><body></body></html>';

export const says =
  (body: string | Uint8Array, headers: Record<string, string> = {}, status = 200): RequestListener =>
  (_, response) =>
    response.writeHead(status, { 'content-type': HTML, ...headers }).end(body);
export const readFrom = async (answer: RequestListener, options: Partial<typeof local> = {}) => {
  const { port, asked } = await host(answer);
  return { read: await readPage(`http://127.0.0.1:${port}/`, { ...local, ...options }), asked };
};
export const wordsOf = async (body: string | Uint8Array, headers?: Record<string, string>) =>
  (await readFrom(says(body, headers))).read;
export const titled = (title: string) => ({ preview: { title } });
