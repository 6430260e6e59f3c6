/**
 * Non-interference on the wire: people who watch a profile over real sockets get no frame, not a byte, of an edit that
 * they may not see. Every query of the contract is watched, by every kind of caller.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type Deployment, type Issuer, startDeployment, startIssuer } from '@gigsy/local';
import {
  effectiveVisibility,
  maySee,
  profileRows,
  type SettingKey,
  settingKeys,
  type SharedAudience,
  visibilities,
  type Visibility,
  rowOf,
} from '@gigsy/schema';
import { createGigsyServer } from '@gigsy/sdk/server';
import { ConvexClient, ConvexHttpClient } from 'convex/browser';
import { makeFunctionReference } from 'convex/server';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import WebSocket from 'ws';
import { edits } from './profile-edits.ts';
import { queries, sets, watchedSets } from './watched-queries.ts';

const functionsDir = path.resolve(import.meta.dirname, '../../convex');
const mutation = (name: string) => makeFunctionReference<'mutation'>(name);
const query = (name: string) => makeFunctionReference<'query'>(name);

let dataDir: string;
let issuer: Issuer;
let deployment: Deployment;
let partner: string;
/** The member's lease on Ada's profile. */
let lease: string;
let watchers: { audience: SharedAudience; kind: string; watcher: Watcher }[];
const owners = new Map<string, ConvexHttpClient>();
let count = 0;

beforeAll(async () => {
  dataDir = mkdtempSync(path.join(tmpdir(), 'gigsy-frames-'));
  issuer = await startIssuer({
    dataDir,
    port: 0,
    people: ['ada', 'beacon', 'viewer', 'root'].map((name) => ({ subject: `demo_${name}`, name })),
    allowedOrigins: [],
  });
  const { privateKey } = await crypto.subtle.generateKey({ name: 'ECDSA', namedCurve: 'P-256' }, true, [
    'sign',
    'verify',
  ]);
  const signing = JSON.stringify({ keys: [{ ...(await crypto.subtle.exportKey('jwk', privateKey)), kid: 'test' }] });
  deployment = await startDeployment({
    functionsDir,
    dataDir,
    env: { CLERK_JWT_ISSUER_DOMAIN: issuer.url, EMBED_SIGNING_KEYS: signing },
    log: () => undefined,
  });
  for (const handle of ['ada', 'beacon', 'viewer']) {
    const client = new ConvexHttpClient(deployment.url);
    client.setAuth(await issuer.token(`demo_${handle}`));
    owners.set(handle, client);
    await write(handle, 'profile:create', { handle, role: 'student', sections: { identity: { displayName: handle } } });
  }
  await deployment.run('profile/accounts:grantRole', { subject: 'demo_root', role: 'admin' });
  // Members are sent by `profile.get` what a lease would open, so that each kind of watcher has such frames.
  for (const cohort of ['staff', 'pilot', 'early', 'rest'])
    await deployment.run('privacy/leases:setCohort', { cohort, required: false });
  await edit('ada', { identity: { pronouns: 'she/her' } });
  lease = await leased();
  watchers = await startWatchers();
}, 60_000);

afterAll(async () => {
  for (const { watcher } of watchers ?? []) await watcher.close();
  await deployment?.close();
  await issuer?.close();
  rmSync(dataDir, { recursive: true, force: true });
});

async function leased(): Promise<string> {
  const asked = { handle: 'ada', purpose: 'hiring', idempotencyKey: unique() };
  const opened = await owners.get('viewer')!.mutation(mutation('privacy/access:open'), asked);
  return (opened as { lease: string }).lease;
}

async function startWatchers(): Promise<typeof watchers> {
  const root = new ConvexHttpClient(deployment.url);
  root.setAuth(await issuer.token('demo_root'));
  partner = (
    (await root.mutation(mutation('operations/partners:create'), {
      name: 'Northfield',
      origins: ['https://careers.example'],
      idempotencyKey: unique(),
    })) as { partner: string }
  ).partner;
  const { secret } = (await root.mutation(mutation('operations/keys:issue'), {
    partner,
    kind: 'secret',
    idempotencyKey: unique(),
  })) as { secret: string };
  const server = createGigsyServer({ api: deployment.siteUrl, secretKey: secret });
  const { code } = await server.links.offer({ user: 'u-viewer' });
  await write('viewer', 'operations/links:create', { code });
  const [organisation, named] = [
    (await server.sessions.mint({ viewer: 'organisation' })).token,
    (await server.sessions.mint({ viewer: { user: 'u-viewer' }, handles: ['ada'] })).token,
  ];
  const kinds: [SharedAudience, string, string | null][] = [
    ['public', 'anonymous', null],
    ['public', 'organisation', organisation],
    ['platform', 'member', await issuer.token('demo_viewer')],
    ['platform', 'named viewer', named],
    ['platform', 'administrator', await issuer.token('demo_root')],
  ];
  return Promise.all(
    kinds.map(async ([audience, kind, token]) => ({ audience, kind, watcher: await Watcher.start(token) })),
  );
}

