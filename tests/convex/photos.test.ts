/**
 * The picture of a profile: fetched once, stored, and shown to each audience at an address of the deployment's own, for
 * as long as that audience may see it. tests/local/photos.test.ts fetches for real.
 */
import type { PhotoFault } from '@gigsy/schema';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { api, internal } from '../../convex/_generated/api.js';
import { SITE, deployment, key, person, pictures, type Caller, type Deployment } from './deployment.ts';
import { withoutLeases } from './leased.ts';
import { png } from './png.ts';

const SOURCE = 'https://pictures.example/ada.png';
const OTHER = 'https://pictures.example/other.png';

const STORED = { state: 'stored', address: expect.stringContaining(`${SITE}/v1/photos/owner/`) as string };

let d: Deployment;
let ada: Caller;
beforeEach(async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'] });
  pictures.clear();
  pictures.set(SOURCE, { bytes: png(8, 8) });
  d = deployment();
  await withoutLeases(d);
});
afterEach(async () => {
  vi.useRealTimers();
});

/** Lets everything happen that is due within `ms`. */
async function pass(ms = 0): Promise<void> {
  await vi.advanceTimersByTimeAsync(ms);
  await d.t.finishInProgressScheduledFunctions();
  await vi.advanceTimersByTimeAsync(0);
  await d.t.finishInProgressScheduledFunctions();
}

async function withPhoto(source = SOURCE): Promise<void> {
  ada = await person(d, 'ada', { sections: { identity: { displayName: 'Ada', avatarUrl: source } } });
  await pass();
}

async function edit(identity: object): Promise<void> {
  const { versions } = (await ada.query(api.profile.mine, {}))!;
  await ada.mutation(api.profile.update, {
    changes: { identity },
    expected: { identity: versions.identity },
    idempotencyKey: key(),
  } as never);
}

async function choose(changes: object): Promise<void> {
  const { version } = (await ada.query(api.privacy.get, {}))!;
  await ada.mutation(api.privacy.update, { changes, expected: version, idempotencyKey: key() } as never);
}

async function shownTo(caller: Caller): Promise<string | undefined> {
  return (await caller.query(api.profile.get, { handle: 'ada' }))?.identity?.avatarUrl;
}

const anybody = () => d.t as unknown as Caller;
const member = () => person(d, 'viewer');
const answerAt = async (address: string | undefined) => d.t.fetch(new URL(address!).pathname);
const photoOf = async () => (await ada.query(api.profile.mine, {}))!.photo;
const filesHeld = () => d.t.run(async (ctx) => (await ctx.db.system.query('_storage').collect()).length);

test("views give the deployment's address and never the owner's", async () => {
  await withPhoto();
  const addresses = await Promise.all([anybody(), await member(), ada].map(shownTo));
  for (const address of addresses)
    expect(address).toMatch(new RegExp(`^${SITE}/v1/photos/(public|platform|owner)/[0-9a-f]{32}$`));
  expect(new Set(addresses).size).toBe(3);
  const everything = [...addresses, await (await d.t.fetch('/v1/profiles/ada')).text()].join();
  expect(everything).not.toContain('pictures.example');
  const mine = await ada.query(api.profile.mine, {});
  expect([mine!.sections.identity.avatarUrl, mine!.photo]).toEqual([SOURCE, STORED]);
});

test('each address answers with the picture, in a form that can run nothing', async () => {
  await withPhoto();
  for (const caller of [anybody(), await member(), ada]) {
    const response = await answerAt(await shownTo(caller));
    expect(response.status).toBe(200);
    expect(new Uint8Array(await response.arrayBuffer())).toEqual(png(8, 8));
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'content-type': 'image/png',
      'x-content-type-options': 'nosniff',
      'content-security-policy': "default-src 'none'; sandbox",
      'cross-origin-resource-policy': 'cross-origin',
      'cache-control': 'private, max-age=3600, immutable',
      'x-robots-tag': 'noindex',
    });
    const again = await d.t.fetch(new URL((await shownTo(caller))!).pathname, {
      headers: { 'If-None-Match': response.headers.get('etag')! },
    });
    expect(again.status).toBe(304);
  }
});

test('until it is fetched there is no picture, and its owner reads `waiting`', async () => {
  ada = await person(d, 'ada', { sections: { identity: { displayName: 'Ada', avatarUrl: SOURCE } } });
  expect(await photoOf()).toEqual({ state: 'waiting' });
  expect(await Promise.all([anybody(), ada].map(shownTo))).toEqual([undefined, undefined]);
  await pass();
  expect(await photoOf()).toEqual(STORED);
});

test('a viewer who may no longer see the picture no longer gets it at its address', async () => {
  await withPhoto();
  const viewer = await member();
  const [open, inside, own] = await Promise.all([anybody(), viewer, ada].map(shownTo));
  await choose({ 'identity.avatarUrl': 'platform' });
  expect(await shownTo(anybody())).toBeUndefined();
  expect([(await answerAt(open)).status, (await answerAt(inside)).status, (await answerAt(own)).status]).toEqual([
    404, 200, 200,
  ]);
  await choose({ profile: 'owner' });
  expect([(await answerAt(open)).status, (await answerAt(inside)).status, (await answerAt(own)).status]).toEqual([
    404, 404, 200,
  ]);
});

test.each(['suspended', 'deactivated'] as const)(
  'a %s account shows its picture to nobody, at no address, and again once it is restored',
  async (status) => {
    await withPhoto();
    const addresses = await Promise.all([anybody(), await member(), ada].map(shownTo));
    const statuses = () => Promise.all(addresses.map(async (address) => (await answerAt(address)).status));
    await d.t.mutation(internal.profile.accounts.setStatus, { subject: 'user_ada', status });
    expect(await statuses()).toEqual([404, 404, 404]);
    await d.t.mutation(internal.profile.accounts.setStatus, { subject: 'user_ada', status: 'active' });
    expect(await statuses()).toEqual([200, 200, 200]);
  },
);

