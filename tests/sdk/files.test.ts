/** `@gigsy/sdk/files`: an upload goes on where it was, tells how far it is, and ends at its signal. */
import { createHash } from 'node:crypto';
import { createGigsy, isGigsyError } from '@gigsy/sdk';
import { FileRefused, type UploadTicket, readFile, uploadFile } from '@gigsy/sdk/files';
import type { Upload } from '@gigsy/schema';
import { beforeEach, describe, expect, test } from 'vitest';

const stored = { file: 'f1', type: 'image/png', size: 10 } as const;
const ticket: UploadTicket = {
  upload: 'u1',
  address: 'https://site.example/v1/files/t',
  partBytes: 4,
  parts: 3,
  expiresAt: 1,
};
const file = new Blob(['abcdefghij']);

/** A deployment: the parts that have arrived, and what happens to a request before it is answered. */
let parts: Map<string, string>;
let begun: number;
let state: Upload | null;
let before: (path: string) => Response | Error | undefined;
beforeEach(() => {
  parts = new Map();
  begun = 0;
  state = null;
  before = () => undefined;
});

const calls = {
  begin: async () => {
    begun += 1;
    return ticket;
  },
  state: async () => state,
};

const fetch = (async (address: string, init: RequestInit) => {
  const path = address.slice(ticket.address.length);
  const intervening = before(path);
  if (intervening instanceof Error) throw intervening;
  if (intervening) return intervening;
  if (init.method === 'POST') return Response.json(stored);
  const body = Buffer.from(init.body as ArrayBuffer);
  const digest = `sha-256=:${createHash('sha256').update(body).digest('base64')}:`;
  expect((init.headers as Record<string, string>)['Content-Digest']).toBe(digest);
  parts.set(path, body.toString());
  return new Response(null, { status: 204 });
}) as typeof globalThis.fetch;

const send = (options: Parameters<typeof uploadFile>[2] = {}) =>
  uploadFile(calls, file, { fetch, random: () => 0, ...options });
const problem = (status: number, code: string, more = {}) => Response.json({ code, detail: 'no', ...more }, { status });

test('a file arrives in parts, with its progress', async () => {
  const told: number[] = [];
  expect(await send({ onProgress: ({ sent }) => told.push(sent) })).toEqual(stored);
  expect([...parts]).toEqual([
    ['/0', 'abcd'],
    ['/1', 'efgh'],
    ['/2', 'ij'],
  ]);
  expect(told).toEqual([0, 4, 8, 10]);
});

test('a lost connection and an overloaded deployment cost a part, and not the file', async () => {
  const trouble: (Error | Response)[] = [new TypeError('lost'), problem(503, 'internal'), new TypeError('lost')];
  before = (path) => (path === '/1' ? trouble.shift() : undefined);
  expect(await send()).toEqual(stored);
  expect([begun, parts.size]).toEqual([1, 3]);
});

describe('an upload that was begun before', () => {
  const known = { upload: 'u1', state: 'receiving', size: 10, received: [0, 2], expiresAt: 1 } as const;

  test('goes on with the parts that are missing', async () => {
    state = { ...known, received: [...known.received] };
    const told: number[] = [];
    expect(await send({ ticket, onProgress: ({ sent }) => told.push(sent) })).toEqual(stored);
    expect([begun, [...parts.keys()], told]).toEqual([0, ['/1'], [6, 10]]);
  });

  test('that is stored sends nothing', async () => {
    state = { ...known, state: 'stored', received: [], stored: { ...stored } };
    expect([await send({ ticket }), begun, parts.size]).toEqual([stored, 0, 0]);
  });

  test.each([
    ['is over', null],
    ['was of another file', { ...known, size: 9, received: [0] }],
    ['was refused', { ...known, state: 'refused' as const, received: [], fault: 'broken' as const }],
  ])('begins anew where it %s', async (_, found) => {
    state = found as Upload | null;
    const tickets: UploadTicket[] = [];
    await send({ ticket, onTicket: (given) => tickets.push(given) });
    expect([begun, tickets, parts.size]).toEqual([1, [ticket], 3]);
  });
});

test('a refused file tells why', async () => {
  before = (path) => (path === '' ? problem(400, 'invalid_argument', { fault: 'active' }) : undefined);
  const error = await send().catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(FileRefused);
  expect(error).toMatchObject({ code: 'invalid_argument', fault: 'active', message: 'no' });
});

test('the signal ends it, and the tries of a dead connection end by themselves', async () => {
  const stop = new AbortController();
  before = (path) => {
    if (path === '/1') stop.abort();
    return stop.signal.aborted ? new DOMException('stopped', 'AbortError') : undefined;
  };
  const error = await send({ signal: stop.signal }).catch((thrown: unknown) => thrown);
  expect([isGigsyError(error, 'aborted'), parts.size]).toEqual([true, 1]);
  before = () => new TypeError('lost');
  expect(isGigsyError(await send({ retries: 2 }).catch((thrown: unknown) => thrown), 'offline')).toBe(true);
});

describe('a file that is not public', () => {
  const address = `/v1/media/platform/${'0'.repeat(32)}`;
  const read = (answer: () => Response, at = address) => {
    const asked: [string, RequestInit][] = [];
    const result = readFile(at, {
      api: 'https://site.example/',
      auth: { getToken: async () => 'token' },
      fetch: (async (url: string, init: RequestInit) => {
        asked.push([url, init]);
        return answer();
      }) as typeof globalThis.fetch,
    });
    return result.then((blob) => ({ blob, asked }));
  };

  test('is read with the token of a person', async () => {
    const { blob, asked } = await read(() => new Response('bytes'));
    expect(await blob!.text()).toBe('bytes');
    expect(asked).toMatchObject([[`https://site.example${address}`, { headers: { Authorization: 'Bearer token' } }]]);
  });

  test('is read by a client as the person that it signs in', async () => {
    const asked: unknown[] = [];
    const gigsy = createGigsy({
      url: 'https://happy-otter-123.convex.cloud',
      auth: { getToken: async () => 'token' },
      fetch: (async (url: string, init: RequestInit) => {
        asked.push(url, init.headers);
        return new Response('bytes');
      }) as typeof globalThis.fetch,
    });
    const blob = await gigsy.readFile(address, { api: 'https://site.example' });
    expect(await blob!.text()).toBe('bytes');
    expect(asked).toEqual([`https://site.example${address}`, { Authorization: 'Bearer token' }]);
  });

  test('is null where there is nothing for the person', async () => {
    expect((await read(() => problem(404, 'not_found'))).blob).toBeNull();
  });

  test.each(['https://elsewhere.example/', '//elsewhere.example/x', '/v1/media/../v1/x', '/api/query'])(
    'at %s, which no view gives, gets no token',
    async (at) => {
      expect(await read(() => new Response('x'), at)).toEqual({ blob: null, asked: [] });
    },
  );
});
