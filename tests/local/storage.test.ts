/** File storage: upload and download URLs, ctx.storage, the `_storage` table, and the files on disk. */
import { createHash } from 'node:crypto';
import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import type { ConvexHttpClient } from 'convex/browser';
import { api, startServices, until } from './services/start.ts';
import type { Fixture } from './services/start.ts';

let fixture: Fixture;
let client: ConvexHttpClient;
beforeAll(async () => {
  fixture = await startServices();
  client = fixture.http();
});
afterAll(() => fixture.close());

const digest = (text: string, encoding: 'base64' | 'hex' = 'base64') =>
  createHash('sha256').update(text).digest(encoding);
const filesOnDisk = () => readdirSync(join(fixture.dataDir, 'files'));

async function upload(
  text: string,
  headers: Record<string, string> = {},
  url?: string,
): Promise<{ status: number; body: any }> {
  const answer = await fetch(url ?? (await client.mutation(api.files.uploadUrl, {})), {
    method: 'POST',
    body: text,
    headers,
  });
  return { status: answer.status, body: await answer.json() };
}

async function stored(text: string, type?: string): Promise<string> {
  const { body } = await upload(text, type ? { 'content-type': type } : {});
  return body.storageId as string;
}

describe('an upload', () => {
  test('becomes a document with size, type and digest, and a URL that serves it', async () => {
    const id = await stored('hello file', 'text/x-greeting');
    expect(id).toMatch(/^[0-9a-hjkmnp-tv-z]{31,37}$/);
    const { metadata, document } = await client.query(api.files.describe, { id });
    expect(document).toEqual({
      _id: id,
      _creationTime: expect.any(Number),
      contentType: 'text/x-greeting',
      sha256: digest('hello file'),
      size: 10,
    });
    expect(metadata).toEqual({
      storageId: expect.stringMatching(/^[0-9a-f-]{36}$/),
      contentType: 'text/x-greeting',
      sha256: digest('hello file', 'hex'),
      size: 10,
    });
    const url = (await client.query(api.files.url, { id })) as string;
    expect(url).toBe(`${fixture.deployment.url}/api/storage/${metadata.storageId}`);
    const answer = await fetch(url, { headers: { origin: 'https://page.example' } });
    expect(await answer.text()).toBe('hello file');
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      'content-type': 'text/x-greeting',
      'content-length': '10',
      'cache-control': 'private, max-age=2592000',
      'accept-ranges': 'bytes',
      digest: `sha-256=${digest('hello file')}`,
      'access-control-allow-origin': 'https://page.example',
    });
    await client.mutation(api.files.attach, { file: id });
    expect(await client.query(api.files.url, { id: metadata.storageId })).toBe(url);
  });

  test('is checked against the digest that came with it', async () => {
    expect((await upload('right', { digest: `sha-256=${digest('right')}` })).status).toBe(200);
    const before = filesOnDisk();
    const wrong = await upload('wrong', { digest: `sha-256=${digest('right')}` });
    expect([wrong.status, wrong.body.message]).toEqual([
      400,
      `Sha256 mismatch. Expected: ${digest('right')} Actual: ${digest('wrong')}`,
    ]);
    expect((await upload('x', { digest: 'md5=abc' })).body.code).toBe('BadHeader');
    expect(filesOnDisk()).toEqual(before);
  });

  test('needs a token of this deployment that has not expired', async () => {
    const url = (await client.mutation(api.files.uploadUrl, {})) as string;
    const count = filesOnDisk().length;
    expect(await upload('forged', {}, url.replace(/token=..../, 'token=AAAA'))).toMatchObject({
      status: 401,
      body: { code: 'StorageTokenInvalid' },
    });
    const late = (await client.mutation(api.files.uploadUrl, {})) as string;
    vi.setSystemTime(Date.now() + 3_601_000);
    try {
      expect(await upload('late', {}, late)).toMatchObject({ status: 401, body: { code: 'StorageTokenExpired' } });
    } finally {
      vi.useRealTimers();
    }
    expect(filesOnDisk()).toHaveLength(count);
  });
});

describe('a download', () => {
  const range = async (url: string, value: string) => {
    const answer = await fetch(url, { headers: { range: value } });
    return [answer.status, answer.headers.get('content-range'), await answer.text()];
  };

  test('serves one range, and refuses several or impossible ones', async () => {
    const url = (await client.query(api.files.url, { id: await stored('0123456789') })) as string;
    expect(await range(url, 'bytes=2-4')).toEqual([206, 'bytes 2-4/10', '234']);
    expect(await range(url, 'bytes=7-')).toEqual([206, 'bytes 7-9/10', '789']);
    expect(await range(url, 'bytes=-3')).toEqual([206, 'bytes 7-9/10', '789']);
    expect(await range(url, 'bytes=8-99')).toEqual([206, 'bytes 8-9/10', '89']);
    expect(await range(url, 'bytes=10-')).toEqual([416, null, '']);
    expect(await range(url, 'bytes=0-1,4-5')).toEqual([416, null, '']);
    expect(await range(url, 'lines=1-2')).toEqual([200, null, '0123456789']);
    const head = await fetch(url, { method: 'HEAD' });
    expect([head.status, head.headers.get('content-length'), head.headers.get('content-type')]).toEqual([
      200,
      '10',
      'text/plain;charset=UTF-8',
    ]);
  });

  test('needs the UUID of the URL: a storage id tells nothing', async () => {
    const id = await stored('secret');
    const answers = await Promise.all(
      [id, crypto.randomUUID()].map(async (name) =>
        (await fetch(`${fixture.deployment.url}/api/storage/${name}`)).json(),
      ),
    );
    expect(answers.map(({ code }) => code)).toEqual(['InvalidStoragePath', 'FileNotFound']);
  });
});

