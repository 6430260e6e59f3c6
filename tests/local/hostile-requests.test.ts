/** After any bytes over a socket, the process goes on and answers the next request. */
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { readdirSync, rmSync } from 'node:fs';
import { connect } from 'node:net';
import type { Socket } from 'node:net';
import { fileURLToPath } from 'node:url';
import { ConvexHttpClient } from 'convex/browser';
import { WebSocket } from 'ws';
import { api, freshFolder, until } from './fixture/deployment.ts';
import { spawnDeployment } from './fixture/spawned.ts';
import type { Spawned } from './fixture/spawned.ts';

let deployment: Spawned;
const dataDir = freshFolder();
beforeAll(async () => {
  deployment = await spawnDeployment(dataDir);
});
afterEach(async () => {
  expect(deployment.errors()).toBe('');
  expect(await new ConvexHttpClient(deployment.url, { logger: false }).query(api.counters.read, { name: 'none' })).toBe(
    0,
  );
});
afterAll(async () => {
  await deployment.kill();
  rmSync(dataDir, { recursive: true, force: true });
});

/** Sends bytes; resolves to the answer, or to its part before the connection broke. */
async function raw(url: string, bytes: string | Buffer, then?: (socket: Socket) => void): Promise<string> {
  const { port } = new URL(url);
  const socket = connect(Number(port), '127.0.0.1');
  let answer = '';
  socket.on('data', (data) => {
    answer += String(data);
    if (!then) socket.end();
  });
  socket.on('error', () => undefined);
  const closed = new Promise((resolve) => socket.once('close', resolve));
  socket.write(bytes, () => then?.(socket));
  await closed;
  return answer;
}

const reset = (socket: Socket) => void socket.resetAndDestroy();
const UPGRADE =
  'Host: 127.0.0.1\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\n\r\n';
const head = (line: string, headers = 'Host: 127.0.0.1\r\nConnection: close\r\n') =>
  `${line} HTTP/1.1\r\n${headers}\r\n`;
const statusOf = (answer: string) => Number(/^HTTP\/1\.1 (\d+)/.exec(answer)?.[1]);

async function manyResets(url: string, bytes: string): Promise<void> {
  for (let round = 0; round < 10; round += 1)
    await Promise.all(Array.from({ length: 30 }, () => raw(url, bytes, reset)));
}

describe('a connection that is reset', () => {
  test.each([
    ['an upgrade of another path', 'url', `GET /elsewhere HTTP/1.1\r\n${UPGRADE}`],
    ['an upgrade of the sync path', 'url', `GET /api/1.48.0/sync HTTP/1.1\r\n${UPGRADE}`],
    ['an upgrade of the site', 'siteUrl', `GET / HTTP/1.1\r\n${UPGRADE}`],
    ['half a request', 'url', 'POST /api/query HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 1000\r\n\r\n{"path"'],
    ['half an HTTP action', 'siteUrl', 'POST /people/ada HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 1000\r\n\r\n{'],
    ['a stream', 'siteUrl', head('GET /stream')],
    ['a tunnel', 'url', head('CONNECT example.org:443')],
  ] as const)('after %s harms nobody', async (_, address, bytes) => {
    await manyResets(deployment[address], bytes);
  });

  test('after a WebSocket has opened, or in the middle of a frame, harms nobody', async () => {
    for (const after of ['', '\x81\xff\x00\x00', '\x81\x05hello', '\x00\x00', '\xff'.repeat(64)]) {
      await Promise.all(
        Array.from({ length: 20 }, () =>
          raw(deployment.url, Buffer.from(`GET /api/1.48.0/sync HTTP/1.1\r\n${UPGRADE}${after}`, 'latin1'), reset),
        ),
      );
    }
  });

  test('in the middle of an upload leaves no file behind, and the next one is stored', async () => {
    const url = new URL(
      (await new ConvexHttpClient(deployment.url, { logger: false }).mutation(api.uploads.url, {})) as string,
    );
    const line = `POST ${url.pathname}${url.search} HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 100000\r\n\r\nsome of it`;
    await Promise.all(Array.from({ length: 20 }, () => raw(deployment.url, line, reset)));
    expect((await fetch(url, { method: 'POST', body: 'all of it' })).status).toBe(200);
    await until(
      () => readdirSync(`${dataDir}/files`).filter((name) => name.startsWith('incoming-')),
      (names) => names.length === 0,
    );
  });

  test('before the deployment is ready ends neither the process nor its end', async () => {
    const waiting = spawn(
      process.execPath,
      ['--conditions=convex', fileURLToPath(new URL('./fixture/waiting.ts', import.meta.url))],
      { stdio: ['ignore', 'pipe', 'inherit'] },
    );
    const url = await new Promise<string>((resolve) =>
      waiting.stdout.once('data', (data) => resolve(String(data).trim())),
    );
    await manyResets(url, `GET /api/1.48.0/sync HTTP/1.1\r\n${UPGRADE}`);
    await manyResets(url, head('GET /'));
    const open = new WebSocket(`${url.replace('http', 'ws')}/api/1.48.0/sync`).on('error', () => undefined);
    await until(
      () => (open as unknown as { _req: unknown })._req,
      (request) => request !== null,
    );
    waiting.kill('SIGTERM');
    expect(await ended(waiting)).toBe('closed');
  });
});

/** The exit code as the fixture chooses it. */
function ended(child: ChildProcess): Promise<string> {
  return new Promise((resolve) => child.once('exit', (code) => resolve(code === 7 ? 'closed' : `exit ${code}`)));
}

