/**
 * An access to the non-public fields of one profile, followed: it is opened, renewed before it ends, and closed when nobody
 * follows it any more. Its content is dropped when it ends in any way, and while nobody can say whether it has.
 */
import type { AccessPurpose, HeldLease, PortfolioView, ProfileView } from '@gigsy/schema';
import type { Gigsy } from '../client.ts';
import { type GigsyError, connectionError, isGigsyError } from '../errors.ts';
import { unheld } from '../live/unheld.ts';

/** The access that is asked for. `purpose: 'other'` wants a `note`; both are shown to the owner of the profile. */
export interface AskedAccess {
  handle: string;
  purpose: AccessPurpose;
  note?: string;
  /** How long each access lasts before it is renewed: 60 unless it is given, 1,440 at most. */
  minutes?: number;
}

/**
 * Why there is nothing to show any more, or never was. `refused`: it was not opened; the error says why. `ended`: the owner
 * ended it, hid what it showed, or its time was over and it could not be renewed. `offline`: there is no connection for longer than a
 * minute, so that an end could not be heard; the view comes back with the connection.
 */
export type AccessEnd = 'refused' | 'ended' | 'offline';

export interface AccessObserver {
  /** The profile, and the portfolio if it opened some of that, with what the access opened: now and after each change. */
  next(profile: ProfileView, until: number, portfolio?: PortfolioView): void;
  /** There is nothing to show: drop what was given. */
  dropped(why: AccessEnd, error?: GigsyError): void;
}

/** The part of a client that accesses need. */
export type AccessClient = { privacy: { access: Pick<Gigsy['privacy']['access'], 'open' | 'close' | 'watchView'> } };

/** Longest time without a connection for which the content stays, in milliseconds: a revocation is heard by then. */
const UNHEARD_MS = 60_000;
/** An access is renewed when a tenth of its time is left, and a minute before its end at the latest. */
const LEFT = 10;
const LATEST_MS = 60_000;
/** Longest wait that timers take; a lease lasts a day at most. */
const TIMER_MS = 2 ** 31 - 1;

/**
 * Opens an access and follows it until the returned function is called, which closes it. `dropped` with `refused` or `ended` is
 * the last that the observer hears.
 */
export function followAccess(client: AccessClient, asked: AskedAccess, observer: AccessObserver): () => void {
  const followed = new FollowedAccess(client, asked, observer);
  void followed.begin();
  return () => followed.close();
}

class FollowedAccess {
  readonly #client: AccessClient;
  readonly #asked: AskedAccess;
  readonly #observer: AccessObserver;
  #held: HeldLease | undefined;
  #endWatch = () => {};
  #timers: ReturnType<typeof setTimeout>[] = [];
  #unheard: ReturnType<typeof setTimeout> | undefined;
  #over = false;

  constructor(client: AccessClient, asked: AskedAccess, observer: AccessObserver) {
    this.#client = client;
    this.#asked = asked;
    this.#observer = observer;
  }

  async begin(): Promise<void> {
    try {
      await this.#open();
    } catch (thrown) {
      this.#drop('refused', asError(thrown));
    }
  }

  close(): void {
    this.#end();
    this.#leave(this.#held);
  }

  /** The deployment's clock may differ from ours, so the time is counted from before the request. */
  async #open(): Promise<void> {
    const asked = Date.now();
    const lease = await this.#client.privacy.access.open(this.#asked);
    if (this.#over) return this.#leave(lease);
    const before = this.#held;
    this.#held = lease;
    this.#endWatch();
    this.#watch(lease);
    const lasts = lease.endsAt - lease.openedAt - (Date.now() - asked);
    this.#stopTimers();
    this.#at(lasts - Math.max(lasts / LEFT, Math.min(LATEST_MS, lasts / 2)), () => void this.#renew());
    this.#at(lasts, () => this.#drop('ended'));
    this.#leave(before);
  }

  /** Where it fails, the access goes on to its end. */
  async #renew(): Promise<void> {
    await this.#open().catch(() => undefined);
  }

  #watch({ lease, endsAt }: HeldLease): void {
    this.#endWatch = this.#client.privacy.access.watchView(
      { lease },
      {
        next: (view) => {
          this.#hear();
          if (view) this.#observer.next(view.profile, endsAt, view.portfolio);
          else this.#drop('ended');
        },
        error: (error) => {
          if (error.code === 'offline') this.#unheard ??= after(UNHEARD_MS, () => this.#observer.dropped('offline'));
          else this.#drop('ended', error);
        },
      },
    );
  }

  #hear(): void {
    clearTimeout(this.#unheard);
    this.#unheard = undefined;
  }

  #drop(why: AccessEnd, error?: GigsyError): void {
    if (this.#over) return;
    this.#end();
    this.#observer.dropped(why, error);
  }

  #end(): void {
    this.#over = true;
    this.#endWatch();
    this.#stopTimers();
    this.#hear();
  }

  #at(ms: number, act: () => void): void {
    this.#timers.push(after(ms, act));
  }

  #stopTimers(): void {
    for (const timer of this.#timers) clearTimeout(timer);
    this.#timers = [];
  }

  /** An access that has ended already, or that cannot be closed now, ends by itself. */
  #leave(held: HeldLease | undefined): void {
    if (held) this.#client.privacy.access.close({ lease: held.lease }).catch(() => undefined);
  }
}

function after(ms: number, act: () => void): ReturnType<typeof setTimeout> {
  return unheld(setTimeout(act, Math.min(Math.max(ms, 0), TIMER_MS)));
}

function asError(thrown: unknown): GigsyError {
  return isGigsyError(thrown) ? thrown : connectionError(thrown);
}
