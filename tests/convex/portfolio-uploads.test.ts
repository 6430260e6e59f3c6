/** Uploads of files in parts: taken in any order and as often as they come, checked once all are there, gone when nobody uses them. */
import { FILE_UPLOAD_MS, MAX_FILE_BYTES, MAX_FILE_UPLOADS, PART_BYTES } from '@gigsy/schema';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { api, internal } from '../../convex/_generated/api.js';
import { deployment, key, person, refusalOf, type Caller, type Deployment } from './deployment.ts';
import { type Bytes, bytes, jpeg, pdfOf, pngOf, refused } from './files.ts';
import { withoutLaterWork } from './later-work.ts';
import { withoutLeases } from './leased.ts';
import { digestOf, filesHeld as filesHeldBy, pathOf, put as putPart } from './uploaded.ts';

let d: Deployment;
let ada: Caller;
beforeEach(async () => {
  vi.useFakeTimers({ toFake: ['Date'] });
  // Consumers of the log must not run while a file is stored.
  withoutLaterWork();
  d = deployment();
  await withoutLeases(d);
  ada = await person(d, 'ada');
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

const begin = (size: number, caller = ada) =>
  caller.mutation(api.portfolio.uploads.begin, { size, idempotencyKey: key() });
const state = (upload: string, caller = ada) => caller.query(api.portfolio.uploads.state, { upload });
const cancel = (upload: string, caller = ada) =>
  caller.mutation(api.portfolio.uploads.cancel, { upload, idempotencyKey: key() });
const put = (...given: Parameters<typeof putPart> extends [unknown, ...infer Rest] ? Rest : never) =>
  putPart(d, ...given);
const finish = async (address: string) => {
  const response = await d.t.fetch(pathOf(address), { method: 'POST' });
  return [response.status, (await response.json()) as Record<string, unknown>] as const;
};
const filesHeld = () => filesHeldBy(d);
const partOf = (file: Bytes, number: number) => file.slice(number * PART_BYTES, (number + 1) * PART_BYTES);

/** A PDF of three parts, the last one short. */
const long = pdfOf({ objects: [`(${'x'.repeat(2 * PART_BYTES)})`] });

describe('parts', () => {
  test('come in any order and more than once, and the file is whole', async () => {
    const { upload, address, parts, partBytes } = await begin(long.length);
    expect([parts, partBytes]).toEqual([3, PART_BYTES]);
    for (const number of [2, 0, 2]) expect((await put(address, number, partOf(long, number))).status).toBe(204);
    expect(await state(upload)).toMatchObject({ state: 'receiving', received: [0, 2] });
    expect(await finish(address)).toMatchObject([409, { code: 'not_ready', fields: [{ path: 'parts.1' }] }]);
    expect((await put(address, 1, partOf(long, 1))).status).toBe(204);
    const stored = { file: upload, type: 'application/pdf', size: long.length };
    expect(await finish(address)).toEqual([200, stored]);
    expect(await finish(address)).toEqual([200, stored]);
    expect(await state(upload)).toMatchObject({ state: 'stored', received: [], stored });
    expect(await filesHeld()).toBe(1);
    expect((await put(address, 0, partOf(long, 0))).status).toBe(404);
  });

  test.each<[string, number | string, (file: Bytes) => Bytes, string | undefined]>([
    ['of another size', 0, (file) => file.slice(1), undefined],
    ['with a number that there is not', 1, (file) => file, undefined],
    ['with the digest of others', 0, (file) => file, digestOf(bytes('x'))],
    ['without a digest', 0, (file) => file, ''],
    ['with another kind of digest', 0, (file) => file, 'md5=:AAAAAAAAAAAAAAAAAAAAAA==:'],
  ])('%s are refused, and nothing is stored', async (_, number, change, digest) => {
    const { address } = await begin(jpeg.length);
    const response = await put(address, number, change(jpeg), digest);
    expect([response.status, ((await response.json()) as { code: string }).code]).toEqual([400, 'invalid_argument']);
    expect(await filesHeld()).toBe(0);
  });

  test('do not replace one another', async () => {
    const { address } = await begin(jpeg.length);
    await put(address, 0, jpeg);
    expect((await put(address, 0, new Uint8Array(jpeg.length))).status).toBe(400);
    expect(await finish(address)).toMatchObject([200, { type: 'image/jpeg' }]);
  });

  test('find one answer wherever nobody waits', async () => {
    const { address, upload } = await begin(jpeg.length);
    const unknown = address.replace(/.{32}$/, '0'.repeat(32));
    await cancel(upload);
    const late = await begin(jpeg.length);
    vi.setSystemTime(Date.now() + FILE_UPLOAD_MS + 1);
    const answers = await Promise.all(
      [address, unknown, `${address}0`, late.address].map(async (each) => (await put(each, 0, jpeg)).text()),
    );
    expect(new Set(answers).size).toBe(1);
    expect(await filesHeld()).toBe(0);
  });
});

describe('a file', () => {
  test('is what its bytes are, without its metadata', async () => {
    const telling = bytes(jpeg.subarray(0, 20), '\xff\xfe\0\x0bSecret 52', jpeg.subarray(20));
    const { address, upload } = await begin(telling.length);
    await put(address, 0, telling);
    expect(await finish(address)).toEqual([
      200,
      { file: upload, type: 'image/jpeg', size: jpeg.length, width: 3, height: 2 },
    ]);
    const held = await d.t.run(async (ctx) => {
      const [file] = await ctx.db.system.query('_storage').collect();
      return (await ctx.storage.get(file!._id))!.arrayBuffer();
    });
    expect(new Uint8Array(held)).toEqual(jpeg);
  });

  test.each(refused.filter(([, file]) => file.length < 5_000))(
    'that is %s is refused for good',
    async (_, file, fault) => {
      const { address, upload } = await begin(file.length);
      await put(address, 0, file);
      const code = fault === 'too_large' ? 'too_large' : 'invalid_argument';
      expect(await finish(address)).toMatchObject([code === 'too_large' ? 413 : 400, { code, fault }]);
      expect(await finish(address)).toMatchObject([code === 'too_large' ? 413 : 400, { code, fault }]);
      expect(await state(upload)).toMatchObject({ state: 'refused', fault });
      expect(await filesHeld()).toBe(0);
    },
  );

  test('is announced with its size, within the limits', async () => {
    for (const size of [0, -1, 1.5, MAX_FILE_BYTES + 1, Number.NaN, '9'])
      expect((await refusalOf(begin(size as number))).fields).toMatchObject([{ path: 'size' }]);
  });
});

test('an upload belongs to the person who began it', async () => {
  const eve = await person(d, 'eve');
  const { upload } = await begin(9);
  expect(await state(upload, eve)).toBeNull();
  expect((await refusalOf(cancel(upload, eve))).code).toBe('not_found');
  expect(await state(upload)).toMatchObject({ state: 'receiving' });
});

test('a person has twenty uploads under way at most, and a cancelled one makes room', async () => {
  const uploads = [];
  for (let count = 0; count < MAX_FILE_UPLOADS; count += 1) uploads.push(await begin(9));
  expect((await refusalOf(begin(9))).code).toBe('too_large');
  await cancel(uploads[0]!.upload);
  await begin(9);
  expect((await refusalOf(begin(9))).code).toBe('too_large');
  // Refused files make room by themselves.
  await put(uploads[1]!.address, 0, new Uint8Array(9));
  await finish(uploads[1]!.address);
  await begin(9);
});

test('uploads that nobody uses are deleted after a day, with all that they brought', async () => {
  const whole = await begin(jpeg.length);
  await put(whole.address, 0, jpeg);
  await finish(whole.address);
  const half = await begin(long.length);
  await put(half.address, 1, partOf(long, 1));
  const later = async (ms: number) => {
    vi.setSystemTime(Date.now() + ms);
    await d.t.mutation(internal.portfolio.uploads.expireUploads, {});
    return [await filesHeld(), (await d.t.run((ctx) => ctx.db.query('portfolioUploads').collect())).length];
  };
  expect(await later(FILE_UPLOAD_MS - 60_000)).toEqual([2, 2]);
  expect(await later(120_000)).toEqual([0, 0]);
});

test('two senders that finish at once store the file once', async () => {
  const file = pngOf();
  const { address } = await begin(file.length);
  await put(address, 0, file);
  const { token } = { token: address.slice(-32) };
  const [first, second] = await d.t.run(async (ctx) =>
    Promise.all([ctx.storage.store(new Blob([file])), ctx.storage.store(new Blob([file]))]),
  );
  const outcome = (id: typeof first) => ({
    file: { id, type: 'image/png', hash: 'x', size: file.length, width: 4, height: 4 } as const,
  });
  await d.t.mutation(internal.portfolio.uploads.settle, { token, outcome: outcome(first) });
  await d.t.mutation(internal.portfolio.uploads.settle, { token, outcome: outcome(second) });
  expect(await filesHeld()).toBe(1);
});

test('any page may send, by PUT and POST alone', async () => {
  const { address } = await begin(9);
  const preflight = await d.t.fetch(pathOf(address), { method: 'OPTIONS' });
  expect(preflight.headers.get('Access-Control-Allow-Methods')).toBe('PUT, POST, OPTIONS');
  expect(preflight.headers.get('Access-Control-Allow-Headers')).toContain('Content-Digest');
  for (const method of ['GET', 'PATCH', 'DELETE'])
    expect((await d.t.fetch(pathOf(address), { method })).status).toBe(405);
});
