/**
 * One of two deployments that live the same life, but for the places that a viewer may not see: its owners, its viewers, and the
 * answers of every path as text.
 */
import type { SharedAudience } from '@gigsy/schema';
import { strFromU8, unzipSync } from 'fflate';
import type { SampleSubject } from '../../../packages/schema/src/contract/samples.ts';
import { functionSamples } from '../../../packages/schema/src/samples.ts';
import { type Answer, ORIGIN, RunningBackend, type RunningPartner } from '../running-backend.ts';
import { answerText, withoutChance } from './answer-text.ts';
import { edits } from '../profile-edits.ts';
import type { Place, Settings } from './differences.ts';
import type { FunctionPath, Path, Viewer } from './paths.ts';
import { Watcher } from './watcher.ts';

/** At most 30: as many leases as a member opens at once. */
export const OWNERS: readonly string[] = Array.from({ length: 24 }, (_, index) => `owner-${index}`);
/** They show that earlier frames have arrived. Several, since one person may edit 120 times a minute. */
const BEACONS = ['beacon-0', 'beacon-1', 'beacon-2', 'beacon-3'];

interface Versions {
  versions: Record<string, number>;
}

export class Twin {
  readonly #running: RunningBackend;
  readonly #leases = new Map<string, string>();
  /** Versions of the sections of each owner, and of their settings. */
  readonly #versions = new Map<string, Record<string, number>>();
  readonly #settings = new Map<string, number>();
  readonly #sessions = new Map<Viewer, string>();
  #partner!: RunningPartner;
  #spent!: string;
  #watchers!: Record<SharedAudience, Watcher>;
  #fresh = 0;
  #beacons = 0;

  private constructor(running: RunningBackend) {
    this.#running = running;
  }

  static async start(): Promise<Twin> {
    const twin = new Twin(await RunningBackend.start({ GIGSY_CDN_URL: 'https://cdn.example.test' }));
    await twin.#enterViewers();
    for (const owner of OWNERS) await twin.#enterOwner(owner);
    for (const beacon of BEACONS) await twin.#person(beacon);
    await twin.renewSessions();
    await twin.#watch();
    return twin;
  }

  async close(): Promise<void> {
    for (const watcher of Object.values(this.#watchers)) await watcher.close();
    await this.#running.close();
  }

  async #enterViewers(): Promise<void> {
    const running = this.#running;
    await running.deployment.run('profile/accounts:grantRole', { subject: 'root', role: 'admin' });
    const admin = await running.token('root');
    this.#partner = await running.partner(admin);
    await running.link(this.#partner, await running.person('viewer'), 'u-viewer');
    const oneCall = { partner: this.#partner.partner, kind: 'publishable', perMinute: 1 };
    this.#spent = (await running.mutate<{ key: { key: string } }>(admin, 'operations/keys:issue', oneCall)).key.key;
  }

  async #enterOwner(owner: string): Promise<void> {
    const token = await this.#person(owner);
    await this.#running.mutate(token, 'privacy:update', { changes: { about: 'platform' }, expected: 1 });
    this.#settings.set(owner, 2);
    const asked = { handle: owner, purpose: 'hiring', minutes: 1_440 };
    const { lease } = await this.#running.mutate<{ lease: string }>(await this.#member(), 'privacy/access:open', asked);
    this.#leases.set(owner, lease);
  }

  async #person(handle: string): Promise<string> {
    const token = await this.#running.person(handle, { about: { text: 'Same' } });
    this.#versions.set(handle, (await this.#running.query<Versions>(token, 'profile:mine')).versions);
    return token;
  }

  /** The member who holds a lease on each owner. */
  #member(): Promise<string> {
    return this.#running.token('viewer');
  }

  async #watch(): Promise<void> {
    const { url } = this.#running.deployment;
    const profiles = OWNERS.map((handle) => ({ name: 'profile:get', args: { handle } }));
    const leased = [...this.#leases.values()].map((lease) => ({ name: 'privacy/access:view', args: { lease } }));
    this.#watchers = {
      public: await Watcher.start(url, null, profiles, BEACONS),
      platform: await Watcher.start(url, await this.#member(), [...profiles, ...leased], BEACONS),
    };
  }

  /** Sessions end after ten minutes. */
  async renewSessions(): Promise<void> {
    this.#sessions.set('organisation', await this.#running.session(this.#partner, 'organisation'));
    this.#sessions.set('named', await this.#running.session(this.#partner, { user: 'u-viewer' }, [...OWNERS]));
  }

  async edit(owner: string, place: Place, mark: string): Promise<void> {
    await this.#update(owner, edits[place](mark));
  }

