/**
 * The soak's own account of one person. Accepted writes form a chain: each was made from the point that the one before it
 * left. A write that was lost, made twice or made from an old version leaves a gap in the chain. Everything that a reader
 * was shown must be one of the points, whole.
 */
import type { Audience, OwnProfile, ProfileView, Role, Versions } from '@gigsy/schema';
import { canonicalJson } from '@gigsy/schema';
import { Point, type Write, totalOf } from './point.ts';

/** Points that are kept: no reader and no stale client is as late as that. */
const KEPT = 16;

/** The account and the handle of a person at a moment. */
export interface Look {
  hidden: boolean;
  handle: string;
  /** Point at the moment: readers may see nothing older. */
  floor: number;
  changing: boolean;
  epoch: number;
}

interface Sight {
  what: string;
  fits(points: readonly Point[]): boolean;
}

export class Person {
  /** The identity provider's id, which never changes. */
  readonly subject: string;
  readonly role: Role;
  readonly report: (breach: string) => void;
  /** Handles that the person has had, the present one last. */
  readonly handles: string[];
  hidden = false;
  /** True while a change of the account or the handle is under way: then answers may be of either. */
  changing = false;
  /** When the handle was left last, in the deployment's milliseconds. */
  handleLeftAt: number | undefined;
  /** The last accepted change, by its key. */
  accepted: { path: string; idempotencyKey: string; at: number } | undefined;
  #epoch = 0;
  #points: Point[] = [];
  #waiting: Write[] = [];
  #sights: Sight[] = [];
  #underWay = 0;
  #begun = 0;
  #broken = false;

  constructor(subject: string, handle: string, role: Role, report: (breach: string) => void) {
    this.subject = subject;
    this.handles = [handle];
    this.role = role;
    this.report = (breach) => report(`${subject}: ${breach}`);
  }

  get handle(): string {
    return this.handles.at(-1)!;
  }

  /** The last point that is known. */
  get tip(): Point {
    return this.#points.at(-1)!;
  }

  get isBorn(): boolean {
    return this.#points.length > 0;
  }

  /** A point that a client may still think to be the last one, `back` writes ago. */
  earlier(back: number): Point {
    return this.#points.at(-1 - back) ?? this.#points[0]!;
  }

  bear({ versions, sections, settings }: OwnProfile): void {
    this.#points = [new Point({ versions, sections, settings, removed: [] })];
  }

  /** Begins a write. The function that it returns ends it, and says whether another write was under way meanwhile. */
  begin(): () => boolean {
    const beside = this.#underWay > 0 || this.#waiting.length > 0;
    this.#underWay += 1;
    this.#begun += 1;
    const begun = this.#begun;
    return () => {
      this.#underWay -= 1;
      this.#settle();
      return beside || this.#begun !== begun;
    };
  }

  accept(write: Write): void {
    this.#waiting.push(write);
  }

  /** Begins a change of the account or the handle; no other may be under way. */
  change(): (made: () => void) => void {
    this.changing = true;
    return (made) => {
      made();
      this.changing = false;
      this.#epoch += 1;
    };
  }

  look(): Look {
    const { hidden, handle, changing } = this;
    return { hidden, handle, changing, floor: this.isBorn ? this.tip.total : 0, epoch: this.#epoch };
  }

  /** True if account and handle are as they were at the look, and were so all the time. */
  isAsAt({ changing, epoch }: Look): boolean {
    return !changing && !this.changing && epoch === this.#epoch;
  }

  /** Holds versions that the deployment answered against the chain, as soon as it is known. */
  sawVersions(versions: Versions, { floor }: Look): void {
    const total = totalOf(versions);
    this.#see(`versions ${total} (from ${floor})`, (points) =>
      points.some((point) => point.total >= floor && point.isVersion(versions)),
    );
  }

  /** Holds the owner's own reading, and what the same moment shows the owner, against the chain. */
  sawOwn({ versions, sections, settings, handle, role }: OwnProfile, look: Look, view?: ProfileView | null): void {
    const total = totalOf(versions);
    const text = canonicalJson([sections, settings]);
    const isTheirs = role === this.role && this.#mayBear(handle, look);
    this.#see(`their profile at ${total} (from ${look.floor})`, (points) => {
      const point = points.find((each) => each.total === total);
      if (!point || total < look.floor || !isTheirs) return false;
      const isWhole = point.whole === text && point.isVersion(versions);
      return isWhole && (view === undefined || point.isShownAs(view, 'owner', this.role));
    });
  }

  /** Holds a view against the chain, and against the account. */
  sawView(view: ProfileView | null, audience: Audience, look: Look): void {
    const stable = this.isAsAt(look);
    if (view === null && (look.hidden || !stable)) return;
    if (view !== null && stable && look.hidden) return this.report(`is shown to ${audience} and should be hidden`);
    const isTheirs = view === null || this.#mayBear(view.handle, look);
    this.#see(`view of ${audience} (from ${look.floor})`, (points) =>
      points.some((point) => isTheirs && point.total >= look.floor && point.isShownAs(view, audience, this.role)),
    );
  }

  #mayBear(handle: string, look: Look): boolean {
    return this.isAsAt(look) ? handle === look.handle : this.handles.includes(handle) || this.changing;
  }

  #see(what: string, fits: Sight['fits']): void {
    this.#sights.push({ what, fits });
    this.#settle();
  }

  /** Puts accepted writes into the chain and, when no write is under way, looks at what readers have seen. */
  #settle(): void {
    if (this.#broken || !this.isBorn) return;
    for (let next = this.#next(); next.length > 0; next = this.#next()) {
      for (const write of next) {
        this.#points.push(this.tip.after(write)!);
        this.#waiting.splice(this.#waiting.indexOf(write), 1);
      }
    }
    if (this.#underWay > 0) return;
    for (const write of this.#waiting.splice(0)) {
      this.#broken = true;
      this.report(
        `lost update: ${JSON.stringify(write.answered)} does not follow ${JSON.stringify(this.tip.versions)}`,
      );
    }
    for (const { what, fits } of this.#sights.splice(0))
      if (!fits(this.#points)) this.report(`mixture, old or unknown: ${what}, at ${this.tip.total}`);
    this.#points.splice(0, this.#points.length - KEPT);
  }

  /**
   * The writes that come next, or none. A change of settings answers no other version, so it has a place only when the
   * write after it is known, or no other is under way.
   */
  #next(): Write[] {
    const run: Write[] = [];
    for (let at = this.tip; ;) {
      const isSettings = ({ settings }: Write) => settings !== undefined;
      const whole = this.#waiting.find((write) => !isSettings(write) && at.after(write));
      if (whole) return [...run, whole];
      const settings = this.#waiting.find((write) => isSettings(write) && at.after(write));
      if (!settings) break;
      run.push(settings);
      at = at.after(settings)!;
    }
    return this.#underWay === 0 ? run : [];
  }
}
