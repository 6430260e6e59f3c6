/** Reading a page from an address that a person chose, over real connections to servers on this machine. */
import dns from 'node:dns';
import type { RequestListener } from 'node:http';
import { gzipSync } from 'node:zlib';
import { describe, expect, test, vi } from 'vitest';
import { MAX_PAGE_BYTES, readPage } from '../../../convex/portfolio/node/readPage.js';
import { host, leadsTo } from '../photos/host.ts';
import { HTML, local, page, readFrom, says, titled, wordsOf } from './reading.ts';

/** Sends pieces until the reader goes away or a bound is passed. `sent` tells how much. */
function endless(headers: Record<string, string>, piece: Uint8Array, most: number) {
  const told = { sent: 0 };
  const answer: RequestListener = (_, response) => {
    response.writeHead(200, headers);
    const more = () => {
      while (told.sent < most && !response.destroyed) {
        told.sent += piece.length;
        if (!response.write(piece)) return void response.once('drain', more);
      }
    };
    more();
  };
  return { told, answer };
}

describe('a request', () => {
  test('has the headers that it needs and no other', async () => {
    const { read, asked } = await readFrom(says(page));
    expect(read).toEqual(titled('A bridge'));
    expect(asked[0]!.headers).toMatchObject({ 'user-agent': 'Gigsy-Links/1', 'accept-encoding': 'gzip' });
    expect(Object.keys(asked[0]!.headers).sort()).toEqual([
      'accept',
      'accept-encoding',
      'connection',
      'host',
      'user-agent',
    ]);
  });

  test('calls this machine only where a setting allows it, and never by http elsewhere', async () => {
    const { port, asked } = await host(says(page));
    for (const address of [
      `http://127.0.0.1:${port}/`,
      `http://localhost:${port}/`,
      `http://[::ffff:127.0.0.1]:${port}/`,
    ])
      expect(await readPage(address, { ...local, loopback: false })).toEqual({ fault: 'address_not_allowed' });
    expect(asked).toEqual([]);
  });

  test('goes by https where the address says http, and to no other port', async () => {
    const looked: string[] = [];
    const resolve = async (name: string) => {
      looked.push(name);
      return ['10.0.0.1'];
    };
    const read = (address: string) => readPage(address, { loopback: false, resolve });
    expect(await read('http://pages.example/')).toEqual({ fault: 'address_not_allowed' });
    expect(looked).toEqual(['pages.example']);
    for (const address of ['http://pages.example:8080/', 'https://pages.example:22/', 'https://a:b@pages.example/'])
      expect(await read(address)).toEqual({ fault: 'address_not_allowed' });
    expect(looked).toHaveLength(1);
  });

  test.each(['10.0.0.1', '127.0.0.1', '169.254.169.254', '::1', '::ffff:10.0.0.1', '64:ff9b::a00:1', 'fd00::1'])(
    'is not made for a name that also stands for %s',
    async (inner) => {
      const resolve = async () => ['93.184.216.34', inner];
      expect(await readPage('https://pages.example/', { loopback: false, resolve })).toEqual({
        fault: 'address_not_allowed',
      });
    },
  );

  test('goes to the checked address, even if the name stands for another one a moment later', async () => {
    const { port, asked } = await host(says(page));
    const answers = [['127.0.0.1'], ['10.0.0.1']];
    const bySystem = vi.spyOn(dns, 'lookup');
    const resolve = async () => answers.shift()!;
    expect(await readPage(`http://localhost:${port}/`, { ...local, resolve })).toEqual(titled('A bridge'));
    expect([asked.length, bySystem.mock.calls.length, answers.length]).toEqual([1, 0, 1]);
    bySystem.mockRestore();
  });

  test.each([
    'http://10.0.0.1/',
    'https://192.168.0.1/',
    'http://169.254.169.254/latest/meta-data/',
    'https://[fd00::1]/',
    'https://[::ffff:169.254.169.254]/',
    'file:///etc/passwd',
    'data:text/html,<title>x</title>',
    'http://pages.example/',
  ])('is not led to %s', async (location) => {
    const { port } = await host(leadsTo(location));
    const resolve = async () => ['127.0.0.1'];
    expect(await readPage(`http://127.0.0.1:${port}/`, { ...local, resolve })).toEqual({
      fault: 'address_not_allowed',
    });
  });

  test('is led three times and no more', async () => {
    const { read, asked } = await readFrom((request, response) =>
      leadsTo(`/${Number(request.url!.slice(1)) + 1}`)(request, response),
    );
    expect(read).toEqual({ fault: 'unreachable' });
    expect(asked.map(({ url }) => url)).toEqual(['/', '/1', '/2', '/3']);
    const second = await host((request, response) =>
      (request.url === '/there' ? says(page) : leadsTo('/there'))(request, response),
    );
    expect(await readPage(`http://127.0.0.1:${second.port}/`, local)).toEqual(titled('A bridge'));
  });
});

