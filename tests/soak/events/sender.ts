/**
 * Other systems that send events about people: each with its own records, out of order, some events more than once, in batches
 * that are sent again where the deployment died before it answered.
 */
import { type EventOutcome, MAX_BATCH, type PortfolioEvent } from '@gigsy/schema';
import { Webhook } from 'standardwebhooks';
import type { Random } from '../../local/ledger/random.ts';
import type { Clients } from '../clocked/clients.ts';

/** Events about one record: the first, corrections and a revocation, of which each later one replaces the others. */
const STEPS = { course: 'completed', gig: 'completed', badge: 'awarded' } as const;
type Kind = keyof typeof STEPS;
const KINDS = Object.keys(STEPS) as Kind[];
/** One event in so many is sent a second time. */
const TWICE = 4;
/** The inbox takes signatures of five minutes; the deployment's clock runs fast, so a request that waits for long is signed anew. */
const SIGNED_MS = 4 * 60_000;
const FIRST_AT = Date.UTC(2026, 0, 1);
const MINUTE = 60_000;

export interface SentEvent {
  handle: string;
  event: PortfolioEvent;
}

/** `count` events of one source, about the people in turn. */
export function eventsOf(source: string, people: readonly string[], count: number, random: Random): SentEvent[] {
  return Array.from({ length: count }, (_, number) => {
    const handle = people[number % people.length]!;
    const turn = Math.floor(number / people.length);
    const kind = KINDS[turn % KINDS.length]!;
    const record = `${handle}-${kind}-${Math.floor(turn / 9)}`;
    const chance = random.next();
    const step = chance < 0.6 ? STEPS[kind] : chance < 0.85 ? 'corrected' : 'revoked';
    const at = FIRST_AT + random.integer(0, 100_000) * MINUTE;
    const data = step === 'revoked' ? { record } : dataOf(kind, record, number);
    return {
      handle,
      event: { type: `${kind}.${step}`, data, source, id: `${source}-${number}`, at } as PortfolioEvent,
    };
  });
}

function dataOf(kind: Kind, record: string, number: number): object {
  const common = { record, issuer: { name: 'Open Courses' }, skills: [`Skill ${number % 7}`] };
  const named = { id: record, name: `Thing ${number}` };
  if (kind === 'course') return { ...common, course: named, completedOn: '2026-05-17' };
  if (kind === 'gig') return { ...common, gig: { id: record, title: `Thing ${number}` }, completedOn: '2026-05' };
  return { ...common, badge: named, awardedOn: '2026' };
}

export class Source {
  readonly #clients: Clients;
  readonly #random: Random;
  readonly #name: string;
  readonly #secret: string;
  readonly #now: () => number;
  /** Outcomes that the deployment told, by the id of the event. */
  readonly told = new Map<string, string[]>();
  refusals = 0;

  constructor(parts: { clients: Clients; random: Random; name: string; secret: string; now: () => number }) {
    this.#clients = parts.clients;
    this.#random = parts.random;
    this.#name = parts.name;
    this.#secret = parts.secret;
    this.#now = parts.now;
  }

  /** Sends all, some of them twice, in any order. */
  async send(events: readonly SentEvent[], signal: AbortSignal): Promise<void> {
    const again = events.filter(() => this.#random.integer(0, TWICE) === 0);
    const all = this.#random.shuffled([...events, ...again]);
    for (let at = 0; at < all.length; at += MAX_BATCH) {
      signal.throwIfAborted();
      await this.#deliver(all.slice(at, at + MAX_BATCH));
    }
  }

  async #deliver(batch: SentEvent[]): Promise<void> {
    const body = JSON.stringify(batch.map((sent) => envelopeOf(sent)));
    for (;;) {
      let signedAt = 0;
      const {
        status,
        text,
        retryAfter = 1,
      } = await this.#clients.post(`/v1/events?source=${this.#name}`, () => {
        signedAt = this.#now();
        const headers = { ...this.#signed(body, signedAt), 'Content-Type': 'application/cloudevents-batch+json' };
        return { headers, body };
      });
      if (status === 202) return this.#note((JSON.parse(text) as { outcomes: EventOutcome[] }).outcomes);
      if (status === 401 && this.#now() - signedAt > SIGNED_MS) continue;
      if (status !== 429) throw new Error(`The inbox answered ${status}: ${text}`);
      this.refusals += 1;
      await until(this.#now, this.#now() + retryAfter * 1_000);
    }
  }

  #note(outcomes: EventOutcome[]): void {
    for (const { id, outcome } of outcomes) this.told.set(id!, [...(this.told.get(id!) ?? []), outcome]);
  }

  #signed(body: string, time: number): Record<string, string> {
    const at = new Date(time);
    const id = `msg_${this.#random.integer(0, 2 ** 31)}`;
    return {
      'webhook-id': id,
      'webhook-timestamp': String(Math.floor(at.getTime() / 1_000)),
      'webhook-signature': new Webhook(this.#secret).sign(id, at, body),
    };
  }
}

function envelopeOf({ handle, event: { type, data, source, id, at } }: SentEvent): object {
  const time = new Date(at).toISOString();
  return { specversion: '1.0', id, source, type, subject: `handle:${handle}`, time, data };
}

/** Waits until the deployment's clock has reached a time. */
async function until(now: () => number, time: number): Promise<void> {
  while (now() < time) await new Promise((resolve) => setTimeout(resolve, 20));
}
