/** The news that a partner's webhook gets of one deployment, and whether they tell of what happened in a stretch of time. */
import type { Received, Receiver } from '../webhooks/receiver.ts';

interface News {
  subject: string;
  handle?: string;
  /** Of the change, by the deployment's clock. */
  time: string;
  data: { sections?: string[] };
}

interface Stretch {
  /** Numbers of the beacons between which it lies. */
  from: number;
  until: number;
}

export class Inbox {
  readonly #receiver: Receiver;
  readonly #owners: ReadonlySet<string>;
  readonly #beacons: ReadonlySet<string>;
  /** News of everybody but beacons, and the times of beacons. Each body is parsed once. */
  readonly #ofPeople: { subject: string; at: number; body: string }[] = [];
  readonly #lit: number[] = [];
  readonly #subjects = new Set<string>();
  readonly #stretches: Stretch[] = [];
  #read = 0;

  constructor(receiver: Receiver, owners: readonly string[], beacons: readonly string[]) {
    this.#receiver = receiver;
    this.#owners = new Set(owners);
    this.#beacons = new Set(beacons);
  }

  /** Notes that nothing may be told of what happens between two beacons, by their numbers from 1. */
  mustBeStill(from: number, until: number): void {
    this.#stretches.push({ from, until });
  }

  /**
   * Waits for the news of a beacon. The bodies about owners that have come by then and that should not have. Deliveries overtake
   * one another a little: what comes after the beacon is found by the next call.
   */
  async told(beacon: number): Promise<string[]> {
    await this.#receiver.until((received) => {
      for (; this.#read < received.length; this.#read += 1) this.#take(received[this.#read]!);
      return this.#lit.length >= beacon;
    });
    const times = [...this.#lit].sort((one, other) => one - other);
    const stretches = this.#stretches.map(({ from, until }) => [times[from - 1]!, times[until - 1]!] as const);
    // News of somebody who hides name nobody. Each owner was public at first, so that earlier news tell whose they are.
    return this.#ofPeople
      .filter(({ subject, at }) => this.#subjects.has(subject) && stretches.some((each) => isWithin(each, at)))
      .map(({ body }) => body);
  }

  stop(): Promise<void> {
    return this.#receiver.stop();
  }

  #take({ body }: Received): void {
    const news = JSON.parse(body) as News;
    const { handle = '', subject, data } = news;
    const at = Date.parse(news.time);
    // The sign-up of a beacon tells of several sections.
    if (this.#beacons.has(handle)) {
      if (data.sections?.length === 1) this.#lit.push(at);
      return;
    }
    if (this.#owners.has(handle)) this.#subjects.add(subject);
    this.#ofPeople.push({ subject, at, body });
  }
}

/** A beacon is lit after the change before it was answered, and seen before the change after it is made. */
function isWithin([from, until]: readonly [number, number], at: number): boolean {
  return at > from && at <= until;
}
