/** One run of the soak of events: it sets the scene, lets sources send while the deployment is killed, and waits until all is quiet. */
import type { Figure } from '../../../scripts/measure/figure.ts';
import type { Random } from '../../local/ledger/random.ts';
import { Clients } from '../clocked/clients.ts';
import type { ClockedDeployment } from '../clocked/clocked-deployment.ts';
import { FailingReceiver } from './failing-receiver.ts';
import { type SentEvent, Source, eventsOf } from './sender.ts';
import { unsettled, wrongNews, wrongOutcomes, wrongPortfolios } from './verdict.ts';

const PER_MINUTE = 6_000;
/** One kill in so many comes while what was sent is still being delivered. */
const KILLED_LATER = 5;
/** The deployment's clock moves on by so much, so often: a retry after minutes comes within a second. */
const STEP_MS = 5_000;
const TICK_MS = 40;
/** The same once nobody sends and nothing has moved since the last look. */
const JUMP_MS = 10 * 60_000;
const LATER_KILL_MS = 500;
const POLL_MS = 250;
/** Looks without a change after which all is quiet. */
const QUIET = 4;
/** Time without any movement after which the run fails. */
const PATIENCE_MS = 5 * 60_000;
/** One person in so many has a portfolio that the public sees whole. */
const PUBLIC = 2;
const MOST_BREACHES_SHOWN = 10;

interface Size {
  events: number;
  people: number;
  sources: number;
  kills: number;
}

interface Parts {
  deployment: ClockedDeployment;
  random: Random;
  size: Size;
  progress: (text: string) => void;
  signal: AbortSignal;
}

export class EventsSoak {
  readonly #parts: Parts;
  readonly #clients: Clients;
  readonly #clock: NodeJS.Timeout;
  readonly #sources: Source[] = [];
  readonly #sent: SentEvent[] = [];
  readonly #people: string[];
  #receiver: FailingReceiver | undefined;
  #webhook = '';
  #keys = 0;
  #kills = 0;
  #isDown = false;