describe('ctx.storage', () => {
  test('stores and reads in actions', async () => {
    const made = await client.action(api.files.roundTrip, { text: 'from an action', type: 'text/plain' });
    expect(made).toMatchObject({ text: 'from an action', type: 'text/plain' });
    expect(made.viaMutation).toBe(made.url);
    expect(await (await fetch(made.url)).text()).toBe('from an action');
    expect((await client.query(api.files.describe, { id: made.id })).document.contentType).toBe('text/plain');
    const untyped = await client.action(api.files.roundTrip, { text: '', type: '', sha256: digest('', 'hex') });
    expect((await client.query(api.files.describe, { id: untyped.id })).document).toMatchObject({
      contentType: null,
      size: 0,
    });
    expect((await fetch(untyped.url)).status).toBe(200);
    await expect(client.action(api.files.roundTrip, { text: 'a', type: '', sha256: digest('b') })).rejects.toThrow(
      'Sha256 mismatch',
    );
  });

  test('stores and reads in HTTP actions', async () => {
    const { siteUrl } = fixture.deployment;
    const posted = await fetch(`${siteUrl}/photos`, {
      method: 'POST',
      body: new Blob([Uint8Array.of(1, 2, 3)], { type: 'image/png' }),
    });
    const { id } = (await posted.json()) as { id: string };
    const got = await fetch(`${siteUrl}/photos?id=${id}`);
    expect([got.headers.get('content-type'), new Uint8Array(await got.arrayBuffer())]).toEqual([
      'image/png',
      Uint8Array.of(1, 2, 3),
    ]);
  });

  test('refuses the same as Convex', async () => {
    await expect(client.mutation(api.files.storeInMutation, {})).rejects.toThrow(
      'ctx.storage.store() is not supported in queries and mutations yet.',
    );
    await expect(client.query(api.files.url, { id: 'nonsense' })).rejects.toThrow(
      'Invalid argument `storageId` for `storage.getUrl`: Invalid storage ID: "nonsense".',
    );
    const photo = (await client.mutation(api.files.attach, { file: await stored('x') })) as string;
    await expect(client.query(api.files.url, { id: photo })).rejects.toThrow(
      "Storage ID cannot be an ID on any table other than '_storage'",
    );
  });
});

describe('a deletion', () => {
  test('takes effect with the mutation, tells live queries, and frees the disk', async () => {
    const id = await stored('short-lived');
    const url = (await client.query(api.files.url, { id })) as string;
    const seen: (string | null)[] = [];
    fixture.live().onUpdate(api.files.url, { id }, (value: string | null) => seen.push(value));
    await until(
      () => seen.length,
      (length) => length === 1,
    );
    await expect(client.mutation(api.files.remove, { id, fail: true })).rejects.toThrow('changed my mind');
    expect(await (await fetch(url)).text()).toBe('short-lived');
    expect(await client.mutation(api.files.remove, { id })).toBeNull();
    expect((await fetch(url)).status).toBe(404);
    await until(
      () => seen,
      (values) => values.length === 2,
    );
    expect(seen).toEqual([url, null]);
    expect(filesOnDisk()).not.toContain(id);
    await expect(client.mutation(api.files.remove, { id })).rejects.toThrow(`storage id ${id} not found`);
    expect(await client.action(api.files.removeInAction, { id: await stored('again') })).toBe(true);
  });

  test('of files that a crash left behind happens at the next start', async () => {
    const id = await stored('kept');
    const url = (await client.query(api.files.url, { id })) as string;
    for (const name of ['incoming-1', id.replace(/.$/, (digit) => (digit === '0' ? '1' : '0'))])
      writeFileSync(join(fixture.dataDir, 'files', name), 'orphan');
    const before = filesOnDisk().length;
    await fixture.restart();
    client = fixture.http();
    expect(filesOnDisk()).toHaveLength(before - 2);
    const moved = (await client.query(api.files.url, { id })) as string;
    expect(new URL(moved).pathname).toBe(new URL(url).pathname);
    expect(await (await fetch(moved)).text()).toBe('kept');
  });
});
