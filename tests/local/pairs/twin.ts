/**
 * One of two deployments that live the same life, but for the places that a viewer may not see: its owners, its viewers, and
 * those who watch.
 */
import type { SampleSubject } from '../../../packages/schema/src/contract/samples.ts';
import { pngOf } from '../../convex/files.ts';
import { edits } from '../profile-edits.ts';
import { RunningBackend } from '../running-backend.ts';
import { type Dealing, type Place, type Settings, grantedKeys, grantedPlaces, grouped } from './differences.ts';
import { Endorsements } from './endorsements.ts';
import { Inbox } from './inbox.ts';
import type { Circle, Path, Viewer } from './paths.ts';
import { Portfolios } from './portfolio.ts';
import { askContact, deal } from './relations.ts';
import { Verifications } from './verification.ts';
import { Viewers } from './viewers.ts';
import { Watcher } from './watcher.ts';

/** Few, since the contact watches a list of all of them, which is read anew at each change; no multiple of the classes of viewers. */
export const OWNERS: readonly string[] = Array.from({ length: 10 }, (_, index) => `owner-${index}`);
/** Owners whom the member among the viewers asks to be contacts. A person asks 20 people a day at most. */
const ASKED = 5;
/** They show that earlier frames have arrived. Several, since one person may edit 120 times a minute. */
const BEACONS = ['beacon-0', 'beacon-1', 'beacon-2', 'beacon-3'];

interface Versions {
  versions: Record<string, number>;
}

export class Twin {
  readonly #running: RunningBackend;
  readonly #viewers: Viewers;
  /** Leases of the member and of the contact, by owner. */
  readonly #leases = { member: new Map<string, string>(), contact: new Map<string, string>() };
  /** Versions of the sections of each owner, and of their settings. */
  readonly #versions = new Map<string, Record<string, number>>();
  readonly #settings = new Map<string, number>();
  readonly #inbox: Inbox;
  #portfolios!: Portfolios;
  #verifications!: Verifications;
  #endorsements!: Endorsements;
  #watchers!: Record<Circle, Watcher>;
  #beacons = 0;
  #strangers = 0;

  private constructor(running: RunningBackend, viewers: Viewers, inbox: Inbox) {
    this.#running = running;
    this.#viewers = viewers;
    this.#inbox = inbox;
  }

  /** `declines`: whether its owners decline what the member asks. The other twin leaves the asks open. */
  static async start({ declines }: { declines: boolean }): Promise<Twin> {
    const running = await RunningBackend.start({
      GIGSY_CDN_URL: 'https://cdn.example.test',
      GIGSY_WEBHOOK_LOOPBACK: 'on',
      GIGSY_VERIFICATION_SECRET: 'a secret that both twins have, of 32 characters and more',
      GIGSY_MESSAGE_OUTBOX: 'on',
    });
    const viewers = await Viewers.enter(running);
    const twin = new Twin(running, viewers, new Inbox(await viewers.subscribe(), OWNERS, BEACONS));
    twin.#portfolios = await Portfolios.start(running, pngOf({ width: declines ? 5 : 4 }));
    twin.#verifications = new Verifications(running, declines);
    twin.#endorsements = await Endorsements.start(running, declines);
    await running.person('contact');
    for (const owner of OWNERS) await twin.#enterOwner(owner);
    for (const owner of OWNERS.slice(0, ASKED))
      await deal(running, 'viewer', owner, declines ? 'declined' : 'left open');
    for (const beacon of BEACONS) await twin.#person(beacon);
    await twin.renewSessions();
    await twin.#watch();
    return twin;
  }

  async close(): Promise<void> {
    for (const watcher of Object.values(this.#watchers)) await watcher.close();
    await this.#running.close();
    await this.#inbox.stop();
  }

  async #enterOwner(owner: string): Promise<void> {
    const token = await this.#person(owner);
    this.#settings.set(owner, 1);
    await this.choose(owner, { contributions: 'public' });
    await this.#portfolios.enter(owner);
    await this.choose(owner, { about: 'platform', contributions: 'owner', badges: 'owner' });
    await this.#open('member', owner);
    await this.reset(owner, grantedPlaces);
    const restricted = Object.fromEntries(grantedPlaces.map((place) => [place, 'restricted' as const]));
    await this.choose(owner, restricted);
    await this.#running.mutate(token, 'privacy/grants:add', { to: { relation: 'contact' }, keys: grantedKeys });
    const ask = await askContact(this.#running, owner, 'contact');
    await this.#running.mutate(await this.#viewers.member('contact'), 'privacy/relations:accept', { ask });
    await this.#open('contact', owner);
  }

  /** Opens a lease on what the owner hides from the public, of which the viewer sees a part at present. */
  async #open(viewer: 'member' | 'contact', handle: string): Promise<void> {
    const token = await this.#viewers.member(viewer);
    const asked = { handle, purpose: 'hiring', minutes: 1_440 };
    const { lease } = await this.#running.mutate<{ lease: string }>(token, 'privacy/access:open', asked);
    this.#leases[viewer].set(handle, lease);
  }

  async #person(handle: string): Promise<string> {
    const token = await this.#running.person(handle, { about: { text: 'Same' } });
    this.#versions.set(handle, (await this.#running.query<Versions>(token, 'profile:mine')).versions);
    return token;
  }

