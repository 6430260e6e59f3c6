/** Answers of HTTP actions are compressed as the client prefers, and never where the length could tell a secret. */
import { request as httpRequest, type IncomingMessage } from 'node:http';
import { once } from 'node:events';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startParity } from './parity/start.ts';
import type { Fixture } from './parity/start.ts';

let fixture: Fixture;
beforeAll(async () => {
  fixture = await startParity();
});
afterAll(() => fixture.close());

interface Got {
  status: number;
  headers: IncomingMessage['headers'];
  body: Buffer;
}

/** As on the wire: fetch would send a header of its own, and decode the body. */
async function ask(query: string, headers: Record<string, string> = {}, method = 'GET'): Promise<Got> {
  const asked = httpRequest(`${fixture.deployment.siteUrl}/page?${query}`, { method, headers }).end();
  const [response] = (await once(asked, 'response')) as [IncomingMessage];
  const chunks: Buffer[] = [];
  for await (const chunk of response) chunks.push(chunk as Buffer);
  return { status: response.statusCode!, headers: response.headers, body: Buffer.concat(chunks) };
}

const plain = (bytes: number) => 'x'.repeat(bytes);
const BROWSER = { 'accept-encoding': 'gzip, deflate, br' };

describe('a large JSON answer', () => {
  test.each([
    ['gzip, deflate, br', 'br'],
    ['br;q=0.5, gzip', 'gzip'],
    ['gzip', 'gzip'],
    ['*', 'br'],
    ['br;q=0, *', 'gzip'],
  ])('to %j has the coding %s, a weak entity tag and Vary', async (accepted, coding) => {
    const { headers, body } = await ask('bytes=5000', { 'accept-encoding': accepted });
    expect(headers).toMatchObject({
      'content-encoding': coding,
      'content-length': String(body.length),
      etag: 'W/"tag"',
      vary: 'Origin, Accept-Encoding',
    });
    expect((coding === 'br' ? brotliDecompressSync(body) : gunzipSync(body)).toString()).toBe(plain(5000));
    expect(body.length).toBeLessThan(500);
  });

  test.each(['identity', 'deflate', 'gzip;q=0', ''])('to %j is as it was', async (accepted) => {
    const { headers, body } = await ask('bytes=5000', { 'accept-encoding': accepted });
    expect(headers).toMatchObject({ 'content-length': '5000', etag: '"tag"', vary: 'Origin, Accept-Encoding' });
    expect([headers['content-encoding'], body.toString()]).toEqual([undefined, plain(5000)]);
  });

  test('has the same headers where only they are asked for', async () => {
    const whole = await ask('bytes=5000', BROWSER);
    const head = await ask('bytes=5000', BROWSER, 'HEAD');
    const { date: _, ...headers } = whole.headers;
    expect([head.status, head.body.length]).toEqual([200, 0]);
    expect(head.headers).toMatchObject(headers);
  });

  test('that the client has already is not sent again, and keeps its tag', async () => {
    const { status, headers, body } = await ask('bytes=5000', { ...BROWSER, 'if-none-match': 'W/"tag"' });
    expect([status, headers.etag, headers.vary, body.length]).toEqual([304, 'W/"tag"', 'Origin, Accept-Encoding', 0]);
    expect((await ask('bytes=5000', { 'if-none-match': '"tag"' })).headers.etag).toBe('"tag"');
  });
});

test.each([
  ['an answer to a token', 'bytes=5000', { authorization: 'Bearer x' }],
  ['an answer to a cookie', 'bytes=5000', { cookie: 'a=b' }],
  ['one that must not be stored', 'bytes=5000&cache=no-store', {}],
  ['one that must not be transformed', 'bytes=5000&cache=no-transform', {}],
  ['one that sets a cookie', 'bytes=5000&cookie=a', {}],
  ['a small one', 'bytes=1000', {}],
  ['a picture', 'bytes=5000&type=image/png', {}],
  ['a part', 'bytes=5000&range=bytes%200-4999/9000', {}],
  ['an error', 'bytes=5000&status=404', {}],
])('%s is not compressed', async (_, query, headers) => {
  const { headers: got, body } = await ask(query, { ...BROWSER, ...headers });
  expect([got['content-encoding'], got.etag, body.length]).toEqual([undefined, '"tag"', Number(/\d+/.exec(query)![0])]);
});

test('the answer to another method is not compressed', async () => {
  expect((await ask('bytes=5000', BROWSER, 'POST')).headers['content-encoding']).toBeUndefined();
});

test('an answer beyond 20 MiB is cut off in every coding', async () => {
  const received = async (headers: Record<string, string>) =>
    (await ask(`bytes=${(20 << 20) + 1}`, headers)).body.length;
  for (const headers of [BROWSER, {}]) expect(await received(headers).catch(() => 'cut off')).toBe('cut off');
});