  async #update(person: string, changes: Record<string, unknown>): Promise<void> {
    const known = this.#versions.get(person)!;
    const expected = Object.fromEntries(Object.keys(changes).map((section) => [section, known[section]]));
    const token = await this.#running.token(person);
    const { versions } = await this.#running.mutate<Versions>(token, 'profile:update', { changes, expected });
    this.#versions.set(person, versions);
  }

  async choose(owner: string, changes: Settings): Promise<void> {
    const asked = { changes, expected: this.#settings.get(owner) };
    const token = await this.#running.token(owner);
    const { version } = await this.#running.mutate<{ version: number }>(token, 'privacy:update', asked);
    this.#settings.set(owner, version);
  }

  /** The frames that a watcher of the class has received while `work` ran, without the one that lights the beacon. */
  async framesDuring(audience: SharedAudience, work: () => Promise<void>): Promise<string[]> {
    const { frames } = this.#watchers[audience];
    await this.#settled(audience);
    const before = frames.length;
    await work();
    await this.#settled(audience);
    return frames.slice(before, -1);
  }

  async #settled(audience: SharedAudience): Promise<void> {
    this.#beacons += 1;
    const beacon = BEACONS[this.#beacons % BEACONS.length]!;
    const text = `Lit ${this.#beacons}`;
    await this.#update(beacon, { identity: { displayName: text } });
    await this.#watchers[audience].seen(beacon, text);
  }

  /** The knowledge of a viewer who asks about an owner. Ids that cannot be guessed are wrong ones: the handle. */
  about(owner: string): SampleSubject {
    const { partner, publishable, secret } = this.#partner;
    return {
      handle: owner,
      photos: [],
      etag: '"none"',
      site: this.#running.deployment.siteUrl,
      origin: ORIGIN,
      partner,
      publishable,
      secret,
      spent: this.#spent,
      key: `pk_${'0'.repeat(32)}`,
      code: `lc_${'0'.repeat(32)}`,
      link: owner,
      lease: this.#leases.get(owner)!,
      given: owner,
      upload: 'none',
      grant: 'none',
      scheduled: 'none',
    };
  }

  /** The profile, as the viewer gets it by the path that most use. */
  async view(viewer: Viewer, owner: string): Promise<string> {
    if (viewer === 'web') return this.#text(await this.#running.request('GET', { path: `/v1/profiles/${owner}` }));
    const token = await this.#lasting(viewer);
    return this.#text(await this.#running.ask(token, { path: 'profile:get', kind: 'query' }, { handle: owner }));
  }

  async answer(viewer: Viewer, path: Path, owner: string): Promise<string> {
    const about = this.about(owner);
    if (path.what === 'route') return this.#text(await this.#running.request(path.method, path.ask(about)));
    if (path.what === 'export') return this.#exported();
    const token = await this.#caller(viewer, path);
    const asked = { path: path.at, kind: path.kind };
    return this.#text(await this.#running.ask(token, asked, functionSamples.get(path.name)!(about)));
  }

  async #lasting(viewer: Viewer): Promise<string | null> {
    if (viewer === 'anonymous' || viewer === 'web') return null;
    if (viewer === 'member') return this.#member();
    return this.#sessions.get(viewer) ?? this.#running.token(viewer === 'administrator' ? 'root' : viewer);
  }

  /** A mutation may change who its caller is, so a new person makes each that admits the viewer. */
  async #caller(viewer: Viewer, { kind, admitted }: FunctionPath): Promise<string | null> {
    if (kind === 'query' || !admitted) return this.#lasting(viewer);
    this.#fresh += 1;
    const subject = `${viewer}-${this.#fresh}`;
    if (viewer === 'member') return this.#running.person(subject);
    if (viewer === 'newcomer') return this.#running.token(subject);
    if (viewer !== 'administrator') return this.#lasting(viewer);
    await this.#running.deployment.run('profile/accounts:grantRole', { subject, role: 'admin' });
    return this.#running.token(subject);
  }

  /** The export of a new member, unpacked. */
  async #exported(): Promise<string> {
    this.#fresh += 1;
    const token = await this.#running.person(`exporter-${this.#fresh}`);
    await this.#running.mutate(token, 'privacy/exports:request');
    while ((await this.#running.query<{ state: string }>(token, 'privacy/exports:status')).state !== 'ready')
      await new Promise((resolve) => setTimeout(resolve, 10));
    const { files } = await this.#running.mutate<{ files: { address: string }[] }>(token, 'privacy/exports:download');
    const unpacked = await Promise.all(
      files.map(async ({ address }) => unzipSync(new Uint8Array(await (await fetch(address)).arrayBuffer()))),
    );
    return unpacked
      .flatMap((entries) => Object.entries(entries))
      .map(([name, bytes]) => `${name}: ${withoutChance(this.#running, strFromU8(bytes))}`)
      .sort()
      .join('\n');
  }

  #text(answer: Answer): string {
    return answerText(this.#running, answer);
  }
}
