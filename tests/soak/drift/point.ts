/** A profile as it must be after one of its writes: the soak's own reckoning, write by write. */
import {
  type Audience,
  type ListSection,
  type PrivacySettings,
  type ProfileView,
  type Role,
  type Sections,
  type Versions,
  canonicalJson,
  listSectionNames,
  projectProfile,
} from '@gigsy/schema';

export interface Removed {
  section: ListSection;
  item: Sections[ListSection][number];
  /** It was removed at this time or later, in the deployment's time. */
  since: number;
}

/** An accepted write, by what it must have left. */
export interface Write {
  /** The versions that the call named, of each section that it spoke of. */
  expected: Readonly<Partial<Versions>>;
  /** The sections whose content the call changed. */
  sections: Readonly<Partial<Sections>>;
  /** The settings, if the call changed them. */
  settings?: PrivacySettings;
  /** All versions after the write; a change of settings answers only theirs. */
  answered: Readonly<Partial<Versions>>;
  /** When the call began, in the deployment's time. */
  since: number;
}

/** More than the product keeps of one profile, so that the newest of them can be compared. */
const REMOVED_KEPT = 100;

export class Point {
  readonly versions: Versions;
  readonly sections: Sections;
  readonly settings: PrivacySettings;
  /** Items that have left the profile, the last ones last. */
  readonly removed: readonly Removed[];
  readonly #shown = new Map<Audience, string | null>();
  #whole: string | undefined;

  constructor(of: Pick<Point, 'versions' | 'sections' | 'settings' | 'removed'>) {
    this.versions = of.versions;
    this.sections = of.sections;
    this.settings = of.settings;
    this.removed = of.removed;
  }

  /** Grows with each write, so that points of one profile have an order. */
  get total(): number {
    return totalOf(this.versions);
  }

  /** The whole content as text. */
  get whole(): string {
    return (this.#whole ??= canonicalJson([this.sections, this.settings]));
  }

  /** The view of an active person's profile as text, without the handle; null if the audience may not see it. */
  shown(audience: Audience, role: Role): string | null {
    const known = this.#shown.get(audience);
    if (known !== undefined) return known;
    const { sections, settings } = this;
    const view = projectProfile({ handle: '', role, sections, settings, status: 'active' }, audience);
    const text = view && canonicalJson(view);
    this.#shown.set(audience, text);
    return text;
  }

  isVersion(versions: Readonly<Versions>): boolean {
    return canonicalJson(versions) === canonicalJson(this.versions);
  }

  /** True if this is what `audience` must be shown, under whatever handle. */
  isShownAs(view: ProfileView | null, audience: Audience, role: Role): boolean {
    return this.shown(audience, role) === (view && canonicalJson({ ...view, handle: '' }));
  }

  /** The point after `write`; null if the write was not made from here. */
  after(write: Write): Point | null {
    const { expected, sections, settings, answered, since } = write;
    const isFromHere = Object.entries(expected).every(([name, version]) => this.versions[name as never] === version);
    if (!isFromHere) return null;
    const versions = { ...this.versions };
    for (const name of changedBy(write)) versions[name] += 1;
    const fits = Object.entries(answered).every(([name, version]) => versions[name as never] === version);
    if (!fits) return null;
    return new Point({
      versions,
      sections: { ...this.sections, ...sections },
      settings: settings ?? this.settings,
      removed: this.#removedAfter(sections, since),
    });
  }

  #removedAfter(changed: Readonly<Partial<Sections>>, since: number): readonly Removed[] {
    let removed = this.removed;
    for (const section of listSectionNames) {
      const list = changed[section];
      if (!list) continue;
      const ids = new Set(list.map(({ id }) => id));
      removed = removed.filter((one) => one.section !== section || !ids.has(one.item.id));
      const gone = this.sections[section].filter(({ id }) => !ids.has(id));
      removed = [...removed, ...gone.map((item) => ({ section, item, since }))];
    }
    return removed.slice(-REMOVED_KEPT);
  }
}

export function changedBy({ sections, settings }: Pick<Write, 'sections' | 'settings'>): (keyof Versions)[] {
  return [...(Object.keys(sections) as (keyof Versions)[]), ...(settings ? ['settings' as const] : [])];
}

export function totalOf(versions: Readonly<Versions>): number {
  return Object.values(versions).reduce((sum, version) => sum + version, 0);
}