test('every address without a picture has the same answer', async () => {
  await withPhoto();
  const hidden = await shownTo(anybody());
  await choose({ 'identity.avatarUrl': 'owner' });
  const answers = await Promise.all(
    [
      hidden,
      ...['public', 'platform', 'owner'].map((audience) => `${SITE}/v1/photos/${audience}/${'0'.repeat(32)}`),
      `${SITE}/v1/photos/`,
      `${SITE}/v1/photos/restricted/${'0'.repeat(32)}`,
      `${SITE}/v1/photos/public/%00`,
      `${SITE}/v1/photos/public/${'0'.repeat(32)}/x`,
      `${hidden!.replace('public', 'platform')}`,
    ].map(async (address) => {
      const response = await answerAt(address);
      return [response.status, [...response.headers], await response.text()];
    }),
  );
  for (const answer of answers) expect(answer).toEqual(answers[0]);
  expect(answers[0]![0]).toBe(404);
});

test('another address, or none, deletes the picture; a picture fetched for an old address is not kept', async () => {
  await withPhoto();
  const before = await shownTo(anybody());
  pictures.set(OTHER, { bytes: png(9, 9) });
  await edit({ avatarUrl: OTHER });
  expect([await filesHeld(), (await answerAt(before)).status, await shownTo(anybody())]).toEqual([0, 404, undefined]);
  await edit({ avatarUrl: SOURCE });
  await pass();
  expect([await filesHeld(), await photoOf()]).toEqual([1, STORED]);
  await edit({ avatarUrl: null });
  await pass();
  expect([await filesHeld(), await photoOf(), await shownTo(ada)]).toEqual([0, undefined, undefined]);
});

test.each<[PhotoFault, { fault: PhotoFault } | { bytes: Uint8Array<ArrayBuffer> }]>([
  ['address_not_allowed', { fault: 'address_not_allowed' }],
  ['too_large', { fault: 'too_large' }],
  ['too_large', { bytes: png(4097, 1) }],
  ['not_a_picture', { bytes: new TextEncoder().encode('<svg xmlns="http://www.w3.org/2000/svg"/>') }],
  ['not_a_picture', { bytes: new TextEncoder().encode('<!doctype html><script>alert(1)</script>') }],
  ['not_a_picture', { bytes: new Uint8Array() }],
])('an address that cannot be a picture is tried once, and its owner reads the reason: %s', async (fault, answer) => {
  pictures.set(SOURCE, answer);
  await withPhoto();
  expect([await photoOf(), await shownTo(anybody()), await filesHeld()]).toEqual([
    { state: 'failed', fault },
    undefined,
    0,
  ]);
});

test('an address that cannot be reached is tried three times', async () => {
  pictures.set(SOURCE, { fault: 'unreachable' });
  await withPhoto();
  expect(await photoOf()).toEqual({ state: 'waiting' });
  await pass(60_000);
  expect(await photoOf()).toEqual({ state: 'waiting' });
  await pass(600_000);
  expect(await photoOf()).toEqual({ state: 'failed', fault: 'unreachable' });
});

test('one that can be reached at the second try is shown', async () => {
  pictures.set(SOURCE, { fault: 'unreachable' });
  await withPhoto();
  pictures.set(SOURCE, { bytes: png(8, 8) });
  await pass(60_000);
  expect(await photoOf()).toEqual(STORED);
});

test('an account has only so many new addresses fetched in an hour', async () => {
  await withPhoto();
  for (let count = 0; count < 20; count += 1) await edit({ avatarUrl: count % 2 ? SOURCE : OTHER });
  expect(await photoOf()).toEqual({ state: 'failed', fault: 'rate_limited' });
  await pass();
  expect(await filesHeld()).toBe(0);
});

test('profiles from before have their pictures fetched by a walk through all of them', async () => {
  const owners = [];
  for (let index = 0; index < 25; index += 1) {
    owners.push(
      await person(d, `person-${index}`, { sections: { identity: { displayName: 'P', avatarUrl: SOURCE } } }),
    );
    await pass();
  }
  await d.t.run(async (ctx) => {
    for (const photo of await ctx.db.query('profilePhotos').collect()) await ctx.db.delete(photo._id);
    for (const view of await ctx.db.query('profileViews').collect()) {
      await ctx.db.patch(view._id, {
        body: { ...view.body, identity: { ...view.body.identity, avatarUrl: SOURCE } },
        etag: 'old',
      });
    }
  });
  await d.t.mutation(internal.profile.photos.collect, {});
  for (let round = 0; round < 4; round += 1) await pass();
  for (const [index, owner] of owners.entries())
    expect([index, (await owner.query(api.profile.mine, {}))!.photo]).toEqual([index, STORED]);
  const views = await d.t.run((ctx) => ctx.db.query('profileViews').collect());
  expect(
    views.filter(({ body, etag }) => etag === 'old' || !body.identity?.avatarUrl?.startsWith('/v1/photos/')),
  ).toEqual([]);
});

test("an address that a view from before kept of its owner's choosing stays behind", async () => {
  await withPhoto();
  await d.t.run(async (ctx) => {
    for (const view of await ctx.db.query('profileViews').collect()) {
      await ctx.db.patch(view._id, { body: { ...view.body, identity: { ...view.body.identity, avatarUrl: SOURCE } } });
    }
  });
  expect(await Promise.all([anybody(), await member()].map(shownTo))).toEqual([undefined, undefined]);
  expect(await (await d.t.fetch('/v1/profiles/ada')).text()).not.toContain('pictures.example');
});