  constructor(parts: Parts) {
    this.#parts = parts;
    this.#clients = new Clients(parts.deployment);
    this.#people = Array.from({ length: parts.size.people }, (_, number) => `person-${number}`);
    this.#clock = setInterval(() => {
      if (!this.#isDown && !parts.deployment.isBehind) parts.deployment.advance(STEP_MS);
    }, TICK_MS);
  }

  async end(): Promise<void> {
    clearInterval(this.#clock);
    await this.#receiver?.stop();
  }

  async *run(): AsyncIterable<Figure> {
    const { size, progress } = this.#parts;
    progress(`${size.people} people`);
    await this.#enter();
    progress(`${size.events} events of ${size.sources} sources`);
    const sending = Promise.all(this.#send());
    await this.#killWhileSending(sending);
    await this.#killLater();
    await this.#quiet();
    yield* this.#figures();
  }

  async #enter(): Promise<void> {
    const { random } = this.#parts;
    await this.#clients.mutation('profile/accounts:grantRole', { subject: 'root', role: 'admin' });
    this.#receiver = await FailingReceiver.start(random);
    const { partner } = await this.#made<{ partner: string }>('operations/partners:create', {
      name: 'Northfield',
      origins: ['https://careers.example'],
    });
    const { webhook } = await this.#made<{ webhook: { webhook: string } }>('events/webhooks:register', {
      partner,
      url: this.#receiver.url,
    });
    this.#webhook = webhook.webhook;
    await this.#made('events/webhooks:verify', { webhook: this.#webhook });
    const list = () => this.#clients.query<{ state: string }[]>('events/webhooks:list', { partner }, 'root');
    while ((await list()).value![0]!.state !== 'active') await pause(POLL_MS);
    for (const [at, handle] of this.#people.entries()) {
      const sections = { identity: { displayName: handle } };
      // The public sees the portfolio of a mentor, and the receiver is told of it; nobody but members sees a student's.
      const role = at % PUBLIC === 0 ? 'mentor' : 'student';
      await this.#made('profile:create', { handle, role, sections }, handle);
    }
  }

  /** Changes something as the administrator, or as a person. */
  async #made<T>(path: string, args: object, subject = 'root'): Promise<T> {
    const idempotencyKey = `soak-key-${(this.#keys += 1)}`;
    const { value, refused } = await this.#clients.mutation<T>(path, { ...args, idempotencyKey }, subject);
    if (refused) throw new Error(`${path} was refused: ${refused.code}`);
    return value as T;
  }

  #send(): Promise<void>[] {
    const { size, random, deployment, signal } = this.#parts;
    return Array.from({ length: size.sources }, async (_, number) => {
      const address = `https://source-${number}.example`;
      const events = eventsOf(address, this.#people, size.events / size.sources, random);
      this.#sent.push(...events);
      const registration = { label: `Source ${number}`, address, perMinute: PER_MINUTE };
      const { source, secret } = await this.#made<{ source: { source: string }; secret: string }>(
        'events/sources:register',
        registration,
      );
      const now = () => deployment.now;
      const sender = new Source({ clients: this.#clients, random, name: source.source, secret, now });
      this.#sources.push(sender);
      await sender.send(events, signal);
    });
  }

  /** Kills come evenly over what is sent. */
  async #killWhileSending(sending: Promise<unknown>): Promise<void> {
    const { size, progress } = this.#parts;
    const kills = size.kills - Math.ceil(size.kills / KILLED_LATER);
    let [isSent, reported] = [false, 0];
    const sent = sending.then(() => {
      isSent = true;
    });
    while (!isSent) {
      const told = this.#sources.reduce((sum, { told: { size: count } }) => sum + count, 0);
      if (told - reported >= size.events / 20) progress(`${(reported = told)} events taken, ${this.#kills} kills`);
      if (this.#kills < kills && told >= (size.events * (this.#kills + 1)) / (kills + 1)) await this.#kill();
      await Promise.race([sent, pause(TICK_MS)]);
    }
    while (this.#kills < kills) await this.#kill();
  }

  async #killLater(): Promise<void> {
    while (this.#kills < this.#parts.size.kills) {
      await pause(this.#parts.random.integer(0, LATER_KILL_MS));
      await this.#kill();
    }
  }

  async #kill(): Promise<void> {
    this.#isDown = true;
    await this.#parts.deployment.crash();
    this.#isDown = false;
    this.#kills += 1;
  }

  /** Waits until nothing waits and nothing comes. */
  async #quiet(): Promise<void> {
    const { deployment, progress, signal } = this.#parts;
    let [seen, quiet, looks, moved] = [-1, 0, 0, Date.now()];
    while (quiet < QUIET) {
      signal.throwIfAborted();
      const left = await unsettled(this.#clients, this.#webhook);
      const isStill = seen === this.#receiver!.attempts;
      if (!isStill || left.includes('inbox')) moved = Date.now();
      if (Date.now() - moved > PATIENCE_MS) throw new Error(`Not all came to an end: ${left.join()}`);
      quiet = left.length === 0 && isStill ? quiet + 1 : 0;
      // Only retries wait then, for hours if they failed often.
      if (
        isStill &&
        left.length > 0 &&
        left.every((place) => place === 'delivery waiting' || place === 'delivery queued')
      )
        deployment.advance(JUMP_MS);
      seen = this.#receiver!.attempts;
      if ((looks += 1) % 40 === 0)
        progress(`${this.#receiver!.taken.size} news delivered; ${left.length} places where something waits`);
      await pause(POLL_MS);
    }
  }

  async *#figures(): AsyncIterable<Figure> {
    const { size, progress } = this.#parts;
    const receiver = this.#receiver!;
    const { news, wrong } = await wrongNews(this.#clients, receiver);
    const breaches = [...wrongOutcomes(this.#sources), ...(await wrongPortfolios(this.#clients, this.#sent)), ...wrong];
    for (const breach of breaches.slice(0, MOST_BREACHES_SHOWN)) progress(breach);
    const taken = this.#sources.reduce((sum, { told }) => sum + told.size, 0);
    yield {
      name: 'events that sources sent and were told of',
      value: taken,
      unit: 'events',
      goal: { at: 'least', value: size.events },
    };
    yield { name: 'kills survived', value: this.#kills, unit: 'kills', goal: { at: 'least', value: size.kills } };
    yield {
      name: 'news of portfolios and profiles',
      value: news,
      unit: 'news',
      // Corrections that come after later ones change nothing.
      goal: { at: 'least', value: size.people + size.events / (2 * PUBLIC) },
    };
    const failing = receiver.failed / receiver.attempts;
    yield {
      name: 'attempts that the receiver failed',
      value: failing,
      unit: 'of one',
      goal: { at: 'least', value: 0.25 },
    };
    yield { name: 'deliveries that came again', value: receiver.repeated, unit: 'deliveries' };
    const refused = this.#sources.reduce((sum, { refusals }) => sum + refusals, 0);
    yield { name: 'requests that the inbox put off', value: refused, unit: 'requests' };
    yield {
      name: 'effects missing, doubled or out of order',
      value: breaches.length,
      unit: 'breaches',
      goal: { at: 'most', value: 0 },
    };
  }
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
