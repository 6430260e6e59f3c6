/** Pictures that people upload: checked and freed of metadata before they are stored, shown as every picture is. */
import { MAX_PHOTO_BYTES, UPLOAD_MS, isPublicEvent } from '@gigsy/schema';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { api, internal } from '../../convex/_generated/api.js';
import { deployment, key, person, pictures, refusalOf, type Caller, type Deployment } from './deployment.ts';
import { withoutLeases } from './leased.ts';
import { png } from './png.ts';

const SECRET = 'Home: 52.5200 N, 13.4050 E';
let d: Deployment;
let ada: Caller;
beforeEach(async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'] });
  pictures.clear();
  d = deployment();
  await withoutLeases(d);
  ada = await person(d, 'ada');
});
afterEach(() => {
  vi.useRealTimers();
});

/** The picture with a text chunk that tells where it was made. */
function telling(width = 8): Uint8Array<ArrayBuffer> {
  const text = new TextEncoder().encode(SECRET);
  const head = png(width, width);
  const bytes = new Uint8Array(head.length + 12 + text.length);
  bytes.set(head);
  new DataView(bytes.buffer).setUint32(head.length, text.length);
  bytes.set(new TextEncoder().encode('tEXt'), head.length + 4);
  bytes.set(text, head.length + 8);
  return bytes;
}

const begin = (caller = ada) => caller.mutation(api.profile.photos.begin, { idempotencyKey: key() });
const finish = (storageId: string, caller = ada) =>
  caller.mutation(api.profile.photos.finish, { storageId, idempotencyKey: key() });
const remove = () => ada.mutation(api.profile.photos.remove, { idempotencyKey: key() });
const send = (address: string, body: BodyInit, method = 'POST') =>
  d.t.fetch(new URL(address).pathname, { method, body, headers: { Origin: 'https://app.example' } });
const files = () => d.t.run(async (ctx) => ctx.db.system.query('_storage').collect());

async function sent(bytes: Uint8Array<ArrayBuffer>, caller = ada): Promise<string> {
  const response = await send((await begin(caller)).address, bytes);
  expect(response.status).toBe(200);
  return ((await response.json()) as { storageId: string }).storageId;
}

const shownTo = async (caller: Caller) => (await caller.query(api.profile.get, { handle: 'ada' }))?.identity?.avatarUrl;
const bytesAt = async (address: string | undefined) => {
  const response = await d.t.fetch(new URL(address!).pathname);
  return response.status === 200 ? new Uint8Array(await response.arrayBuffer()) : response.status;
};

test('an uploaded picture raises the strength as its tip promises, and a removal takes that back', async () => {
  const strength = async () => (await ada.query(api.profile.strength, {}))!;
  const { score, actions } = await strength();
  const { gain } = actions.find((action) => action.key === 'photo.added')!;
  await finish(await sent(telling()));
  expect(await strength()).toMatchObject({ score: score + gain });
  await ada.mutation(api.profile.update, {
    changes: { identity: { headline: 'Measures bridges that hold in any weather' } },
    expected: { identity: 1 },
    idempotencyKey: key(),
  });
  expect((await strength()).actions.map((action) => action.key)).not.toContain('photo.added');
  const whole = (await strength()).score;
  await remove();
  expect((await strength()).score).toBe(whole - gain);
});

test('an uploaded picture is shown to everybody who may see it, without its metadata', async () => {
  const { photo, versions } = await finish(await sent(telling()));
  expect(photo).toEqual({ state: 'stored', address: expect.stringContaining('/v1/photos/owner/') });
  expect(versions.identity).toBe(1);
  const eve = await person(d, 'eve');
  const addresses = [await shownTo(d.t as never), await shownTo(eve), await shownTo(ada)];
  expect(new Set(addresses).size).toBe(3);
  for (const address of addresses) expect(await bytesAt(address)).toEqual(png(8, 8));
  expect(photo!.address).toBe(addresses[2]);
  expect((await ada.query(api.profile.mine, {}))!.photo).toEqual(photo);
});

test('a fetched picture loses its metadata too', async () => {
  pictures.set('https://pictures.example/p', { bytes: telling() });
  await person(d, 'ben', { sections: { identity: { displayName: 'Ben', avatarUrl: 'https://pictures.example/p' } } });
  await vi.advanceTimersByTimeAsync(0);
  await d.t.finishInProgressScheduledFunctions();
  const view = await d.t.query(api.profile.get, { handle: 'ben' });
  expect(await bytesAt(view!.identity!.avatarUrl)).toEqual(png(8, 8));
});

