/**
 * A month in the life of some thousand profiles: concurrent clients with stale versions and repeated keys, people who hide
 * parts or leave for a while, crashes, and reconciliation by the deployment's own crons. Then no copy of any profile differs,
 * and no update was lost, no item doubled, no reader shown halves of two writes.
 */
import type { DriftStatus } from '@gigsy/schema';
import { makeFunctionReference } from 'convex/server';
import type { Figure, MeasureContext } from '../../scripts/measure/figure.ts';
import { Random } from '../local/ledger/random.ts';
import { ClockedDeployment } from './drift/clocked-deployment.ts';
import { PersonLedger } from './drift/ledger.ts';
import { type Tally, Writer } from './drift/writer.ts';

export const name = 'drift';

const SIZES = {
  short: { people: 30, hours: 26, mutations: 400, crashes: 2 },
  full: { people: 4_000, hours: 720, mutations: 1_000_000, crashes: 60 },
};
const WRITERS = 12;
const HOUR_MS = 3_600_000;
const WALK_MS = 600_000;
const MOST_BREACHES_SHOWN = 10;

export async function* run({ short, progress, signal }: MeasureContext): AsyncIterable<Figure> {
  const seed = Math.floor(Math.random() * 2 ** 31);
  const size = sized(short ? SIZES.short : SIZES.full);
  progress(`seed ${seed}: ${size.mutations} mutations, ${size.people} people, ${size.hours} hours`);
  const deployment = await ClockedDeployment.start();
  try {
    yield* new DriftSoak(deployment, new Random(seed), progress).run(size, signal);
  } finally {
    await deployment.remove();
  }
}

/** `DRIFT_SOAK_MUTATIONS` sets another number of mutations, with people and crashes in proportion. */
function sized(size: (typeof SIZES)['full']): typeof size {
  const asked = Number(process.env.DRIFT_SOAK_MUTATIONS ?? 0);
  if (!(asked > 0)) return size;
  const part = asked / size.mutations;
  const people = Math.max(20, Math.round(size.people * part));
  return { ...size, mutations: asked, people, crashes: Math.max(2, Math.round(size.crashes * part)) };
}

class DriftSoak {
  readonly #deployment: ClockedDeployment;
  readonly #random: Random;
  readonly #progress: (message: string) => void;
  readonly #tally: Tally = { mutations: 0, conflicts: 0, repeated: 0, reads: 0 };
  readonly #writers: Writer[];
  #people: PersonLedger[] = [];
  #crashes = 0;
  /** Starts of passes that the deployment's crons have ended. */
  readonly #passes = new Set<string>();

  constructor(deployment: ClockedDeployment, random: Random, progress: (message: string) => void) {
    this.#deployment = deployment;
    this.#random = random;
    this.#progress = progress;
    this.#writers = Array.from({ length: WRITERS }, (_, n) => new Writer(deployment, random, this.#tally, `w${n}`));
  }

