/** Fetching a picture from an address that a person chose, over real connections to servers on this machine. */
import dns from 'node:dns';
import type { RequestListener } from 'node:http';
import { MAX_PHOTO_BYTES } from '@gigsy/schema';
import { describe, expect, test, vi } from 'vitest';
import { download } from '../../../convex/profile/node/download.js';
import { png } from '../../convex/png.ts';
import { host, leadsTo, serves } from './host.ts';

describe('downloads', () => {
  const local = { loopback: true, timeoutMs: 5_000 };

  test('brings the bytes, and sends the host only the necessary headers', async () => {
    const { port, asked } = await host(serves(png(3, 2)));
    expect(await download(`http://127.0.0.1:${port}/ada.png?size=2`, local)).toEqual({ bytes: png(3, 2) });
    expect(asked).toHaveLength(1);
    expect(asked[0]).toMatchObject({
      url: '/ada.png?size=2',
      headers: { host: `127.0.0.1:${port}`, 'user-agent': 'Gigsy-Photos/1', 'accept-encoding': 'identity' },
    });
    expect(Object.keys(asked[0]!.headers).sort()).toEqual([
      'accept',
      'accept-encoding',
      'connection',
      'host',
      'user-agent',
    ]);
  });

  test('without the setting, this machine is not called at all', async () => {
    const { port, asked } = await host(serves(png(3, 2)));
    for (const address of [
      `http://127.0.0.1:${port}/`,
      `https://127.0.0.1:${port}/`,
      `http://localhost:${port}/`,
      `http://[::ffff:127.0.0.1]:${port}/`,
    ]) {
      expect(await download(address, { ...local, loopback: false })).toEqual({ fault: 'address_not_allowed' });
    }
    expect(asked).toEqual([]);
  });

  test('connects to the checked address, even if the name resolves to another one a moment later', async () => {
    const { port, asked } = await host(serves(png(3, 2)));
    const answers = [['127.0.0.1'], ['10.0.0.1']];
    const looked: string[] = [];
    const resolve = async (name: string) => {
      looked.push(name);
      return answers.shift()!;
    };
    const bySystem = vi.spyOn(dns, 'lookup');
    expect(await download(`http://localhost:${port}/`, { ...local, resolve })).toEqual({ bytes: png(3, 2) });
    expect([looked, asked[0]!.headers.host]).toEqual([['localhost'], `localhost:${port}`]);
    expect(bySystem).not.toHaveBeenCalled();
    bySystem.mockRestore();
  });

  test('a redirect is checked like the first address', async () => {
    const { port: inner, asked } = await host(serves(png(3, 2)));
    for (const location of [
      'http://10.0.0.1/',
      'https://192.168.0.1/',
      'http://169.254.169.254/latest/meta-data/',
      'file:///etc/passwd',
      'https://[fd00::1]/',
      'http://pictures.example/',
    ]) {
      const { port } = await host(leadsTo(location));
      expect([
        location,
        await download(`http://127.0.0.1:${port}/`, { ...local, resolve: async () => ['127.0.0.1'] }),
      ]).toEqual([location, { fault: 'address_not_allowed' }]);
    }
    const { port } = await host(leadsTo(`http://127.0.0.1:${inner}/there`, 308));
    expect(await download(`http://127.0.0.1:${port}/`, local)).toEqual({ bytes: png(3, 2) });
    expect(asked.map(({ url }) => url)).toEqual(['/there']);
  });

  test('three redirects are followed and no more', async () => {
    const { port, asked } = await host((request, response) =>
      leadsTo(`/${Number(request.url!.slice(1)) + 1}`)(request, response),
    );
    expect(await download(`http://127.0.0.1:${port}/0`, local)).toEqual({ fault: 'unreachable' });
    expect(asked.map(({ url }) => url)).toEqual(['/0', '/1', '/2', '/3']);
  });

  test('a body that grows too large is cut off, with any announced length', async () => {
    let sent = 0;
    const { port } = await host((_, response) => {
      response.writeHead(200);
      const more = () => {
        while (sent < 64 * MAX_PHOTO_BYTES && !response.destroyed) {
          sent += 65_536;
          if (!response.write(Buffer.alloc(65_536))) return void response.once('drain', more);
        }
      };
      more();
    });
    expect(await download(`http://127.0.0.1:${port}/`, local)).toEqual({ fault: 'too_large' });
    expect(sent).toBeLessThan(16 * MAX_PHOTO_BYTES);
    const whole = await host(serves(new Uint8Array(MAX_PHOTO_BYTES)));
    expect(await download(`http://127.0.0.1:${whole.port}/`, local)).toHaveProperty(
      'bytes.byteLength',
      MAX_PHOTO_BYTES,
    );
  });

  test.each<[string, RequestListener]>([
    ['a host that never answers', () => {}],
    [
      'one that answers byte by byte',
      (_, response) => {
        response.writeHead(200);
        const drip = setInterval(() => response.write('x'), 20);
        response.on('close', () => clearInterval(drip));
      },
    ],
    ['one that hangs up', (request) => request.socket.destroy()],
    [
      'one that hangs up midway',
      (_, response) => {
        response.writeHead(200, { 'content-length': 100 });
        response.write('x');
        setTimeout(() => response.destroy(), 20);
      },
    ],
    ['an error', (_, response) => response.writeHead(500).end('no')],
    ['a redirect to nowhere', (_, response) => response.writeHead(302).end()],
    ['part of a picture', (_, response) => response.writeHead(206).end(png(1, 1))],
  ])('%s is unreachable', async (_, answer) => {
    const { port } = await host(answer);
    expect(await download(`http://127.0.0.1:${port}/`, { ...local, timeoutMs: 300 })).toEqual({ fault: 'unreachable' });
  });

  test('names that cannot be resolved, or not in time, are unreachable', async () => {
    const failing = async () => {
      throw new Error('ENOTFOUND');
    };
    expect(await download('https://pictures.example/', { loopback: false, resolve: failing })).toEqual({
      fault: 'unreachable',
    });
    expect(
      await download('https://pictures.example/', {
        loopback: false,
        resolve: () => new Promise(() => {}),
        timeoutMs: 50,
      }),
    ).toEqual({ fault: 'unreachable' });
    expect(await download('no address', { loopback: false })).toEqual({ fault: 'unreachable' });
  });
});
