/** The hub's files over HTTP: entity tags a coding, compressed files beside a file, and pictures as they are. */
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { type IncomingMessage, type Server, createServer, request as httpRequest } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { brotliCompressSync, brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { cdn } from '../src/cdn.ts';

const SCRIPT = 'export const words = "steel and stone";\n'.repeat(100);
let folder: string;
let server: Server;

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'gigsy-files-'));
  mkdirSync(path.join(folder, 'channel'));
  mkdirSync(path.join(folder, 'people'));
  writeFileSync(path.join(folder, 'channel/large.js'), SCRIPT);
  writeFileSync(path.join(folder, 'channel/small.js'), 'export {};\n');
  writeFileSync(path.join(folder, 'channel/made.js'), SCRIPT);
  writeFileSync(path.join(folder, 'channel/made.js.br'), brotliCompressSync('// made by the build'));
  writeFileSync(path.join(folder, 'people/ada.webp'), Buffer.alloc(5000));
  const handler = cdn({ channel: path.join(folder, 'channel'), people: path.join(folder, 'people') });
  server = createServer((request, response) => void handler(request, response)).listen(0, '127.0.0.1');
  await once(server, 'listening');
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
  rmSync(folder, { recursive: true, force: true });
});

async function ask(address: string, headers: Record<string, string> = {}, method = 'GET') {
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/${address}`;
  const [response] = (await once(httpRequest(url, { method, headers }).end(), 'response')) as [IncomingMessage];
  const chunks: Buffer[] = [];
  for await (const chunk of response) chunks.push(chunk as Buffer);
  return { status: response.statusCode, headers: response.headers, body: Buffer.concat(chunks) };
}

describe('a script', () => {
  test('is sent as the client prefers, with a strong entity tag for each coding', async () => {
    const plain = await ask('large.js');
    const br = await ask('large.js', { 'accept-encoding': 'gzip, deflate, br' });
    const gzip = await ask('large.js', { 'accept-encoding': 'gzip' });
    expect([br, gzip, plain].map(({ headers }) => headers['content-encoding'])).toEqual(['br', 'gzip', undefined]);
    expect([brotliDecompressSync(br.body), gunzipSync(gzip.body), plain.body].map(String)).toEqual([
      SCRIPT,
      SCRIPT,
      SCRIPT,
    ]);
    for (const { headers, body } of [plain, br, gzip])
      expect(headers).toMatchObject({ vary: 'Accept-Encoding', 'content-length': String(body.length) });
    const tags = [plain, br, gzip].map(({ headers }) => headers.etag!);
    expect(new Set(tags).size).toBe(3);
    for (const tag of tags) expect(tag).toMatch(/^"[\w-]+"$/);
  });

  test('is not sent again to a client that has it in the same coding', async () => {
    const accepts = { 'accept-encoding': 'br' };
    const { headers } = await ask('large.js', accepts);
    const again = await ask('large.js', { ...accepts, 'if-none-match': headers.etag! });
    expect([again.status, again.headers.etag, again.headers.vary]).toEqual([304, headers.etag, 'Accept-Encoding']);
    expect((await ask('large.js', { 'if-none-match': headers.etag! })).status).toBe(200);
  });

  test('has the same headers where only they are asked for', async () => {
    const accepts = { 'accept-encoding': 'br' };
    const { date: _, ...headers } = (await ask('large.js', accepts)).headers;
    const head = await ask('large.js', accepts, 'HEAD');
    expect(head.headers).toMatchObject(headers);
    expect(head.body).toHaveLength(0);
  });

  test('is sent as the build compressed it', async () => {
    const { body } = await ask('made.js', { 'accept-encoding': 'br' });
    expect(String(brotliDecompressSync(body))).toBe('// made by the build');
    expect((await ask('made.js.br')).status).toBe(404);
  });
});

test.each(['small.js', 'people/ada.webp'])('%s is not compressed', async (address) => {
  const { status, headers } = await ask(address, { 'accept-encoding': 'br' });
  expect([status, headers['content-encoding'], headers.vary]).toEqual([200, undefined, undefined]);
});
