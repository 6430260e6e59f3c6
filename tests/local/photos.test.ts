/**
 * Fetching pictures from addresses of somebody's choosing: which hosts are called, what is taken from them; over real
 * connections to servers on this machine, and through a whole deployment.
 */
import dns from 'node:dns';
import { type RequestListener, createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type Deployment, type Issuer, startDeployment, startIssuer } from '@gigsy/local';
import { MAX_PHOTO_BYTES, type ProfileView } from '@gigsy/schema';
import { ConvexHttpClient } from 'convex/browser';
import { makeFunctionReference } from 'convex/server';
import fc from 'fast-check';
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { formatOf } from '../../convex/model/profile/pictureFormat.js';
import { isLoopback, isPublic, targetOf } from '../../convex/profile/node/addresses.js';
import { download } from '../../convex/profile/node/download.js';
import { png } from '../convex/png.ts';

const closing: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});

interface Host {
  port: number;
  /** Requests so far: path and headers. */
  asked: { url: string; headers: Record<string, unknown> }[];
}

async function host(answer: RequestListener): Promise<Host> {
  const asked: Host['asked'] = [];
  const server = createServer((request, response) => {
    asked.push({ url: request.url!, headers: request.headers });
    answer(request, response);
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  closing.push(() => {
    server.closeAllConnections();
    return new Promise((resolve) => {
      server.close(resolve);
    });
  });
  return { port: (server.address() as AddressInfo).port, asked };
}

const serves =
  (bytes: Uint8Array, type = 'image/png'): RequestListener =>
  (_, response) =>
    response.writeHead(200, { 'content-type': type }).end(bytes);
const leadsTo =
  (location: string, status = 302): RequestListener =>
  (_, response) =>
    response.writeHead(status, { location }).end();

describe('addresses', () => {
  const INSIDE = [
    '127.0.0.1',
    '127.255.255.254',
    '0.0.0.0',
    '0.1.2.3',
    '10.0.0.1',
    '10.255.255.255',
    '172.16.0.1',
    '172.31.255.255',
    '192.168.0.1',
    '169.254.169.254',
    '100.64.0.1',
    '100.100.100.200',
    '168.63.129.16',
    '192.0.0.192',
    '192.0.2.1',
    '192.88.99.1',
    '198.18.0.1',
    '198.19.255.255',
    '198.51.100.1',
    '203.0.113.1',
    '224.0.0.1',
    '239.255.255.255',
    '240.0.0.1',
    '255.255.255.255',
    '192.31.196.1',
    '192.52.193.1',
    '192.175.48.1',
    '::',
    '::1',
    '::ffff:127.0.0.1',
    '::ffff:8.8.8.8',
    '::ffff:7f00:1',
    '::127.0.0.1',
    '64:ff9b::7f00:1',
    '64:ff9b::808:808',
    '64:ff9b:1::1',
    '2002:7f00:1::',
    '2002:808:808::1',
    '2001:0:1::1',
    '2001:db8::1',
    '2001:2::1',
    '2001:10::1',
    '2001:20::1',
    '3fff::1',
    '100::1',
    'fc00::1',
    'fd00:ec2::254',
    'fe80::1',
    'fe80::1%eth0',
    '2606:4700::1%eth0',
    'fec0::1',
    'ff02::1',
    '5f00::1',
    '4000::1',
    '2620:4f:8000::1',
  ];

  test.each(INSIDE)('%s is not on the public internet', (address) => {
    expect(isPublic(address)).toBe(false);
  });

  test.each([
    '8.8.8.8',
    '93.184.216.34',
    '1.1.1.1',
    '172.15.255.255',
    '172.32.0.1',
    '100.63.255.255',
    '100.128.0.1',
    '2606:4700:4700::1111',
    '2a00:1450:4001:80f::200e',
    '2400:cb00::1',
  ])('%s is', (address) => {
    expect(isPublic(address)).toBe(true);
  });

  test('no form of an address within is taken for one outside', () => {
    const octet = fc.integer({ min: 0, max: 255 });
    fc.assert(
      fc.property(
        fc.constantFrom('10', '127', '0', '192.168', '169.254', '172.20', '100.77', '198.18', '230', '250'),
        octet,
        octet,
        octet,
        (start, ...rest) => {
          const parts = [...start.split('.').map(Number), ...rest].slice(0, 4);
          const plain = parts.join('.');
          const [a, b, c, e] = parts.map((part) => part.toString(16).padStart(2, '0'));
          const forms = [
            plain,
            `::ffff:${plain}`,
            `::ffff:${a}${b}:${c}${e}`,
            `::${plain}`,
            `64:ff9b::${a}${b}:${c}${e}`,
            `2002:${a}${b}:${c}${e}::1`,
          ];
          expect(forms.filter(isPublic)).toEqual([]);
          // As a browser or Node reads them in an address: decimal, octal, hexadecimal, shortened.
          const number = parts.reduce((sum, part) => sum * 256 + part, 0);
          const written = [
            `${number}`,
            `0x${number.toString(16)}`,
            parts.map((part) => `0${part.toString(8)}`).join('.'),
            plain,
          ];
          expect(written.map((text) => new URL(`https://${text}/`).hostname).filter(isPublic)).toEqual([]);
        },
      ),
    );
  });

  test('a name is looked at whole: one address within closes it', async () => {
    const at = (...addresses: string[]) =>
      targetOf(new URL('https://pictures.example/a.png'), { resolve: async () => addresses, loopback: false });
    expect(await at('93.184.216.34')).toMatchObject({ addresses: ['93.184.216.34'] });
    for (const inside of INSIDE) expect([inside, await at('93.184.216.34', inside)]).toEqual([inside, undefined]);
    expect(await at()).toBeUndefined();
  });

  test.each([
    'http://pictures.example/',
    'https://pictures.example:8443/',
    'https://pictures.example:80/',
    'https://ada@pictures.example/',
    'https://a:b@pictures.example/',
    'ftp://pictures.example/',
    'file:///etc/passwd',
    'data:image/png,x',
    'https://127.0.0.1/',
    'https://localhost/',
    'https://[::1]/',
    'https://[::ffff:10.0.0.1]/',
    'https://2130706433/',
    'https://0x7f.1/',
    'https://169.254.169.254/latest',
  ])('%s is no place for pictures', async (address) => {
    const resolve = async (name: string) => (name === 'localhost' ? ['127.0.0.1', '::1'] : ['93.184.216.34']);
    expect(await targetOf(new URL(address), { resolve, loopback: false })).toBeUndefined();
  });

  test('in development this machine is a place too, and no other within', async () => {
    const resolve = async () => ['127.0.0.1', '::1'];
    const local = (address: string, found = resolve) => targetOf(new URL(address), { resolve: found, loopback: true });
    for (const address of ['http://127.0.0.1:8080/a', 'http://localhost:3000/', 'https://[::1]:1/'])
      expect(await local(address)).toBeDefined();
    for (const address of [
      'http://10.0.0.1/',
      'https://192.168.1.1/',
      'http://pictures.example/',
      'https://pictures.example/',
    ])
      expect([address, await local(address)]).toEqual([address, undefined]);
    expect(await local('http://localhost/', async () => ['127.0.0.1', '10.0.0.1'])).toBeUndefined();
    expect(['127.0.0.1', '127.9.9.9', '::1', '0.0.0.0', '::ffff:127.0.0.1'].filter(isLoopback)).toEqual([
      '127.0.0.1',
      '127.9.9.9',
      '::1',
    ]);
  });
});

describe('downloads', () => {
  const local = { loopback: true, timeoutMs: 5_000 };

  test('brings the bytes, and tells the host nothing but what is asked for', async () => {
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

  test('connects to the address that was looked at: a name that means another one a moment later changes nothing', async () => {
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

  test('a redirect is looked at as the first address was', async () => {
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

  test('what grows too large is cut off, whatever length was announced', async () => {
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

describe('formats', () => {
  const base64 = (text: string) => new Uint8Array(Buffer.from(text, 'base64'));
  /** Made by Chromium's canvas, 3 by 2 pixels. */
  const files: Record<string, Uint8Array> = {
    'image/png': base64(
      'iVBORw0KGgoAAAANSUhEUgAAAAMAAAACCAYAAACddGYaAAAAFUlEQVR4AWJiYGD4D8UMIA6QDUEAAAAA//+rWcrUAAAABklEQVQDAChAAgMIQVJHAAAAAElFTkSuQmCC',
    ),
    'image/jpeg': base64(
      '/9j/4AAQSkZJRgABAQAAAQABAAD/2wBDAAMCAgICAgMCAgIDAwMDBAYEBAQEBAgGBgUGCQgKCgkICQkKDA8MCgsOCwkJDRENDg8QEBEQCgwSExIQEw8QEBD/wAARCAACAAMDASIAAhEBAxEB/9oADAMBAAIRAxEAPwCVQAP/2Q==',
    ),
    'image/gif': base64('R0lGODlhAwACAIAAAAAAAP///yH5BAEAAAAALAAAAAADAAIAAAIChF0AOw=='),
  };
  const chunk = (name: string, body: string) =>
    Buffer.concat([Buffer.from('RIFF\0\0\0\0WEBP'), Buffer.from(name), Buffer.from(body, 'hex'), Buffer.alloc(20)]);
  const webp = {
    lossy: chunk('VP8 ', '1800000030010' + '09d012a03000200'),
    lossless: chunk('VP8L', '140000002f02400010'),
    extended: chunk('VP8X', '0a00000030000000' + '020000010000'),
  };
  const avif = Buffer.concat([
    Buffer.from('\0\0\0\x1cftypavif\0\0\0\0'),
    Buffer.from('\0\0\0\x14ispe\0\0\0\0'),
    Buffer.from('0000000300000002', 'hex'),
    Buffer.alloc(20),
  ]);

  test.each([
    ...Object.entries(files),
    ...Object.values(webp).map((bytes) => ['image/webp', bytes] as const),
    ['image/avif', avif] as const,
  ])('%s is known with its size, and only whole', (type, bytes) => {
    expect(formatOf(bytes)).toEqual({ type, width: 3, height: 2 });
    expect(formatOf(bytes.subarray(0, 11))).not.toEqual(
      expect.objectContaining({ width: 3, height: 2, type: 'image/png' }),
    );
  });

  test.each([
    '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>',
    '<?xml version="1.0"?><svg/>',
    '<!doctype html><title>x</title>',
    '%PDF-1.7',
    'BM',
    '',
    '\u0000',
    'RIFF\0\0\0\0WAVEfmt ',
    'GIF88a\u0001\0\u0001\0',
    '\0\0\0\x1cftypisom',
  ])('%j is no picture', (text) => {
    expect(formatOf(new TextEncoder().encode(text))).toBeUndefined();
  });

  test('no bytes make it throw or run on', () => {
    const starts = [...Object.values(files), ...Object.values(webp), avif].map((bytes) => bytes.subarray(0, 16));
    fc.assert(
      fc.property(fc.constantFrom(...starts, new Uint8Array()), fc.uint8Array({ maxLength: 400 }), (start, rest) => {
        const format = formatOf(Buffer.concat([start, rest]));
        if (format) expect(Math.min(format.width, format.height)).toBeGreaterThan(0);
      }),
      { numRuns: 2_000 },
    );
  });
});

describe('on a deployment', () => {
  const functionsDir = path.resolve(import.meta.dirname, '../../convex');
  const call = {
    create: makeFunctionReference<'mutation'>('profile:create'),
    mine: makeFunctionReference<'query'>('profile:mine'),
  };
  let dataDir: string;
  let issuer: Issuer;
  let deployment: Deployment;

  beforeAll(async () => {
    dataDir = mkdtempSync(path.join(tmpdir(), 'gigsy-photos-'));
    issuer = await startIssuer({
      dataDir,
      port: 0,
      people: ['ada', 'eve'].map((name) => ({ subject: `demo_${name}`, name })),
      allowedOrigins: [],
    });
    deployment = await startDeployment({
      functionsDir,
      dataDir,
      env: { CLERK_JWT_ISSUER_DOMAIN: issuer.url, GIGSY_PHOTO_LOOPBACK: 'on' },
      log: () => undefined,
    });
  });
  afterAll(async () => {
    await deployment?.close();
    await issuer?.close();
    rmSync(dataDir, { recursive: true, force: true });
  });

  async function join(handle: string, avatarUrl: string) {
    const client = new ConvexHttpClient(deployment.url);
    client.setAuth(await issuer.token(`demo_${handle}`));
    await client.mutation(call.create, {
      handle,
      role: 'student',
      idempotencyKey: `create-${handle}`,
      sections: { identity: { displayName: handle, avatarUrl } },
    });
    const photo = async () => ((await client.query(call.mine, {})) as { photo?: { state: string } }).photo;
    await expect.poll(async () => (await photo())?.state).not.toBe('waiting');
    return {
      photo: await photo(),
      view: (await (await fetch(`${deployment.siteUrl}/v1/profiles/${handle}`)).json()) as ProfileView,
    };
  }

  test('a picture is fetched, kept and served, and its source is never called again', async () => {
    const { port, asked } = await host(serves(png(3, 2), 'text/html'));
    const { photo, view } = await join('ada', `http://127.0.0.1:${port}/ada.png`);
    expect(photo).toEqual({ state: 'stored' });
    const address = view.identity!.avatarUrl!;
    expect(new URL(address).origin).toBe(deployment.siteUrl);
    for (let read = 0; read < 3; read += 1) {
      const response = await fetch(address);
      expect([response.status, response.headers.get('content-type')]).toEqual([200, 'image/png']);
      expect(new Uint8Array(await response.arrayBuffer())).toEqual(png(3, 2));
    }
    expect(asked).toHaveLength(1);
  });

  test('an address within the net is never called, and its owner reads why there is no picture', async () => {
    const { photo, view } = await join('eve', 'https://10.0.0.1/');
    expect([photo, view.identity]).toEqual([{ state: 'failed', fault: 'address_not_allowed' }, { displayName: 'eve' }]);
  });
});