/** A socket that keeps the frames that it receives. */
function listening(frames: string[]): never {
  return class extends WebSocket {
    constructor(address: string) {
      super(address);
      this.on('message', (data) => frames.push(String(data)));
    }
  } as never;
}

/** A client with every query of the contract in watch, and the beacon; keeps the received frames. */
class Watcher {
  readonly frames: string[] = [];
  beacon: string | undefined;
  readonly #client: ConvexClient;
  #asked = 0;
  #answered = 0;

  constructor(token: string | null) {
    const { frames } = this;
    this.#client = new ConvexClient(deployment.url, { webSocketConstructor: listening(frames) });
    if (token) this.#client.setAuth(async () => token);
    const heard = () => {
      this.#answered += 1;
    };
    for (const { path: name, name: key } of queries) {
      for (const args of watchedSets(key, { partner, lease })) {
        this.#asked += 1;
        this.#client.onUpdate(query(name), args, heard, heard);
      }
    }
    this.#client.onUpdate(query('profile:get'), { handle: 'beacon' }, (view) => {
      this.beacon = (view as { identity: { displayName: string } }).identity.displayName;
    });
  }

  static async start(token: string | null): Promise<Watcher> {
    const watcher = new Watcher(token);
    await vi.waitFor(
      () => expect([watcher.#answered >= watcher.#asked, watcher.beacon !== undefined]).toEqual([true, true]),
      { timeout: 10_000 },
    );
    return watcher;
  }

  close(): Promise<void> {
    return this.#client.close();
  }
}

function unique(): string {
  count += 1;
  return `frames-${count}-key`;
}

async function write(handle: string, name: string, args: Record<string, unknown>): Promise<void> {
  await owners.get(handle)!.mutation(mutation(name), { ...args, idempotencyKey: unique() });
}

async function edit(handle: string, changes: Record<string, unknown>): Promise<void> {
  const { versions } = (await owners.get(handle)!.query(query('profile:mine'), {})) as {
    versions: Record<string, number>;
  };
  await write(handle, 'profile:update', {
    changes,
    expected: Object.fromEntries(Object.keys(changes).map((name) => [name, versions[name]])),
  });
}

async function choose(changes: Partial<Record<SettingKey, Visibility>>): Promise<void> {
  const { version } = (await owners.get('ada')!.query(query('privacy:get'), {})) as { version: number };
  await write('ada', 'privacy:update', { changes, expected: version });
}

/**
 * The frames of each watcher while `work` ran. The beacon lights up after it, and earlier frames have arrived when the
 * beacon is seen: one socket keeps the order.
 */
async function framesDuring(work: () => Promise<void>): Promise<string[][]> {
  const starts = await settled();
  await work();
  await settled();
  return watchers.map(({ watcher: { frames } }, index) =>
    frames.slice(starts[index]).filter((frame) => (JSON.parse(frame) as { type: string }).type !== 'Ping'),
  );
}

async function settled(): Promise<number[]> {
  const mark = `Beacon ${unique()}`;
  await edit('beacon', { identity: { displayName: mark } });
  await expect
    .poll(() => watchers.map(({ watcher }) => watcher.beacon), { interval: 5, timeout: 10_000 })
    .toEqual(watchers.map(() => mark));
  return watchers.map(({ watcher }) => watcher.frames.length);
}

test('every other query is watched, and every field of a profile with a setting has an edit', () => {
  const names = queries.map(({ name }) => name);
  expect(Object.keys(sets).filter((name) => !names.includes(name))).toEqual([]);
  for (const name of names) expect(watchedSets(name, { partner, lease }).length, name).toBeGreaterThan(0);
  expect(Object.keys(edits).sort()).toEqual(
    settingKeys.filter((key) => profileRows.has(key) && key !== 'profile' && key !== 'identity.avatarUrl').sort(),
  );
});

/** The choice that keeps a field's section from hiding it. */
function sectionOpened(setting: SettingKey): Partial<Record<SettingKey, Visibility>> {
  const section = settingKeys.find((key) => setting.startsWith(`${key}.`));
  return section ? { [section]: 'public' } : {};
}

const SETTINGS = Object.keys(edits) as (keyof typeof edits)[];

/** A setting, what is chosen for it and for the whole profile, and the number of edits. */
type Example = [setting: keyof typeof edits, wished: Visibility, profile: Visibility, length: number];

test('over random settings: an edit that the viewer may not see sends no frame, one that they may see sends one', async () => {
  const seed = Math.floor(Math.random() * 2 ** 31);
  process.stdout.write(`live frames: seed ${seed}\n`);
  const seen = { hidden: 0, shown: 0 };
  const hidden = SETTINGS.map((setting): Example => [setting, 'owner', 'public', 1]);
  const shown = (['identity.headline', 'about', 'skills'] as const).map((setting): Example => [
    setting,
    'public',
    'public',
    1,
  ]);
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...SETTINGS),
      fc.constantFrom(...visibilities),
      fc.constantFrom<Visibility>('public', 'public', 'platform', 'owner'),
      fc.integer({ min: 1, max: 2 }),
      async (setting, wished, profile, length) => {
        const visibility =
          visibilities[Math.max(visibilities.indexOf(wished), visibilities.indexOf(rowOf(setting).widest))]!;
        await edit('ada', edits[setting](`m${unique().replace(/\D/g, '')}`));
        const chosen = {
          profile,
          ...sectionOpened(setting),
          [setting]: visibility,
        };
        await choose(chosen);
        // As many edits as `length`, one after the other: several frames for several edits would tell how many there were.
        const frames = await framesDuring(async () => {
          for (let made = 0; made < length; made += 1)
            await edit('ada', edits[setting](`m${unique().replace(/\D/g, '')}`));
        });
        for (const [index, { audience, kind }] of watchers.entries()) {
          const visible = maySee(audience, effectiveVisibility(setting, 'student', chosen));
          seen[visible ? 'shown' : 'hidden'] += 1;
          // The beacon's own frame is always the last.
          const others = frames[index]!.slice(0, -1);
          if (visible) expect([setting, kind, others.length]).not.toEqual([setting, kind, 0]);
          else expect([setting, kind, others]).toEqual([setting, kind, []]);
          if (!visible) expect(frames[index]!.join()).not.toContain('ada');
        }
      },
    ),
    // Each field hidden by its own setting, some shown, then by chance; as many as Ada's limit of edits in a minute allows.
    { examples: [...hidden, ...shown], numRuns: 35, seed },
  );
  expect(Math.min(seen.hidden, seen.shown)).toBeGreaterThan(10);
}, 120_000);