describe('an upload is refused', () => {
  const [small, large] = [new Uint8Array(20), new Uint8Array(MAX_PHOTO_BYTES + 1)];
  large.set(png(8, 8));
  const svg = new TextEncoder().encode('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>');
  const broken = telling().slice(0, -4);

  test.each<[string, Uint8Array<ArrayBuffer>, string, number]>([
    ['that is nothing', small, 'invalid_argument', 400],
    ['that is empty', new Uint8Array(), 'invalid_argument', 400],
    ['that can run code', svg, 'invalid_argument', 400],
    ['that is broken, so that metadata could be anywhere', broken, 'invalid_argument', 400],
    ['over 2 MiB', large, 'too_large', 413],
    ['with too many pixels', png(4_097, 8), 'too_large', 413],
  ])('%s', async (_, bytes, code, status) => {
    const response = await send((await begin()).address, bytes);
    expect([response.status, ((await response.json()) as { code: string }).code]).toEqual([status, code]);
    expect(await files()).toEqual([]);
  });

  test('at an address that nobody gave out, that has its picture, or that is over, all alike', async () => {
    const { address } = await begin();
    const unknown = await send(`${address.slice(0, -32)}${'0'.repeat(32)}`, png(8, 8));
    const malformed = await send(`${address}0`, png(8, 8));
    expect((await send(address, png(8, 8))).status).toBe(200);
    const used = await send(address, png(9, 9));
    const late = (await begin()).address;
    vi.setSystemTime(Date.now() + UPLOAD_MS + 1);
    const over = await send(late, png(8, 8));
    const answers = await Promise.all(
      [unknown, malformed, used, over].map(async (response) => [response.status, await response.text()]),
    );
    expect(answers[0]![0]).toBe(404);
    for (const answer of answers) expect(answer).toEqual(answers[0]);
    expect(await files()).toHaveLength(1);
  });

  test('by every method but POST, and any page may ask by which', async () => {
    const { address } = await begin();
    for (const method of ['GET', 'PUT', 'PATCH', 'DELETE']) {
      const response = await d.t.fetch(new URL(address).pathname, { method });
      expect([method, response.status, response.headers.get('Allow')]).toEqual([method, 405, 'POST, OPTIONS']);
    }
    const preflight = await d.t.fetch(new URL(address).pathname, { method: 'OPTIONS' });
    expect(preflight.headers.get('Access-Control-Allow-Methods')).toBe('POST, OPTIONS');
  });
});

describe('finishing', () => {
  test('takes only an upload of one’s own, and only once', async () => {
    const eve = await person(d, 'eve');
    const storageId = await sent(png(8, 8), eve);
    expect((await refusalOf(finish(storageId))).code).toBe('not_found');
    const { photo } = await finish(storageId, eve);
    expect((await refusalOf(finish(storageId, eve))).code).toBe('not_found');
    // The file of somebody's picture cannot be had by its id.
    expect((await refusalOf(finish(storageId))).code).toBe('not_found');
    expect(await bytesAt(photo!.address)).toEqual(png(8, 8));
  });

  test('puts the picture in place of another, whose file goes', async () => {
    const first = await finish(await sent(png(8, 8)));
    const second = await finish(await sent(png(9, 9)));
    expect(await bytesAt(first.photo!.address)).toBe(404);
    expect(await bytesAt(second.photo!.address)).toEqual(png(9, 9));
    expect(await files()).toHaveLength(1);
  });

  test('takes the address of a picture out of the profile, with a new version', async () => {
    const changes = { identity: { avatarUrl: 'https://pictures.example/p' } };
    await ada.mutation(api.profile.update, { changes, expected: { identity: 1 }, idempotencyKey: key() });
    const { versions } = await finish(await sent(png(8, 8)));
    const mine = (await ada.query(api.profile.mine, {}))!;
    expect([versions.identity, mine.versions.identity, mine.sections.identity.avatarUrl]).toEqual([3, 3, undefined]);
    await vi.advanceTimersByTimeAsync(0);
    await d.t.finishInProgressScheduledFunctions();
    expect(await bytesAt((await ada.query(api.profile.mine, {}))!.photo!.address)).toEqual(png(8, 8));
  });

  test('tells those who listen that the identity changed, once', async () => {
    await finish(await sent(png(8, 8)));
    await remove();
    const events = (await d.t.run((ctx) => ctx.db.query('events').collect())).filter(
      ({ type }) => !isPublicEvent(type),
    );
    expect(events.map(({ type, data }) => [type, data])).toEqual([
      ['profile.created', {}],
      ['profile.updated', { sections: ['identity'] }],
      ['profile.updated', { sections: ['identity'] }],
    ]);
  });
});

test('a picture outlives edits of the words, and goes when its owner removes it', async () => {
  const { photo } = await finish(await sent(png(8, 8)));
  const changes = { identity: { headline: 'Else' } };
  await ada.mutation(api.profile.update, { changes, expected: { identity: 1 }, idempotencyKey: key() });
  expect(await bytesAt(photo!.address)).toEqual(png(8, 8));
  expect(await remove()).toMatchObject({ photo: null });
  expect([await bytesAt(photo!.address), await files(), await shownTo(ada)]).toEqual([404, [], undefined]);
});

test('a picture that a viewer may not see changes nothing that the viewer can obtain', async () => {
  const choose = async (to: 'owner' | null) => {
    const { version } = (await ada.query(api.privacy.get, {}))!;
    await ada.mutation(api.privacy.update, {
      changes: { profile: to } as never,
      expected: version,
      idempotencyKey: key(),
    });
  };
  const eve = await person(d, 'eve');
  await choose('owner');
  const seen = async () => {
    const answer = await d.t.fetch('/v1/profiles/ada');
    return [await shownTo(eve), answer.status, [...answer.headers], await answer.text()];
  };
  const before = await seen();
  await finish(await sent(png(8, 8)));
  expect(await seen()).toEqual(before);
  expect(await d.t.run((ctx) => ctx.db.query('profileViews').collect())).toHaveLength(2);
});

test('uploads that nobody finishes are deleted with their files after an hour', async () => {
  await sent(png(8, 8));
  await begin();
  const later = async (ms: number) => {
    vi.setSystemTime(Date.now() + ms);
    await d.t.mutation(internal.profile.photos.expireUploads, {});
    return [(await files()).length, (await d.t.run((ctx) => ctx.db.query('profileUploads').collect())).length];
  };
  expect(await later(UPLOAD_MS - 60_000)).toEqual([1, 2]);
  expect(await later(120_000)).toEqual([0, 0]);
});