  async *run(size: (typeof SIZES)['full'], signal: AbortSignal): AsyncIterable<Figure> {
    const began = Date.now();
    await (
      await this.#deployment.client()
    ).mutation(makeFunctionReference<'mutation'>('profile/accounts:grantRole'), {
      subject: 'root',
      role: 'admin',
    });
    this.#people = Array.from({ length: size.people }, (_, n) => new PersonLedger(`person-${n}`));
    const unborn = [...this.#people];
    await this.#together(async (writer) => {
      for (let person = unborn.pop(); person && !signal.aborted; person = unborn.pop()) await writer.create(person);
    });
    this.#progress(`${size.people} people after ${Math.round((Date.now() - began) / 1_000)} s`);
    for (let hour = 1; hour <= size.hours && !signal.aborted; hour += 1) await this.#hour(hour, size, signal);
    const seconds = (Date.now() - began) / 1_000;
    yield* this.#verdict(size, seconds);
  }

  /** Writers at work while the clock goes on and, now and then, the deployment dies. */
  async #hour(hour: number, size: (typeof SIZES)['full'], signal: AbortSignal): Promise<void> {
    const until = Math.round((size.mutations * hour) / size.hours);
    const crashes = Math.floor((size.crashes * hour) / size.hours) > this.#crashes;
    const working = this.#together(async (writer) => {
      while (this.#tally.mutations < until && !signal.aborted) {
        // Some people get most of the calls, so that their clients meet.
        const reach = this.#random.next() < 0.5 ? Math.ceil(this.#people.length / 10) : this.#people.length;
        await writer.act(this.#people[this.#random.integer(0, reach)]!);
      }
    });
    if (crashes) {
      await new Promise((resolve) => setTimeout(resolve, this.#random.integer(5, 300)));
      await this.#deployment.crash();
      this.#crashes += 1;
    }
    this.#deployment.advance(HOUR_MS);
    await working;
    for (const { walk, finished } of (await this.#status()).walks)
      if (finished) this.#passes.add(`${walk} ${finished.startedAt}`);
    if (hour % 24 === 0) this.#progress(`day ${hour / 24}: ${this.#tally.mutations} mutations`);
  }

  async #together(work: (writer: Writer) => Promise<void>): Promise<void> {
    await Promise.all(this.#writers.map(work));
  }

  async *#verdict(size: (typeof SIZES)['full'], seconds: number): AsyncIterable<Figure> {
    const byClock = this.#passes.size;
    await this.#walked('changed');
    await this.#walked('all');
    await this.#checkEverybody();
    const breaches = this.#people.flatMap((person) => person.breaches);
    for (const breach of breaches.slice(0, MOST_BREACHES_SHOWN)) this.#progress(breach);
    const { places, findings, walks } = await this.#status();
    for (const finding of findings.slice(0, MOST_BREACHES_SHOWN)) this.#progress(JSON.stringify(finding));
    const none = { at: 'most', value: 0 } as const;
    const { mutations, conflicts, repeated, reads } = this.#tally;
    yield { name: 'mutations', value: mutations, unit: 'mutations', goal: { at: 'least', value: size.mutations } };
    yield { name: 'mutations a second', value: Number((mutations / seconds).toFixed(1)), unit: '1/s' };
    yield { name: 'time that passed in the deployment', value: this.#deployment.aheadMs / HOUR_MS, unit: 'hours' };
    yield { name: 'stale versions refused', value: conflicts, unit: 'conflicts', goal: { at: 'least', value: 1 } };
    yield { name: 'keys repeated', value: repeated, unit: 'keys', goal: { at: 'least', value: 1 } };
    yield { name: 'reads beside', value: reads, unit: 'reads' };
    yield { name: 'crashes survived', value: this.#crashes, unit: 'crashes', goal: { at: 'least', value: 1 } };
    yield {
      name: 'passes of reconciliation by the clock',
      value: byClock,
      unit: 'passes',
      goal: { at: 'least', value: size.hours / 12 },
    };
    const compared = walks.find(({ walk }) => walk === 'all')!.finished!.checked;
    const all = { at: 'least', value: size.people } as const;
    yield { name: 'profiles compared in the last pass', value: compared, unit: 'profiles', goal: all };
    const found = places.reduce((sum, place) => sum + place.found, 0);
    yield { name: 'findings of drift', value: found, unit: 'findings', goal: none };
    yield { name: 'lost updates, doubled items, mixtures', value: breaches.length, unit: 'breaches', goal: none };
  }

  async #status(): Promise<DriftStatus> {
    return (await this.#deployment.client('root')).query(makeFunctionReference<'query'>('profile/drift:status'), {});
  }

  /** Waits for a whole pass that begins now. */
  async #walked(walk: 'changed' | 'all'): Promise<void> {
    const state = async () => (await this.#status()).walks.find((each) => each.walk === walk)!;
    const end = Date.now() + WALK_MS;
    const over = async (done: (state: DriftStatus['walks'][number]) => boolean) => {
      while (!done(await state())) {
        if (Date.now() > end) throw new Error(`The walk ${walk} did not end.`);
        await new Promise((resolve) => setTimeout(resolve, 100));
      }
    };
    await over(({ startedAt }) => startedAt === null);
    const before = (await state()).finished?.startedAt;
    const operator = await this.#deployment.client();
    await operator.mutation(makeFunctionReference<'mutation'>('profile/reconciliation:start'), { walk });
    await over(({ finished }) => finished !== null && finished.startedAt !== before);
  }

  async #checkEverybody(): Promise<void> {
    const left = [...this.#people];
    await this.#together(async (writer) => {
      for (let person = left.pop(); person; person = left.pop()) {
        person.checkSettledView(await writer.view(person));
        if (person.deactivated) continue;
        const mine = await writer.mine(person);
        if (mine) person.checkWhole(mine);
        else person.breaches.push(`${person.handle}: has no profile`);
      }
    });
  }
}
