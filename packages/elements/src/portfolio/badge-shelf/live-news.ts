/** The news of a shelf that is watched: which badges have come, in words for assistive technology. Loaded by shelves that are `live`. */
import { type TemplateResult, html } from 'lit';
import type { PortfolioView } from '@gigsy/schema';
import type { Localize } from '../../localization/localize.ts';
import { isolated, text } from '../../untrusted.ts';
import { words } from './words.ts';

export type Badge = NonNullable<PortfolioView['badges']>[number];

export class LiveNews {
  readonly #localize: Localize;
  /** The person whose badges were on show last, and the ids of those. */
  #seen?: { of: unknown; ids: ReadonlySet<string> };
  /** Names of the badges that came with the last change that brought any, by their ids. */
  #arrived: ReadonlyMap<string, string> = new Map();

  constructor(localize: Localize) {
    this.#localize = localize;
  }

  /** Whether the badge with this id came last. */
  has(id: string): boolean {
    return this.#arrived.has(id);
  }

  /** The badges on show. Only changes of the same person's badges are news. */
  take(handle: unknown, badges: Badge[]): void {
    const before = this.#seen?.of === handle ? this.#seen?.ids : undefined;
    const fresh = badges.filter(({ id }) => !before?.has(text(id)));
    if (!before) this.#arrived = new Map();
    else if (fresh[0]) this.#arrived = new Map(fresh.map(({ id, name }) => [text(id), text(name)]));
    this.#seen = { of: handle, ids: new Set(badges.map(({ id }) => text(id))) };
  }

  /** A region that exists before the first badge comes. */
  render(): TemplateResult {
    const localize = this.#localize;
    const names = [...this.#arrived.values()].map((name) => isolated(name, localize));
    const list = localize.format(Intl.ListFormat, {}).format(names);
    return html`<p part="news" class="news" role="status">${names[0] && localize.terms(words).arrived(names.length, list)}</p>`;
  }
}
