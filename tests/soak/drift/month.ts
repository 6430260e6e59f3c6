/** The simulated month: who does what in which hour, and the verdict. */
import type { Role } from '@gigsy/schema';
import type { Figure } from '../../../scripts/measure/figure.ts';
import { Random } from '../../local/ledger/random.ts';
import { Clients } from '../clocked/clients.ts';
import { ClockedDeployment } from '../clocked/clocked-deployment.ts';
import { Handles } from './handles.ts';
import { Operator, cohorts } from './operator.ts';
import { Person } from './person.ts';
import { Reader } from './reader.ts';
import { checkStored } from './stored.ts';
import { Watcher } from './watcher.ts';
import { type Tally, Writer } from './writer.ts';

export interface Size {
  people: number;
  /** Simulated. */
  hours: number;
  mutations: number;
  crashes: number;
  /** Clients that call at the same time. */
  clients: number;
  /** People who are watched over sockets at the same time. */
  watchers: number;
  /** Real minutes in which the month passes, if it may end before it has all its mutations. */
  minutes?: number | undefined;
  seed?: number | undefined;
}

const HOUR_MS = 3_600_000;
const MOST_BREACHES_SHOWN = 20;
const READ = 0.1;
/** Part of the calls that go to a person who has one under way, and to the tenth of people who are the busiest. */
const BESIDE = 0.12;
const BUSY = 0.4;
/** From this part of the month on cohorts are driven to the rows, and then retired one by one. */
const DRIVEN = 0.8;
const SETTLED_MS = 60_000;
/** Every how many people one is of the staff. */
const STAFF = 40;
const ROLES: readonly Role[] = ['student', 'mentor', 'employer'];

interface Client {
  writer: Writer;
  reader: Reader;
  random: Random;
  /** The person for whom it calls just now. */
  at: Person | null;
}

export class Month {
  readonly #deployment: ClockedDeployment;
  readonly #size: Size;
  readonly #progress: (message: string) => void;
  readonly #signal: AbortSignal;
  readonly #seed: number;
  readonly #random: Random;
  readonly #handles = new Handles();
  readonly #operator: Operator;
  readonly #tally: Tally = { mutations: 0, accepted: 0, conflicts: 0, repeated: 0, handles: 0, accounts: 0, reads: 0 };
  readonly #frames = { frames: 0 };
  readonly #breaches: string[] = [];
  /** When the month began, in real time, and the calls until then. */
  #began = Date.now();
  #prelude = 0;
  readonly #people: Person[] = [];
  readonly #pool: Client[];
  #watchers: Watcher[] = [];
  #crashes = 0;

  private constructor(
    deployment: ClockedDeployment,
    size: Size,
    progress: (message: string) => void,
    signal: AbortSignal,
  ) {
    this.#deployment = deployment;
    this.#size = size;
    this.#progress = progress;
    this.#signal = signal;
    this.#seed = size.seed ?? Math.floor(Math.random() * 2 ** 31);
    this.#random = new Random(this.#seed);
    const clients = new Clients(deployment);
    this.#operator = new Operator({ clients, random: this.#branch(), report: (breach) => this.#report(breach) });
    this.#pool = Array.from({ length: size.clients }, (_, n) => {
      const [random, tally] = [this.#branch(), this.#tally];
      const parts = { clients, random, tally, handles: this.#handles, now: () => deployment.now };
      return { writer: new Writer(`w${n}`, parts), reader: new Reader(parts), random, at: null };
    });
  }

  static async *pass(size: Size, progress: (message: string) => void, signal: AbortSignal): AsyncIterable<Figure> {
    const deployment = await ClockedDeployment.start();
    try {
      yield* new Month(deployment, size, progress, signal).#pass();
    } finally {
      await deployment.remove();
    }
  }

