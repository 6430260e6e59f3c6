/**
 * Other systems in a process of their own, which send events at rates of their own and whether or not they are answered yet, and
 * a client that watches the portfolios of some people. An event that is put off is sent again when the answer says so.
 */
import { performance } from 'node:perf_hooks';
import { setTimeout as sleep } from 'node:timers/promises';
import { ConvexClient } from 'convex/browser';
import { makeFunctionReference } from 'convex/server';
import { CLOUD_EVENTS_BATCH_TYPE, type InboxAnswer, MAX_BATCH, signWebhook } from '@gigsy/schema';

export interface SendingSource {
  name: string;
  address: string;
  secret: string;
  perSecond: number;
  count: number;
  /** Events of one request. */
  atOnce: number;
  /** The number of its first event: a source sends each number once. */
  first: number;
  /** The people of its events, in turn. */
  handles: string[];
}

export interface SendingPlan {
  url: string;
  siteUrl: string;
  sources: SendingSource[];
  /** People whose portfolios a client watches. */
  watched: string[];
}

/** The fate of the events of one source. */
export interface SentBySource {
  sent: number;
  accepted: number;
  /** Events that were put off at least once. */
  putOff: number;
  /** Answers that put off, and those of them that did not say for how long. */
  refusals: number;
  unexplained: number;
}

/** An event of the plan: when it was sent and when the watching client had it, in milliseconds of one clock of the machine. */
export interface SentTime {
  handle: string;
  number: number;
  at: number;
  seenAt?: number;
}

export interface Sent {
  sources: SentBySource[];
  times: SentTime[];
}

interface Event extends SentTime {
  id: string;
  envelope: object;
}

/** The name of the badge that the event with this number leaves, and the number in it. */
export const badgeOf = (number: number): string => `Event ${number}`;
export const numberIn = (badge: string): number => Number(/^Event (\d+)$/.exec(badge)?.[1] ?? -1);

/** Time that all processes of the machine share. */
const now = (): number => performance.timeOrigin + performance.now();

const portfolioOf = makeFunctionReference<
  'query',
  { handle: string; sections: string[] },
  { badges?: { name: string }[] } | null
>('portfolio:get');

const SEEN_MS = 60_000;

class Sender {
  readonly #source: SendingSource;
  readonly #address: string;
  readonly #putOff: Event[] = [];
  readonly events: Event[] = [];
  readonly told: SentBySource = { sent: 0, accepted: 0, putOff: 0, refusals: 0, unexplained: 0 };
  #retryAt = 0;

  constructor(source: SendingSource, siteUrl: string) {
    this.#source = source;
    this.#address = `${siteUrl}/v1/events?source=${source.name}`;
  }

  async run(): Promise<void> {
    const { count, perSecond, atOnce, first } = this.#source;
    const began = now();
    const answers: Promise<void>[] = [];
    for (let at = 0; at < count; at += atOnce) {
      const wait = began + (at * 1000) / perSecond - now();
      if (wait > 0) await sleep(wait);
      const batch = Array.from({ length: Math.min(atOnce, count - at) }, (_, more) => this.#made(first + at + more));
      answers.push(this.#send(...batch));
    }
    await Promise.all(answers);
    this.told.putOff = this.#putOff.length;
    while (this.#putOff.length > 0) {
      await sleep(Math.max(0, this.#retryAt - now()));
      await this.#send(...this.#putOff.splice(0, MAX_BATCH));
    }
  }

  #made(number: number): Event {
    const { handles, address } = this.#source;
    const [handle, at] = [handles[number % handles.length]!, now()];
    const id = `${address}-${number}`;
    const envelope = {
      specversion: '1.0',
      id,
      source: address,
      type: 'badge.corrected',
      subject: `handle:${handle}`,
      time: new Date(at).toISOString(),
      data: {
        record: handle,
        badge: { id: handle, name: badgeOf(number) },
        issuer: { name: 'Open Courses' },
        awardedOn: '2026-05-17',
      },
    };
    const event = { handle, number, at, id, envelope };
    this.events.push(event);
    this.told.sent += 1;
    return event;
  }

  async #send(...events: Event[]): Promise<void> {
    const body = JSON.stringify(events.map(({ envelope }) => envelope));
    const [id, timestamp] = [events[0]!.id, Math.floor(Date.now() / 1000)];
    const answer = await fetch(this.#address, {
      method: 'POST',
      body,
      headers: {
        'content-type': CLOUD_EVENTS_BATCH_TYPE,
        'webhook-id': id,
        'webhook-timestamp': String(timestamp),
        'webhook-signature': await signWebhook(this.#source.secret, { id, timestamp, body }),
      },
    });
    const text = await answer.text();
    if (answer.status === 429) return this.#refused(events, answer.headers.get('retry-after'));
    if (answer.status !== 202) throw new Error(`The inbox answered ${answer.status}: ${text}`);
    const { outcomes } = JSON.parse(text) as InboxAnswer;
    this.told.accepted += outcomes.filter(({ outcome }) => outcome === 'accepted').length;
  }

  #refused(events: Event[], retryAfter: string | null): void {
    this.told.refusals += 1;
    if (retryAfter === null) this.told.unexplained += 1;
    this.#retryAt = Math.max(this.#retryAt, now() + Number(retryAfter ?? 1) * 1000);
    this.#putOff.push(...events);
  }
}

/** Notes when a person's portfolio has an event, or one that was sent after it. */
class Watcher {
  readonly #client: ConvexClient;
  readonly #reached = new Map<string, [number: number, at: number][]>();

  constructor(url: string) {
    this.#client = new ConvexClient(url, { unsavedChangesWarning: false });
  }

  async watch(handle: string): Promise<void> {
    await new Promise<void>((resolve) => {
      this.#client.onUpdate(portfolioOf, { handle, sections: ['badges'] }, (answer) => {
        const number = numberIn(answer?.badges?.[0]?.name ?? '');
        this.#reached.set(handle, [...(this.#reached.get(handle) ?? []), [number, now()]]);
        resolve();
      });
    });
  }

  seen(handle: string, number: number): number | undefined {
    return this.#reached.get(handle)?.find(([reached]) => reached >= number)?.[1];
  }

  async end(): Promise<void> {
    await this.#client.close();
  }
}

async function carryOut({ url, siteUrl, sources, watched }: SendingPlan): Promise<Sent> {
  const watcher = new Watcher(url);
  await Promise.all(watched.map((handle) => watcher.watch(handle)));
  const senders = sources.map((source) => new Sender(source, siteUrl));
  await Promise.all(senders.map((sender) => sender.run()));
  const people = new Set(watched);
  const times = senders.flatMap(({ events }) => events.filter(({ handle }) => people.has(handle)));
  const patience = now() + SEEN_MS;
  while (now() < patience && times.some(({ handle, number }) => watcher.seen(handle, number) === undefined))
    await sleep(50);
  const sent = {
    sources: senders.map(({ told }) => told),
    times: senders
      .flatMap(({ events }) => events)
      .map(({ handle, number, at }) => {
        const seenAt = watcher.seen(handle, number);
        return { handle, number, at, ...(seenAt !== undefined && { seenAt }) };
      }),
  };
  await watcher.end();
  return sent;
}

process.once('message', (plan: SendingPlan) => {
  void carryOut(plan).then((sent) => process.send!(sent satisfies Sent));
});
process.once('disconnect', () => process.exit(0));
