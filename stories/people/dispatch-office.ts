/**
 * The delivery of events in a deployment of the page's own memory, for the element that operators watch it by: consumers,
 * webhooks with deliveries, sources and the quarantine, with the failures that a story or a test asks for.
 */
import type { ConsumerStatus, Delivery, QuarantinedEvent, RegisteredSource, Webhook } from '@gigsy/schema';
import type { Gigsy } from '@gigsy/sdk';
import { type ErrorCode, GigsyError } from '@gigsy/sdk/reader';
import { trouble } from './desk.ts';

interface Watcher {
  next(answer: unknown): void;
  error?(error: GigsyError): void;
  signal?: AbortSignal;
}
interface Watching {
  readonly answer: () => unknown;
  readonly watcher: Watcher;
}

/** A day in May 2031, on which all of this happens. */
export const NOON = Date.UTC(2031, 4, 1, 12);
const MINUTE = 60_000;
/** Rows on a page. */
const PAGE = 50;
export const SECRET = 'whsec_c29tZSBieXRlcyB0aGF0IHNpZ24=';

export class DispatchOffice {
  /** The calls that arrived, with what they gave, refused or not. */
  readonly calls: [call: string, args: unknown][] = [];
  /** For the calls to come, in their order. */
  readonly troubles: (ErrorCode | GigsyError | Promise<void>)[] = [];
  consumers: ConsumerStatus[] = [];
  webhooks: Webhook[] = [];
  deliveries: Record<string, Delivery[]> = {};
  sources: RegisteredSource[] = [];
  quarantined: QuarantinedEvent[] = [];
  partners = [{ partner: 'p-1', name: 'Northfield College', origins: [], createdAt: NOON }];
  /** The next replay of an event finds this. */
  stays: QuarantinedEvent['reason'] | undefined;
  readonly client: Gigsy;
  readonly #watching = new Set<Watching>();

