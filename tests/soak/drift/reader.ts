/** Random reads beside the writes, each held against the person's own account. */
import { type OwnProfile, type ProfileView, RESTORABLE_MS, type SectionName } from '@gigsy/schema';
import type { Random } from '../../local/ledger/random.ts';
import type { Clients } from '../clocked/clients.ts';
import type { Person } from './person.ts';
import type { Tally } from './writer.ts';

export class Reader {
  readonly #clients: Clients;
  readonly #random: Random;
  readonly #tally: Tally;
  readonly #now: () => number;

  constructor({ clients, random, tally, now }: { clients: Clients; random: Random; tally: Tally; now: () => number }) {
    this.#clients = clients;
    this.#random = random;
    this.#tally = tally;
    this.#now = now;
  }

  async read(person: Person, other: Person): Promise<void> {
    switch (this.#random.integer(0, 4)) {
      case 0:
        return this.own(person);
      case 1:
        return this.#byMember(person, other);
      default:
        return this.page(person);
    }
  }

  /** The person's own reading. */
  async own(person: Person): Promise<void> {
    this.#tally.reads += 1;
    const look = person.look();
    const { value, refused } = await this.#clients.query<OwnProfile>('profile:mine', {}, person.subject);
    if (value) person.sawOwn(value, look);
    else if (!(refused?.code === 'forbidden' && (look.hidden || !person.isAsAt(look))))
      person.report(`their own reading was refused with ${refused?.code ?? 'nothing'}`);
  }

  /** The public view over HTTP, under a handle that the person has or had. */
  async page(person: Person): Promise<void> {
    this.#tally.reads += 1;
    const look = person.look();
    const handle = person.handles[this.#random.integer(0, person.handles.length)]!;
    person.sawView(await this.#clients.page(handle), 'public', look);
  }

  async #byMember(person: Person, other: Person): Promise<void> {
    if (other === person) return this.own(person);
    this.#tally.reads += 1;
    const [look, its] = [person.look(), other.look()];
    const { value = null } = await this.#clients.query<ProfileView | null>(
      'profile:get',
      { handle: person.handle },
      other.subject,
    );
    // Somebody whose account is deactivated sees what the public sees.
    if (other.isAsAt(its)) person.sawView(value, its.hidden ? 'public' : 'platform', look);
  }

  /** The items that the person can restore, when no write is under way: the last that were removed must be among them. */
  async removed(person: Person): Promise<void> {
    if (person.hidden) return;
    const lasting = this.#now() - RESTORABLE_MS + MARGIN_MS;
    const { value } = await this.#clients.query<{ section: SectionName; item: object }[]>(
      'profile:removed',
      {},
      person.subject,
    );
    const text = (items: readonly { section: string; item: object }[]) =>
      items.map(({ section, item }) => `${section} ${JSON.stringify(Object.entries(item).sort())}`).sort();
    // Others of the same call may come in another order.
    const latest = new Set(text((value ?? []).slice(0, LATEST * 2)));
    const kept = person.tip.removed.slice(-LATEST).filter(({ since }) => since > lasting);
    const missing = text(kept).filter((item) => !latest.has(item));
    if (missing.length > 0) person.report(`cannot restore ${missing.length} items, such as ${missing[0]}`);
  }
}

const LATEST = 10;
/** From the time that a reader takes to the time at which the deployment answers. */
const MARGIN_MS = 2 * 3_600_000;