describe('a host that fails', () => {
  test.each<[string, RequestListener]>([
    ['never answers', () => {}],
    [
      'answers byte by byte',
      (_, response) => {
        response.writeHead(200, { 'content-type': HTML });
        const drip = setInterval(() => response.write('<'), 20);
        response.on('close', () => clearInterval(drip));
      },
    ],
    ['hangs up', (request) => request.socket.destroy()],
    [
      'hangs up midway',
      (_, response) => {
        response.writeHead(200, { 'content-type': HTML, 'content-length': 1_000 });
        response.write(page);
        setTimeout(() => response.destroy(), 20);
      },
    ],
    ['has an error', says('no', {}, 500)],
    ['has too much to do', says('no', {}, 429)],
    ['leads nowhere', (_, response) => response.writeHead(302).end()],
    ['has headers without end', says(page, { 'x-much': 'x'.repeat(100_000) })],
    ['packs what is not packed', says(page, { 'content-encoding': 'gzip' })],
  ])('since it %s is unreachable', async (_, answer) => {
    expect((await readFrom(answer, { timeoutMs: 400 })).read).toEqual({ fault: 'unreachable' });
  });

  test('to be found is unreachable', async () => {
    const failing = async () => {
      throw new Error('ENOTFOUND');
    };
    expect(await readPage('https://pages.example/', { loopback: false, resolve: failing })).toEqual({
      fault: 'unreachable',
    });
    const never = () => new Promise<string[]>(() => {});
    expect(await readPage('https://pages.example/', { loopback: false, resolve: never, timeoutMs: 50 })).toEqual({
      fault: 'unreachable',
    });
  });

  test.each([401, 403, 404, 410, 451, 204, 206])('with the status %s has no page', async (status) => {
    expect((await readFrom(says(status === 204 ? '' : page, {}, status))).read).toEqual({ fault: 'refused' });
  });
});

describe('another kind of file', () => {
  test.each([
    'image/png',
    'application/json',
    'text/plain',
    'application/octet-stream',
    'text/html2',
    'image/svg+xml',
    'nonsense',
    '',
  ])('such as %s is not read', async (type) => {
    expect(await wordsOf(page, { 'content-type': type })).toEqual({ fault: 'not_a_page' });
  });

  test('is not read, nor is a page that is packed in a way that nobody asked for', async () => {
    for (const packing of ['br', 'zstd', 'gzip, gzip', 'deflate'])
      expect(await wordsOf(page, { 'content-encoding': packing })).toEqual({ fault: 'not_a_page' });
  });
});

describe('a page without end', () => {
  const filler = Buffer.alloc(65_536, 'x');

  test('is cut, and what came first is read', async () => {
    const { told, answer } = endless({ 'content-type': HTML }, filler, 64 * MAX_PAGE_BYTES);
    const { read } = await readFrom((request, response) => {
      const write = response.write.bind(response);
      let begun = false;
      response.write = ((piece: Uint8Array) => {
        const first = begun ? piece : Buffer.concat([Buffer.from('<title>A bridge</title><!--'), piece]);
        begun = true;
        return write(first);
      }) as typeof response.write;
      answer(request, response);
    });
    expect(read).toEqual(titled('A bridge'));
    expect(told.sent).toBeLessThan(32 * MAX_PAGE_BYTES);
  });

  test('has no title where that comes too late', async () => {
    expect(await wordsOf(`<!--${'x'.repeat(MAX_PAGE_BYTES)}--><title>Late</title>`)).toEqual({ fault: 'no_title' });
  });

  test('stays small in memory, though a packed page unpacks to a gigabyte', async () => {
    const bomb = gzipSync(Buffer.alloc(64 * 1024 * 1024, ' '), { level: 9 });
    const { told, answer } = endless({ 'content-type': HTML, 'content-encoding': 'gzip' }, bomb, 64 * bomb.length);
    const before = process.memoryUsage().rss;
    const { read } = await readFrom(answer);
    expect(read).toEqual({ fault: 'no_title' });
    expect(process.memoryUsage().rss - before).toBeLessThan(64 * 1024 * 1024);
    expect(told.sent).toBeGreaterThan(0);
  });

  test('of packed nothing ends too', async () => {
    const nothing = Buffer.concat(Array.from({ length: 3_000 }, () => gzipSync('')));
    const { told, answer } = endless(
      { 'content-type': HTML, 'content-encoding': 'gzip' },
      nothing,
      256 * MAX_PAGE_BYTES,
    );
    expect((await readFrom(answer)).read).toEqual({ fault: 'no_title' });
    expect(told.sent).toBeLessThan(32 * MAX_PAGE_BYTES);
  });

  test('is over soon, though it opens one tag in another', async () => {
    const begun = performance.now();
    expect(await wordsOf('<i>'.repeat(MAX_PAGE_BYTES / 3))).toEqual({ fault: 'no_title' });
    expect(await wordsOf(`<meta ${'a '.repeat(MAX_PAGE_BYTES / 3)}>`)).toEqual({ fault: 'no_title' });
    expect(await wordsOf('<'.repeat(MAX_PAGE_BYTES))).toEqual({ fault: 'no_title' });
    expect(await wordsOf('&'.repeat(MAX_PAGE_BYTES))).toEqual({ fault: 'no_title' });
    expect(performance.now() - begun).toBeLessThan(4_000);
  });
});
