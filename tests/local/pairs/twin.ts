/**
 * One of two deployments that live the same life, but for the places that a viewer may not see: its owners, its viewers, and
 * those who watch.
 */
import type { SharedAudience } from '@gigsy/schema';
import type { SampleSubject } from '../../../packages/schema/src/contract/samples.ts';
import { edits } from '../profile-edits.ts';
import type { Received } from '../webhooks/receiver.ts';
import { RunningBackend } from '../running-backend.ts';
import type { Place, Settings } from './differences.ts';
import type { Path, Viewer } from './paths.ts';
import { Viewers } from './viewers.ts';
import { Watcher } from './watcher.ts';

/** At most 30: as many leases as a member opens at once. */
export const OWNERS: readonly string[] = Array.from({ length: 24 }, (_, index) => `owner-${index}`);
/** They show that earlier frames have arrived. Several, since one person may edit 120 times a minute. */
const BEACONS = ['beacon-0', 'beacon-1', 'beacon-2', 'beacon-3'];

interface Versions {
  versions: Record<string, number>;
}

interface News {
  subject: string;
  handle?: string;
  data: { sections?: string[] };
}

const newsIn = ({ body }: Received) => JSON.parse(body) as News;

/** Whether the news tells of a change of a beacon, and not of its sign-up. */
function isLit({ handle = '', data }: News): boolean {
  return BEACONS.includes(handle) && data.sections?.length === 1;
}

export class Twin {
  readonly #running: RunningBackend;
  readonly #viewers: Viewers;
  readonly #leases = new Map<string, string>();
  /** Versions of the sections of each owner, and of their settings. */
  readonly #versions = new Map<string, Record<string, number>>();
  readonly #settings = new Map<string, number>();
  #watchers!: Record<SharedAudience, Watcher>;
  #beacons = 0;

  private constructor(running: RunningBackend, viewers: Viewers) {
    this.#running = running;
    this.#viewers = viewers;
  }

  static async start(): Promise<Twin> {
    const running = await RunningBackend.start({
      GIGSY_CDN_URL: 'https://cdn.example.test',
      GIGSY_WEBHOOK_LOOPBACK: 'on',
    });
    const twin = new Twin(running, await Viewers.enter(running));
    for (const owner of OWNERS) await twin.#enterOwner(owner);
    for (const beacon of BEACONS) await twin.#person(beacon);
    await twin.renewSessions();
    await twin.#watch();
    return twin;
  }

  async close(): Promise<void> {
    for (const watcher of Object.values(this.#watchers)) await watcher.close();
    await this.#running.close();
    await this.#viewers.subscriber.stop();
  }

  async #enterOwner(owner: string): Promise<void> {
    const token = await this.#person(owner);
    await this.#running.mutate(token, 'privacy:update', { changes: { about: 'platform' }, expected: 1 });
    this.#settings.set(owner, 2);
    const asked = { handle: owner, purpose: 'hiring', minutes: 1_440 };
    const { lease } = await this.#running.mutate<{ lease: string }>(
      await this.#viewers.member(),
      'privacy/access:open',
      asked,
    );
    this.#leases.set(owner, lease);
  }

  async #person(handle: string): Promise<string> {
    const token = await this.#running.person(handle, { about: { text: 'Same' } });
    this.#versions.set(handle, (await this.#running.query<Versions>(token, 'profile:mine')).versions);
    return token;
  }

  async #watch(): Promise<void> {
    const { url } = this.#running.deployment;
    const profiles = OWNERS.map((handle) => ({ name: 'profile:get', args: { handle } }));
    const leased = [...this.#leases.values()].map((lease) => ({ name: 'privacy/access:view', args: { lease } }));
    this.#watchers = {
      public: await Watcher.start(url, null, profiles, BEACONS),
      platform: await Watcher.start(url, await this.#viewers.member(), [...profiles, ...leased], BEACONS),
    };
  }

  renewSessions(): Promise<void> {
    return this.#viewers.openSessions(OWNERS);
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

  /**
   * The frames that a watcher of the class has received while `work` ran, without the one that lights the beacon, and the news of
   * owners that a partner's webhook got.
   */
  async framesDuring(audience: SharedAudience, work: () => Promise<void>): Promise<string[]> {
    const { frames } = this.#watchers[audience];
    const { received } = this.#viewers.subscriber;
    await this.#settled(audience);
    const before = { frames: frames.length, received: received.length };
    await work();
    await this.#settled(audience);
    // News of somebody who hides name nobody. Each owner was public at first, so that earlier news tell whose they are.
    const owners = new Set(
      received.map(newsIn).flatMap(({ handle = '', subject }) => (OWNERS.includes(handle) ? [subject] : [])),
    );
    const news = received.slice(before.received).filter((each) => owners.has(newsIn(each).subject));
    return [...frames.slice(before.frames, -1), ...news.map(({ body }) => body)];
  }

  async #settled(audience: SharedAudience): Promise<void> {
    this.#beacons += 1;
    const beacon = BEACONS[this.#beacons % BEACONS.length]!;
    const text = `Lit ${this.#beacons}`;
    await this.#update(beacon, { identity: { displayName: text } });
    await this.#watchers[audience].seen(beacon, text);
    // News are put in the queue in the order of changes: what a hidden change caused would have come before.
    await this.#viewers.subscriber.until((received) => received.map(newsIn).filter(isLit).length >= this.#beacons);
  }

  about(owner: string): SampleSubject {
    return this.#viewers.about(owner, this.#leases.get(owner));
  }

  /** The profile, as the viewer gets it by the path that most use. */
  view(viewer: Viewer, owner: string): Promise<string> {
    return this.#viewers.view(viewer, owner);
  }

  answer(viewer: Viewer, path: Path, owner: string): Promise<string> {
    return this.#viewers.answer(viewer, path, this.about(owner));
  }
}