describe('a malformed request', () => {
  test.each([
    ['//', 'GET //'],
    ['a path that begins with an authority', 'GET //example.org/hello'],
    ['a stray percent sign', 'GET /hello%'],
    ['a stray percent sign before letters', 'GET /api/storage/%zz'],
    ['a percent sign cut short', 'GET /api/storage/%e'],
  ])('%s is 400 on both servers', async (_, line) => {
    expect([
      statusOf(await raw(deployment.url, head(line))),
      statusOf(await raw(deployment.siteUrl, head(line))),
    ]).toEqual([400, 400]);
  });

  test.each(['a b', 'host/path', 'user@host', 'host:port', '[::1', 'host:99999', '%', 'ho\\st', 'host?x'])(
    'the Host "%s" is 400 on both servers',
    async (host) => {
      const headers = `Host: ${host}\r\nConnection: close\r\n`;
      expect([
        statusOf(await raw(deployment.url, head('GET /version', headers))),
        statusOf(await raw(deployment.siteUrl, head('GET /hello', headers))),
      ]).toEqual([400, 400]);
    },
  );

  test('percent signs that encode something, whole addresses and other hosts are fine', async () => {
    expect(statusOf(await raw(deployment.siteUrl, head('GET /people/%FF')))).toBe(404);
    expect(statusOf(await raw(deployment.siteUrl, head('GET http://127.0.0.1/hello')))).toBe(200);
    expect(statusOf(await raw(deployment.siteUrl, head('GET /hello', 'Host: [::1]:80\r\nConnection: close\r\n')))).toBe(
      200,
    );
    expect(statusOf(await raw(deployment.url, head('GET /api/storage/%FF')))).toBe(400);
  });

  test('an offer to speak another protocol is not taken up', async () => {
    const offer =
      'Host: 127.0.0.1\r\nConnection: Upgrade, HTTP2-Settings, close\r\nUpgrade: h2c\r\nHTTP2-Settings: AAMAAABkAAQCAAAAAAIAAAAA\r\n';
    expect(statusOf(await raw(deployment.siteUrl, head('GET /hello', offer)))).toBe(200);
    expect(statusOf(await raw(deployment.url, head('GET /version', offer)))).toBe(200);
  });

  test.each([
    ['header fields of 100 kB', head('GET /version', `Host: 127.0.0.1\r\nX-Long: ${'x'.repeat(100_000)}\r\n`), 431],
    ['no HTTP', 'hello, is anybody there?\r\n\r\n', 400],
    ['two lengths', head('POST /api/query', 'Host: 127.0.0.1\r\nContent-Length: 1\r\nContent-Length: 2\r\n'), 400],
    [
      'a length and chunks',
      head('POST /api/query', 'Host: 127.0.0.1\r\nContent-Length: 1\r\nTransfer-Encoding: chunked\r\n'),
      400,
    ],
    ['no host', head('GET /version', ''), 400],
  ])('%s is refused', async (_, bytes, status) => {
    expect(statusOf(await raw(deployment.url, bytes))).toBe(status);
  });

  test.each(['TRACE', 'PROPFIND', 'OPTIONS', 'DELETE', 'PUT'])(
    '%s of everything is answered, and not with an error of ours',
    async (method) => {
      for (const path of ['/', '*', '/api/query', '/api/storage/x', '/api/1.48.0/sync', '/version']) {
        const [status, site] = [
          statusOf(await raw(deployment.url, head(`${method} ${path}`))),
          statusOf(await raw(deployment.siteUrl, head(`${method} ${path}`))),
        ];
        expect([method, path, status < 500, site < 500]).toEqual([method, path, true, true]);
      }
    },
  );

  test.each([
    ['null', 'null'],
    ['a text', '"x"'],
    ['an array', '[]'],
    ['no path', '{}'],
    ['a component that is none', '{"path":"a:b","componentPath":{}}'],
    ['deep nesting', `{"path":"counters:read","args":[${'['.repeat(200_000)}${']'.repeat(200_000)}]}`],
  ])('a call whose body is %s is refused with a code', async (_, body) => {
    for (const endpoint of ['query', 'mutation', 'action', 'function', 'query_at_ts']) {
      const answer = await fetch(`${deployment.url}/api/${endpoint}`, { method: 'POST', body });
      const { code, status } = (await answer.json()) as { code?: string; status?: string };
      expect(answer.status === 400 ? code : status).toBe(answer.status === 400 ? 'BadJsonBody' : 'error');
    }
  });

  test('an invalid key, or an invalid person, is 401', async () => {
    const person = (text: string) => `${deployment.adminKey}:${Buffer.from(text).toString('base64')}`;
    for (const key of [
      '',
      'x',
      ':',
      `${deployment.adminKey}x`,
      person('{'),
      person('"ada"'),
      person('{"subject":7}'),
    ]) {
      const answer = await fetch(`${deployment.url}/api/query`, {
        method: 'POST',
        headers: { authorization: `Convex ${key}` },
        body: '{"path":"counters:read","args":[{"name":"a"}]}',
      });
      expect([key, answer.status]).toEqual([key, 401]);
    }
    const answer = await fetch(`${deployment.url}/api/query`, {
      method: 'POST',
      headers: { authorization: `Convex ${person('{"subject":"ada"}')}` },
      body: '{"path":"counters:read","args":[{"name":"a"}]}',
    });
    expect(answer.status).toBe(200);
  });
});