  constructor() {
    const watch = (answer: (args: never) => unknown) => (args: unknown, watcher: Watcher) =>
      this.#watch(() => answer(args as never), watcher);
    const call =
      (name: string, answer: (args: never) => unknown = () => ({})) =>
      (args: unknown) =>
        this.#answer(name, args, answer);
    this.client = {
      url: 'https://desk.example',
      close: () => {},
      operations: { partners: { watchList: watch(() => this.partners) } },
      events: {
        consumers: {
          watchStatus: watch(() => this.consumers),
          replay: call('consumers.replay', ({ letter }: { letter: string }) => this.#takeLetter(letter)),
        },
        webhooks: {
          watchList: watch(() => this.webhooks),
          watchDeliveries: watch((args) => this.#deliveriesOf(args)),
          deliveries: call('webhooks.deliveries', (args) => this.#deliveriesOf(args)),
          register: call('webhooks.register', () => ({ secret: SECRET })),
          rotate: call('webhooks.rotate', () => ({ secret: SECRET })),
          ...{ verify: call('webhooks.verify'), test: call('webhooks.test'), replay: call('webhooks.replay') },
          remove: call('webhooks.remove', ({ webhook }: { webhook: string }) =>
            this.set({ webhooks: this.webhooks.filter((each) => each.webhook !== webhook) }),
          ),
        },
        sources: {
          watchList: watch(() => this.sources),
          register: call('sources.register', () => ({ secret: SECRET })),
          rotate: call('sources.rotate', () => ({ secret: SECRET })),
          remove: call('sources.remove', ({ source }: { source: string }) =>
            this.set({ sources: this.sources.filter((each) => each.source !== source) }),
          ),
        },
        quarantine: {
          watchList: watch(() => this.#pageOf(this.quarantined, 'quarantinedAt')),
          list: call('quarantine.list', ({ before }: { before: number }) =>
            this.#pageOf(this.quarantined, 'quarantinedAt', before),
          ),
          replay: call('quarantine.replay', ({ event }: { event: string }) => this.#replayed(event)),
          drop: call('quarantine.drop', ({ event }: { event: string }) => this.#leave(event)),
        },
      },
    } as unknown as Gigsy;
  }

  /** Those who watch hear of it. */
  set(
    told: Partial<
      Pick<DispatchOffice, 'consumers' | 'webhooks' | 'deliveries' | 'sources' | 'quarantined' | 'partners'>
    >,
  ): this {
    Object.assign(this, told);
    for (const { answer, watcher } of this.#watching) watcher.next(structuredClone(answer()));
    return this;
  }

  lose(): void {
    for (const { watcher } of this.#watching) watcher.error?.(trouble('offline'));
  }

  #takeLetter(letter: string): void {
    const without = ({ deadLetters, ...consumer }: ConsumerStatus) => ({
      ...consumer,
      deadLetters: deadLetters.filter((each) => each.letter !== letter),
    });
    this.set({ consumers: this.consumers.map(without) });
  }

  #deliveriesOf({ webhook, state, before }: { webhook: string; state?: string; before?: number }): Delivery[] {
    const rows = (this.deliveries[webhook] ?? []).filter((row) => state === undefined || row.state === state);
    return this.#pageOf(rows, 'createdAt', before);
  }

  #pageOf<Key extends string, Row extends Record<Key, number>>(rows: Row[], key: Key, before = Infinity): Row[] {
    return structuredClone(rows.filter((row) => row[key] < before).slice(0, PAGE));
  }

  #replayed(event: string): { event: string; outcome: string; reason: string | null } {
    if (this.stays) return { event, outcome: 'quarantined', reason: this.stays };
    this.#leave(event);
    return { event, outcome: 'accepted', reason: null };
  }

  #leave(event: string): void {
    this.set({ quarantined: this.quarantined.filter((each) => each.event !== event) });
  }

  async #answer(name: string, args: unknown, answer: (args: never) => unknown): Promise<unknown> {
    this.calls.push([name, args]);
    const next = this.troubles.shift();
    if (next instanceof GigsyError) throw next;
    if (typeof next === 'string') throw trouble(next);
    await next;
    return answer(args as never);
  }

  #watch(answer: () => unknown, watcher: Watcher): () => void {
    const entry = { answer, watcher };
    this.#watching.add(entry);
    const end = () => this.#watching.delete(entry);
    watcher.signal?.addEventListener('abort', end);
    queueMicrotask(() => watcher.signal?.aborted || watcher.next(structuredClone(answer())));
    return end;
  }
}

/** A client of which every question fails with this error, or is never answered. */
export function closedDispatch(code?: ErrorCode): Gigsy {
  const watch = (_: unknown, { error, signal }: Watcher) => {
    if (code) queueMicrotask(() => signal?.aborted || error?.(trouble(code)));
    return () => {};
  };
  const [watchStatus, watchList] = [watch, watch];
  return {
    url: 'https://desk.example',
    operations: { partners: { watchList } },
    events: {
      consumers: { watchStatus },
      ...{ webhooks: { watchList }, sources: { watchList }, quarantine: { watchList } },
    },
  } as unknown as Gigsy;
}

const consumer = (name: string, told: Partial<ConsumerStatus> = {}): ConsumerStatus => ({
  ...{
    consumer: name,
    upTo: NOON,
    behind: 0,
    oldest: null,
    taken: 1_204,
    running: false,
    failures: 0,
    deadLetters: [],
  },
  ...told,
});

const webhook = (id: string, url: string, told: Partial<Webhook> = {}): Webhook => ({
  ...{ webhook: id, partner: 'p-1', url, state: 'active', createdAt: NOON - 9_000 * MINUTE },
  ...{ failures: 0, fault: null, pausedUntil: null, oldest: null, dead: false },
  ...told,
});

export const delivery = (id: string, told: Partial<Delivery> = {}): Delivery => ({
  ...{ delivery: id, id: `event-${id}`, type: 'profile.published', state: 'delivered', attempts: 1 },
  ...{ createdAt: NOON - 30 * MINUTE, dueAt: null, status: 204, fault: null },
  ...told,
});

export const setAside = (event: string, told: Partial<QuarantinedEvent> = {}): QuarantinedEvent => ({
  ...{ event, source: 'src_00c0ffee00c0ffee', id: `completion-${event}`, type: 'course.completed' },
  ...{ reason: 'unknown_subject', fields: [], quarantinedAt: NOON - 20 * MINUTE, replayable: true },
  ...told,
});

/** All is well: everything is taken, delivered and processed. */
export function calm(): DispatchOffice {
  return new DispatchOffice().set({
    consumers: [consumer('profile.baselines'), consumer('events.webhooks')],
    webhooks: [webhook('w-1', 'https://careers.example/gigsy')],
    deliveries: { 'w-1': [delivery('d-1')] },
    sources: [
      {
        ...{ source: 'src_00c0ffee00c0ffee', label: 'Open Courses', address: 'https://courses.example' },
        ...{ partner: null, perMinute: 600, createdAt: NOON, graceEndsAt: null },
        ...{ received: 31_000, waiting: 0, quarantined: 0 },
      },
    ],
  });
}

/** One fault of each kind. */
export function troubled(): DispatchOffice {
  const office = calm();
  const letter = { letter: 'l-1', event: 'k57event1', type: 'profile.updated', attempts: 4, at: NOON - 50 * MINUTE };
  return office.set({
    consumers: [
      consumer('profile.baselines', { behind: 12, oldest: NOON - 3 * MINUTE, running: true, failures: 2 }),
      consumer('events.webhooks', { behind: 1_000, oldest: NOON - 90 * MINUTE, running: true, deadLetters: [letter] }),
    ],
    webhooks: [
      webhook('w-1', 'https://careers.example/gigsy', {
        ...{ failures: 6, fault: 'status', pausedUntil: NOON + 4 * MINUTE, oldest: NOON - 70 * MINUTE, dead: true },
      }),
      webhook('w-2', 'https://new.careers.example/a-rather-long-address-of-a-receiver', { state: 'pending' }),
      webhook('w-3', 'https://gone.example/', { state: 'disabled', fault: 'status' }),
    ],
    deliveries: {
      'w-1': [
        delivery('d-3', { state: 'waiting', attempts: 6, dueAt: NOON + 4 * MINUTE, status: 500, fault: 'status' }),
        delivery('d-2', { state: 'dead', attempts: 10, status: null, fault: 'timeout' }),
        delivery('d-1'),
      ],
    },
    sources: [
      { ...office.sources[0]!, waiting: 410, quarantined: 1 },
      {
        ...{ source: 'src_00000000000000aa', label: 'دورات مفتوحة', address: 'https://gigs.example/feed' },
        ...{
          partner: 'p-1',
          perMinute: 60,
          createdAt: NOON,
          graceEndsAt: null,
          received: 7,
          waiting: 0,
          quarantined: 0,
        },
      },
    ],
    quarantined: [
      setAside('q-2', {
        reason: 'invalid_data',
        fields: [
          { path: 'data.course', code: 'required', message: 'is required' },
          { path: 'data.completedOn', code: 'invalid_format', message: 'must be a date' },
        ],
      }),
      setAside('q-1', { source: 'src_00000000000000aa', id: null, type: null, reason: 'too_large', replayable: false }),
    ],
  });
}
