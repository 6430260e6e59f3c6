/**
 * The soak's own account of one person: which write made which version of which section. The deployment's answers and reads
 * are held against it.
 */
import { type OwnProfile, type ProfileView, type SectionName, canonicalJson } from '@gigsy/schema';
import type { Item } from './items.ts';

/** The versions whose marks are kept: no write is as late as that. */
const KEPT = 64;

interface Written {
  version: number;
  /** Canonical JSON of the section, by version. */
  contents: Map<number, string>;
}

export class PersonLedger {
  readonly handle: string;
  /** The versions that the clients last heard of, right or stale. */
  known: Record<string, number> = {};
  /** The list that is edited item by item, as the clients last heard of it. */
  projects: { version: number; items: Item[] } = { version: 1, items: [] };
  /** Wanted by the last acknowledged change of settings. */
  hidden = new Set<string>();
  deactivated = false;
  /** Set while the account's status changes: answers may be of either. */
  changingStatus = false;
  readonly breaches: string[] = [];
  readonly #sections = new Map<string, Written>();

  constructor(handle: string) {
    this.handle = handle;
  }

  /** Notes an acknowledged write of `section` that was made from version `from`. */
  acknowledge(section: string, from: number, answered: number, content: unknown): void {
    const written = this.#sections.get(section) ?? { version: 1, contents: new Map<number, string>() };
    this.#sections.set(section, written);
    const text = canonicalJson(content);
    if (answered !== from + 1) this.breaches.push(`${this.handle}: ${section} went from ${from} to ${answered}`);
    const other = written.contents.get(from + 1);
    if (other !== undefined && other !== text)
      this.breaches.push(`${this.handle}: two writes made version ${from + 1} of ${section}`);
    written.contents.set(from + 1, text);
    written.contents.delete(from + 1 - KEPT);
    written.version = Math.max(written.version, from + 1);
    this.known[section] = Math.max(this.known[section] ?? 1, from + 1);
  }

  /** Notes what a client reads. */
  hear({ sections, versions }: OwnProfile): void {
    this.known = { ...versions };
    this.projects = { version: versions.projects, items: sections.projects };
  }

  /** Holds the owner's reading against the account, when no write is under way. */
  checkWhole({ sections, versions }: OwnProfile): void {
    for (const [section, { version, contents }] of this.#sections) {
      const name = section as SectionName;
      if (versions[name] !== version)
        this.breaches.push(`${this.handle}: ${section} is at ${versions[name]} after ${version - 1} writes`);
      else if (section !== 'settings' && contents.get(version) !== canonicalJson(marked(section, sections[name])))
        this.breaches.push(`${this.handle}: ${section} does not hold its last write`);
    }
    for (const [section, items] of Object.entries(sections)) {
      if (!Array.isArray(items)) continue;
      const ids = items.map(({ id }) => id);
      if (new Set(ids).size !== ids.length) this.breaches.push(`${this.handle}: doubled items in ${section}`);
    }
    this.checkMixture(sections.identity.headline, sections.about.text);
  }

  /** Holds a public view against the account at any time. */
  checkView(view: ProfileView | null): void {
    if (view) this.checkMixture(view.identity?.headline, view.about?.text);
  }

  /** Holds a public view against the account when no write is under way. */
  checkSettledView(view: ProfileView | null): void {
    this.checkView(view);
    if ((view === null) !== this.deactivated)
      this.breaches.push(`${this.handle}: ${view ? 'is shown' : 'is hidden'} against the account's status`);
    for (const section of this.hidden) {
      if (view && section in view) this.breaches.push(`${this.handle}: ${section} is shown and should be hidden`);
    }
  }

  checkMixture(headline: string | undefined, text: string | undefined): void {
    if (headline !== undefined && text !== undefined && headline !== text)
      this.breaches.push(`${this.handle}: a reader saw halves of two writes`);
  }
}

/** The part of a section that the soak writes. */
export function marked(section: string, content: unknown): unknown {
  if (section === 'identity') return { headline: (content as { headline?: string }).headline };
  return content;
}
