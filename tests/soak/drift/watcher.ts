/**
 * A live client that watches one person over the socket: as the person, who sees the profile and the owner's view of one
 * moment in each frame, and as the public.
 */
import type { OwnProfile, ProfileView } from '@gigsy/schema';
import { BaseConvexClient } from 'convex/browser';
import type { ClockedDeployment } from '../clocked/clocked-deployment.ts';
import type { Look, Person } from './person.ts';
import { totalOf } from './point.ts';

/** No state of an account has this number. */
const NEVER = -1;

type AdminClient = BaseConvexClient & { setAdminAuth(key: string, identity: object): void };

export class Watcher {
  readonly #person: Person;
  readonly #owner: BaseConvexClient;
  readonly #public: BaseConvexClient;
  readonly #frames: { frames: number };
  readonly #handle: string;
  /** The point of the owner's last frame: later ones may show nothing older. */
  #floor = 0;

  private constructor(person: Person, url: string, frames: { frames: number }) {
    this.#person = person;
    this.#frames = frames;
    this.#handle = person.handle;
    const options = { logger: false, unsavedChangesWarning: false } as const;
    this.#owner = new BaseConvexClient(url, () => this.#ownFrame(), options);
    this.#public = new BaseConvexClient(url, () => this.#publicFrame(), options);
  }

  static async of(person: Person, deployment: ClockedDeployment, frames: { frames: number }): Promise<Watcher> {
    const { url, adminKey, identityOf } = await deployment.access();
    const watcher = new Watcher(person, url, frames);
    (watcher.#owner as AdminClient).setAdminAuth(adminKey, identityOf(person.subject));
    watcher.#owner.subscribe('profile:mine', {});
    watcher.#owner.subscribe('profile:get', { handle: watcher.#handle });
    watcher.#public.subscribe('profile:get', { handle: watcher.#handle });
    return watcher;
  }

  #ownFrame(): void {
    this.#frames.frames += 1;
    const own = result<OwnProfile>(this.#owner, 'profile:mine', {});
    const view = result<ProfileView | null>(this.#owner, 'profile:get', { handle: this.#handle });
    if (!own || view === undefined) return;
    // A former handle leads to the view that members have.
    const isOwn = own.handle === this.#handle;
    this.#person.sawOwn(own, this.#unsettled(), isOwn ? view : undefined);
    this.#floor = totalOf(own.versions);
    if (!isOwn) this.#person.sawView(view, 'platform', this.#unsettled(0));
  }

  #publicFrame(): void {
    this.#frames.frames += 1;
    const view = result<ProfileView | null>(this.#public, 'profile:get', { handle: this.#handle });
    if (view !== undefined) this.#person.sawView(view, 'public', this.#unsettled(0));
  }

  /** Frames are on their way while the account changes, so that either state may still be shown. */
  #unsettled(floor = this.#floor): Look {
    return { ...this.#person.look(), floor, epoch: NEVER };
  }

  /** True once the last frames show what the person has now, when no write is under way. */
  isSettled(): boolean {
    const { tip, role, hidden } = this.#person;
    const own = result<OwnProfile>(this.#owner, 'profile:mine', {});
    const view = result<ProfileView | null>(this.#public, 'profile:get', { handle: this.#handle });
    const shown = hidden ? null : tip.shown('public', role);
    const isShown = view === null ? shown === null : view !== undefined && tip.isShownAs(view, 'public', role);
    return isShown && (hidden ? own === undefined : own !== undefined && tip.isVersion(own.versions));
  }

  async close(): Promise<void> {
    await Promise.all([this.#owner.close(), this.#public.close()]);
  }
}

/** Undefined before the first answer, and while the answer is a refusal. */
function result<T>(client: BaseConvexClient, path: string, args: Record<string, string>): T | undefined {
  try {
    return client.localQueryResult(path, args) as T | undefined;
  } catch {
    return undefined;
  }
}