test('a hidden picture comes and goes without a frame', async () => {
  await choose({ profile: 'public', 'identity.avatarUrl': 'owner' });
  const frames = await framesDuring(async () => {
    await edit('ada', { identity: { avatarUrl: 'https://10.0.0.1/a.png' } });
    await expect
      .poll(
        async () =>
          ((await owners.get('ada')!.query(query('profile:mine'), {})) as { photo?: { state: string } }).photo?.state,
      )
      .toBe('failed');
    await edit('ada', { identity: { avatarUrl: null } });
  });
  expect(frames.map((received) => received.length)).toEqual(watchers.map(() => 1));
});

test('a member who is named is sent what is restricted, nothing of what is hidden, and no frame more once the grant has ended', async () => {
  const about = async () =>
    ((await owners.get('viewer')!.query(query('profile:get'), { handle: 'ada' })) as { about?: { text: string } })
      .about;
  const named = (frames: string[][]) => watchers.map(({ kind }, index) => [kind, frames[index]!.length - 1]);
  const frameFor = (kind: string) => watchers.map((one) => [one.kind, one.kind === kind ? 1 : 0]);
  await choose({ profile: 'public', about: 'restricted', 'contact.email': 'owner' });
  await edit('ada', { about: { text: 'For friends' } });
  const given = await framesDuring(async () => {
    await write('ada', 'privacy/grants:add', { to: { person: 'viewer' }, keys: ['about'] });
    await expect.poll(about).toEqual({ text: 'For friends' });
  });
  expect(named(given)).toEqual(frameFor('member'));
  expect(named(await framesDuring(() => edit('ada', { about: { text: 'For good friends' } })))).toEqual(
    frameFor('member'),
  );
  expect(named(await framesDuring(() => edit('ada', { contact: { email: 'new@example.org' } })))).toEqual(
    frameFor('none'),
  );
  const [{ grant }] = (await owners.get('ada')!.query(query('privacy/grants:list'), {})) as [{ grant: string }];
  const ended = await framesDuring(() => write('ada', 'privacy/grants:remove', { grant }));
  expect(named(ended)).toEqual(frameFor('member'));
  expect(ended.join()).not.toContain('friends');
  expect(named(await framesDuring(() => edit('ada', { about: { text: 'For nobody' } })))).toEqual(frameFor('none'));
});

test('an edit of a section does not wake watchers of other sections of the profile', async () => {
  await choose({ profile: 'public', about: 'public', skills: 'public' });
  const frames: string[] = [];
  const client = new ConvexClient(deployment.url, { webSocketConstructor: listening(frames) });
  const answers: unknown[] = [];
  client.onUpdate(query('profile:get'), { handle: 'ada', sections: ['skills'] }, (view) => answers.push(view));
  try {
    await expect.poll(() => answers.length).toBe(1);
    const before = frames.length;
    await edit('ada', { about: { text: `Words ${unique()}` } });
    await edit('ada', { skills: [{ id: 'one', name: 'Splices' }] });
    await expect.poll(() => answers.length).toBe(2);
    expect(answers[1]).toEqual({ handle: 'ada', role: 'student', skills: [{ id: 'one', name: 'Splices' }] });
    const changes = frames.slice(before).filter((frame) => (JSON.parse(frame) as { type: string }).type !== 'Ping');
    expect(changes).toHaveLength(1);
    expect(changes.join()).not.toContain('Words');
  } finally {
    await client.close();
  }
});
