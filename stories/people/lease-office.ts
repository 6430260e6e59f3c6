/**
 * A deployment of the page's own memory in which one person keeps something from the public: it opens leases, shows by
 * them what members may see, and ends them, with the failures that a story or a test asks for.
 */
import type { HeldLease, PortfolioView, ProfileView } from '@gigsy/schema';
import type { Gigsy, WatchObserver } from '@gigsy/sdk';
import type { AskedAccess } from '@gigsy/sdk/access';
import type { ErrorCode } from '@gigsy/sdk/reader';
import { trouble } from './desk.ts';

type Watcher = WatchObserver<never>;

const MINUTE = 60_000;

export class LeaseOffice {
  /** The calls that arrived: openings with their purpose and words, and ends. */
  readonly calls: string[] = [];
  /** For the openings to come, in their order: an error, or a wait. */
  readonly troubles: (ErrorCode | Promise<void>)[] = [];
  readonly client: Gigsy;
  /** The public view, and the view by a lease. */
  everybody: ProfileView | null;
  leased: ProfileView;
  /** The portfolio by a lease, if it opens some of that. */
  portfolio?: PortfolioView;
  readonly #leases = new Map<string, HeldLease>();
  readonly #watchers = new Map<Watcher, string>();
  #opened = 0;

  constructor(everybody: ProfileView | null, leased: ProfileView) {
    this.everybody = everybody;
    this.leased = leased;
    const watch = (of: string, watcher: Watcher) => this.#watch(of, watcher);
    this.client = {
      url: 'https://desk.example',
      close: () => {},
      privacy: {
        access: {
          open: (asked: AskedAccess) => this.#open(asked),
          close: async ({ lease }: { lease: string }) => this.#end(lease, 'closed'),
          watchView: ({ lease }: { lease: string }, watcher: Watcher) => watch(lease, watcher),
        },
      },
      profile: {
        get: async () => structuredClone(this.everybody),
        watch: (_: unknown, watcher: Watcher) => watch('everybody', watcher),
      },
      portfolio: {
        get: async () => structuredClone(this.everybody && { handle: this.everybody.handle }),
        watch: (_: unknown, watcher: Watcher) => watch('portfolio', watcher),
      },
    } as unknown as Gigsy;
  }

  /** Leases that are open. */
  get open(): number {
    return this.#leases.size;
  }

  /** The owner ends every lease. */
  revoke(): void {
    for (const lease of [...this.#leases.keys()]) this.#end(lease, 'revoked');
  }

  /** The views have changed. */
  change(changed: Partial<Pick<LeaseOffice, 'everybody' | 'leased' | 'portfolio'>>): void {
    Object.assign(this, changed);
    for (const [watcher, of] of this.#watchers) watcher.next(this.#shown(of));
  }

  lose(): void {
    for (const watcher of this.#watchers.keys()) watcher.error?.(trouble('offline'));
  }

  async #open({ handle, purpose, note, minutes = 60 }: AskedAccess): Promise<HeldLease> {
    this.calls.push(['open', handle, purpose, ...(note === undefined ? [] : [note])].join(' '));
    const next = this.troubles.shift();
    if (typeof next === 'string') throw trouble(next);
    await next;
    this.#opened += 1;
    const openedAt = Date.now();
    const lease = `lease-${this.#opened}`;
    const held = { lease, handle, purpose, fields: ['about.text'], openedAt, endsAt: openedAt + minutes * MINUTE };
    this.#leases.set(lease, held);
    return held;
  }

  #end(lease: string, how: string): { lease: string } {
    if (this.#leases.delete(lease)) this.calls.push(`${how} ${lease}`);
    for (const [watcher, of] of this.#watchers) if (of === lease) watcher.next(null as never);
    return { lease };
  }

  #shown(of: string): never {
    const held = this.#leases.get(of);
    if (of === 'everybody') return structuredClone(this.everybody) as never;
    if (of === 'portfolio') return (this.everybody && { handle: this.everybody.handle }) as never;
    return (
      held
        ? {
            profile: structuredClone(this.leased),
            ...(this.portfolio && { portfolio: structuredClone(this.portfolio) }),
            purpose: held.purpose,
            endsAt: held.endsAt,
          }
        : null
    ) as never;
  }

  #watch(of: string, watcher: Watcher): () => void {
    this.#watchers.set(watcher, of);
    const end = () => void this.#watchers.delete(watcher);
    watcher.signal?.addEventListener('abort', end);
    queueMicrotask(() => this.#watchers.has(watcher) && watcher.next(this.#shown(of)));
    return end;
  }
}

/** Ada, who shows members what she says about herself. */
export function reserved(): LeaseOffice {
  const everybody: ProfileView = {
    handle: 'ada',
    role: 'student',
    identity: { displayName: 'Ada Okafor', headline: 'Embedded systems student' },
  };
  return new LeaseOffice(everybody, { ...everybody, about: { text: 'I like problems in the real world.' } });
}