  async #watch(): Promise<void> {
    const { url } = this.#running.deployment;
    const profiles = OWNERS.flatMap((handle) =>
      ['profile:get', 'trust:get', 'trust/endorsements:get'].map((name) => ({ name, args: { handle } })),
    );
    const as = async (viewer: 'member' | 'contact', name: string) => {
      const leased = [...this.#leases[viewer].values()].map((lease) => ({
        name: 'privacy/access:view',
        args: { lease },
      }));
      return Watcher.start(
        url,
        await this.#viewers.member(viewer),
        [...profiles, ...leased, { name, args: {} }],
        BEACONS,
      );
    };
    this.#watchers = {
      public: await Watcher.start(url, null, profiles, BEACONS),
      platform: await as('member', 'privacy/relations:asked'),
      contacts: await as('contact', 'privacy/relations:list'),
    };
  }

  renewSessions(): Promise<void> {
    return this.#viewers.openSessions(OWNERS);
  }

  async edit(owner: string, place: Place, mark: string): Promise<void> {
    await this.#update(owner, edits[place](mark));
  }

  /** Gives these places the values that both twins have. */
  async reset(owner: string, places: Iterable<Place>): Promise<void> {
    for (const group of grouped(places)) {
      const changes = group.map((place) => edits[place]('m7'));
      await this.#update(owner, Object.assign({}, ...changes) as Record<string, unknown>);
    }
  }

  /** A new person asks the owner to be a contact, or does not. */
  async deal(owner: string, dealing: Dealing): Promise<void> {
    this.#strangers += 1;
    const stranger = `stranger-${this.#strangers}`;
    await this.#running.person(stranger);
    await deal(this.#running, stranger, owner, dealing);
  }

  /** The part of a portfolio that its owner alone sees says something else from now on. */
  differInPortfolio(owner: string, mark: string): Promise<void> {
    return this.#portfolios.differ(owner, mark);
  }

  /** Proofs of the owner that nobody else sees, or words of others, are others from now on. */
  differInTrust(part: 'verification' | 'endorsements', owner: string, mark: string): Promise<void> {
    return (part === 'verification' ? this.#verifications : this.#endorsements).differ(owner, mark);
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

  /** Begins a stretch in which nobody of the class may hear of the owners. */
  async hush(circle: Circle): Promise<{ frames: number; beacon: number }> {
    const beacon = await this.#light(circle);
    return { beacon, frames: this.#watchers[circle].frames.length };
  }

  /**
   * Ends the stretch. The frames that a watcher of the class has received, without the one that lights the beacon, and the news of
   * owners that a partner's webhook got of this stretch or, late, of an earlier one.
   */
  async heard(circle: Circle, since: { frames: number; beacon: number }): Promise<string[]> {
    const beacon = await this.#light(circle);
    this.#inbox.mustBeStill(since.beacon, beacon);
    return [...this.#watchers[circle].frames.slice(since.frames, -1), ...(await this.#inbox.told(beacon))];
  }

  /** The number of the beacon: how many have been lit. Resolves when a watcher of the class has seen it. */
  async #light(circle: Circle): Promise<number> {
    this.#beacons += 1;
    const [number, beacon] = [this.#beacons, BEACONS[this.#beacons % BEACONS.length]!];
    await this.#update(beacon, { identity: { displayName: `Lit ${number}` } });
    await this.#watchers[circle].seen(beacon, `Lit ${number}`);
    return number;
  }

  about(owner: string, viewer: Viewer): SampleSubject {
    const lease = this.#leases[viewer === 'contact' ? viewer : 'member'].get(owner);
    return { ...this.#viewers.about(owner, lease), media: [this.#portfolios.addressOf(owner)] };
  }

  /** The profile, as the viewer gets it by the path that most use. */
  view(viewer: Viewer, owner: string): Promise<string> {
    return this.#viewers.view(viewer, owner, this.#leases.contact.get(owner));
  }

  answer(viewer: Viewer, path: Path, owner: string): Promise<string> {
    return this.#viewers.answer(viewer, path, this.about(owner, viewer));
  }
}