  /** Each client has randomness of its own, so that the order of answers does not change what it does. */
  #branch(): Random {
    return new Random(Math.floor(this.#random.next() * 2 ** 31));
  }

  #report(breach: string): void {
    this.#breaches.push(breach);
    if (this.#breaches.length <= MOST_BREACHES_SHOWN) this.#progress(`BREACH ${breach}`);
  }

  async *#pass(): AsyncIterable<Figure> {
    const { people, hours, mutations, minutes } = this.#size;
    const bound = minutes ? ` or ${minutes} minutes` : '';
    this.#progress(`seed ${this.#seed}: ${mutations} mutations${bound}, ${people} people, ${hours} hours`);
    await this.#populate();
    this.#progress(`${people} people after ${this.#seconds()} s`);
    await this.#watchOthers();
    [this.#began, this.#prelude] = [Date.now(), this.#tally.mutations];
    for (let hour = 1; hour <= hours && !this.#signal.aborted; hour += 1) await this.#hour(hour);
    const seconds = this.#seconds();
    for (const cohort of cohorts) await this.#operator.drive(cohort, 'retired');
    yield* this.#verdict(seconds);
    for (const watcher of this.#watchers) await watcher.close();
  }

  #seconds(): number {
    return Math.round((Date.now() - this.#began) / 100) / 10;
  }

  async #populate(): Promise<void> {
    await this.#operator.begin();
    for (let n = 0; n < this.#size.people; n += 1) {
      const role = n % STAFF === 0 ? 'moderator' : ROLES[n % ROLES.length]!;
      const person = new Person(`person-${n}`, this.#handles.fresh(), role, (breach) => this.#report(breach));
      this.#handles.given(person, person.handle);
      this.#people.push(person);
    }
    const unborn = this.#people.toReversed();
    await this.#together(async ({ writer }) => {
      for (let person = unborn.pop(); person; person = unborn.pop()) {
        if (person.role === 'moderator') await this.#operator.grant(person.subject, 'moderator');
        await writer.create(person, person.role === 'moderator' ? 'mentor' : person.role);
      }
    });
  }

  /** Clients at work and an operator who moves cohorts, while the clock goes on and, now and then, the deployment dies. */
  async #hour(hour: number): Promise<void> {
    const { hours, crashes } = this.#size;
    const working = Promise.all([this.#together((client) => this.#work(client, hour)), this.#operate(hour / hours)]);
    if (Math.floor((crashes * hour) / hours) > this.#crashes) {
      await new Promise((resolve) => setTimeout(resolve, this.#random.integer(5, 300)));
      await this.#deployment.crash();
      this.#crashes += 1;
    }
    this.#deployment.advance(HOUR_MS);
    await working;
    await this.#operator.look();
    if (hour % 24 === 0) await this.#day(hour / 24);
  }

  /** The month has come as far as its mutations or its minutes have, whatever is further. */
  #hasCome(hour: number): boolean {
    const { hours, mutations, minutes } = this.#size;
    const byTime = minutes ? this.#seconds() / (minutes * 60) : 0;
    const byCalls = (this.#tally.mutations - this.#prelude) / (mutations - this.#prelude);
    return Math.max(byCalls, byTime) >= hour / hours || this.#signal.aborted;
  }

  async #work(client: Client, hour: number): Promise<void> {
    const { writer, reader, random } = client;
    while (!this.#hasCome(hour)) {
      const person = (client.at = this.#somebody(random));
      if (random.next() < READ) await reader.read(person, this.#anybody(random));
      else await writer.act(person);
    }
    client.at = null;
  }

  /** Some people get most of the calls, so that their clients meet. */
  #somebody(random: Random): Person {
    const roll = random.next();
    const beside = this.#pool[random.integer(0, this.#pool.length)]!.at;
    if (roll < BESIDE && beside) return beside;
    return roll < BESIDE + BUSY ? this.#busy(random) : this.#anybody(random);
  }

  #anybody(random: Random): Person {
    return this.#people[random.integer(0, this.#people.length)]!;
  }

  #busy(random: Random): Person {
    return this.#people[random.integer(0, Math.ceil(this.#people.length / 10))]!;
  }

  async #operate(part: number): Promise<void> {
    if (part < DRIVEN) return this.#operator.wander();
    const retired = Math.floor(((part - DRIVEN) / (1 - DRIVEN)) * (cohorts.length + 1)) - 1;
    for (const [n, cohort] of cohorts.entries())
      await this.#operator.drive(cohort, n <= retired ? 'retired' : 'normalized');
  }

  async #together(work: (client: Client) => Promise<void>): Promise<void> {
    await Promise.all(this.#pool.map(work));
  }

  /** Nobody writes: what is watched must have come, and some people change places before the sockets. */
  async #day(day: number): Promise<void> {
    await this.#settledWatchers();
    for (const person of this.#people.slice(0, this.#watchers.length)) await this.#reader.removed(person);
    await this.#watchOthers();
    const { mutations, accepted, conflicts, reads } = this.#tally;
    const rate = ((mutations - this.#prelude) / this.#seconds()).toFixed(0);
    this.#progress(
      `day ${day} after ${this.#seconds()} s: ${mutations} mutations (${rate}/s), ${accepted} accepted, ${conflicts} conflicts, ${reads} reads, ${this.#frames.frames} frames, ${this.#operator.steps.forward} steps forward, ${this.#operator.steps.back} back, ${this.#breaches.length} breaches`,
    );
  }

  get #reader(): Reader {
    return this.#pool[0]!.reader;
  }

  async #settledWatchers(): Promise<void> {
    for (const end = Date.now() + SETTLED_MS; Date.now() < end;) {
      if (this.#watchers.every((watcher) => watcher.isSettled())) return;
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    this.#report('a live client does not show the last write');
  }

  async #watchOthers(): Promise<void> {
    for (const watcher of this.#watchers) await watcher.close();
    this.#watchers = await Promise.all(
      Array.from({ length: this.#size.watchers }, () =>
        Watcher.of(this.#busy(this.#random), this.#deployment, this.#frames),
      ),
    );
  }

  async *#verdict(seconds: number): AsyncIterable<Figure> {
    const byClock = this.#operator.passes.size;
    const retired = await this.#operator.retired();
    await this.#operator.walk('changed');
    const compared = await this.#operator.walk('all');
    await this.#operator.look();
    await this.#settledWatchers();
    await this.#readEverybody();
    const { places } = await this.#operator.drift();
    const rows = checkStored(await this.#deployment.stop(), this.#people);
    const found = places.reduce((sum, place) => sum + place.found, 0);
    yield* this.#scale(seconds, byClock);
    const all = { at: 'least', value: this.#size.people } as const;
    yield { name: 'profiles whose snapshots were retired', value: retired, unit: 'profiles', goal: all };
    yield { name: 'profiles compared in the last pass', value: compared, unit: 'profiles', goal: all };
    yield { name: 'stored rows looked at', value: rows, unit: 'rows', goal: all };
    const none = { at: 'most', value: 0 } as const;
    yield { name: 'findings of drift', value: found, unit: 'findings', goal: none };
    const what = 'lost updates, doubled items, mixtures and other breaches';
    yield { name: what, value: this.#breaches.length, unit: 'breaches', goal: none };
  }

  *#scale(seconds: number, byClock: number): Iterable<Figure> {
    const { mutations, accepted, conflicts, repeated, handles, accounts, reads } = this.#tally;
    const { minutes, hours } = this.#size;
    const some = { at: 'least', value: 1 } as const;
    const asked = { at: 'least', value: minutes ? 1 : this.#size.mutations } as const;
    yield { name: 'mutations', value: mutations, unit: 'mutations', goal: asked };
    yield {
      name: 'mutations a second',
      value: Number(((mutations - this.#prelude) / seconds).toFixed(1)),
      unit: '1/s',
    };
    yield { name: 'time that passed in the deployment', value: this.#deployment.aheadMs / HOUR_MS, unit: 'hours' };
    yield { name: 'changes accepted', value: accepted, unit: 'changes', goal: some };
    yield { name: 'stale versions refused', value: conflicts, unit: 'conflicts', goal: some };
    yield { name: 'keys repeated', value: repeated, unit: 'keys', goal: some };
    yield { name: 'handles changed', value: handles, unit: 'handles', goal: some };
    yield { name: 'accounts left and restored', value: accounts, unit: 'changes', goal: some };
    yield { name: 'reads beside', value: reads, unit: 'reads', goal: some };
    yield { name: 'live frames', value: this.#frames.frames, unit: 'frames', goal: some };
    yield { name: 'steps of the cutover forward', value: this.#operator.steps.forward, unit: 'steps', goal: some };
    yield { name: 'steps of the cutover back', value: this.#operator.steps.back, unit: 'steps', goal: some };
    yield { name: 'crashes survived', value: this.#crashes, unit: 'crashes', goal: some };
    const passes = { at: 'least', value: hours / 6 } as const;
    yield { name: 'passes of reconciliation by the clock', value: byClock, unit: 'passes', goal: passes };
  }

  async #readEverybody(): Promise<void> {
    const left = [...this.#people];
    await this.#together(async ({ reader }) => {
      for (let person = left.pop(); person; person = left.pop()) {
        await reader.own(person);
        await reader.page(person);
        await reader.removed(person);
      }
    });
  }
}
