/** The log of accesses to the signed-in person's data. */
import { type CSSResultGroup, type TemplateResult, html, nothing } from 'lit';
import type { DailyViews, Disclosure, GivenLease, LoggedAccess } from '@gigsy/schema';
import type { Gigsy } from '@gigsy/sdk';
import { dispatch } from '../../dispatch.ts';
import type { Refusals } from '../../client/acting-element.ts';
import { PrivacyElement } from '../privacy-element.ts';
import type { Questions } from '../../client/followed.ts';
import { stackedTable } from '../../client/stacked-table.styles.ts';
import { styles } from './access-log.styles.ts';
import { renderHistory, renderOpen, renderSent } from './log-view.ts';
import type { AccessLogTerms } from './terms.ts';
import { renderViews } from './views-table.ts';
import { words } from './words.ts';

/** A page of the log, newest first. */
interface LogPage {
  readonly accesses: readonly LoggedAccess[];
  readonly next: string | null;
}

/** The accesses that are open, the first page of all, the last disclosures to other parties, and the views by the public. */
export interface Accesses {
  readonly given: readonly GivenLease[];
  readonly log: LogPage;
  readonly sent: { readonly disclosures: readonly Disclosure[] };
  readonly views: { readonly days: readonly DailyViews[] };
}

/** The person has ended an access. Does not bubble. */
export type RevokeEvent = CustomEvent<{ lease: string }>;

const REFUSALS: Refusals<AccessLogTerms> = { not_found: ({ endedBefore }) => endedBefore };

/**
 * @summary Who opened fields of the signed-in person that not everybody sees: who, which, why, when and until when. Accesses that are
 * open can be ended. Below stand what the product has sent of the person's data to other parties, and how often the public read
 * the profile, by day. Follows all of it as it grows.
 * @tag gigsy-access-log
 *
 * @event {CustomEvent<{ lease: string }>} gigsy-revoke - The person has ended an access.
 *
 * @csspart title - The heading of a table.
 * @csspart open - The table of accesses that are open.
 * @csspart history - The table of all accesses.
 * @csspart sent - The table of what was sent to other parties.
 * @csspart access - A row of an access.
 * @csspart disclosure - A row of what was sent.
 * @csspart words - The viewer's own words on the reason.
 * @csspart end - The button that ends an access.
 * @csspart views - The table of views by the public.
 * @csspart earlier - The button that shows earlier accesses.
 * @csspart status - The line that tells the outcome.
 */
export class GigsyAccessLog extends PrivacyElement<Accesses, AccessLogTerms> {
  static override styles: CSSResultGroup = [PrivacyElement.styles, stackedTable, styles];

  static override parts: readonly string[] = [...PrivacyElement.parts, words.name];

  protected override readonly own = words;

  /** Accesses that are known, newest first, and where the next page begins. */
  #known: readonly LoggedAccess[] = [];
  #next: string | null = null;

  /** Each time from the newest access on. */
  protected override questions({ privacy: { access, disclosures } }: Gigsy): Questions<Accesses> {
    this.#known = [];
    this.#next = null;
    return {
      given: (observer) => access.watchGiven({}, observer),
      log: (observer) => access.watchLog({}, observer),
      sent: (observer) => disclosures.watchList({}, observer),
      views: (observer) => access.watchViews({}, observer),
    };
  }

  protected override shownOf(accesses: Accesses): Accesses | null {
    this.#take(accesses.log);
    const { given, sent, views } = accesses;
    const told = given.length + this.#known.length + sent.disclosures.length + views.days.length;
    return told > 0 ? accesses : null;
  }

  /** The first page as it is now. Accesses that left it for the next page stay, and so do pages that were asked for. */
  #take({ accesses, next }: LogPage): void {
    const oldest = accesses.at(-1)?.at ?? Infinity;
    const before = this.#known.filter(({ at }) => at < oldest);
    this.#known = [...accesses, ...before];
    if (before.length === 0) this.#next = next;
  }

  protected override renderValue({ given, sent, views }: Accesses): TemplateResult {
    const { said, shared, busy } = this;
    const view = {
      ...{ said, shared, localize: this.localize, level: this.innerLevel },
      ...{ busy, end: this.#end },
    };
    return html`<p class="intro">${said.intro}</p>
      ${
        given.length + this.#known.length === 0
          ? html`<p class="hint">${said.empty}</p>`
          : html`${renderOpen(view, given)} ${renderHistory(view, this.#known)}`
      }
      <div class="after">
        ${
          this.#next === null
            ? nothing
            : html`<button part="earlier" class="earlier" type="button" aria-disabled=${busy ? 'true' : nothing} @click=${this.#earlier}>${said.earlier}</button>`
        }
        ${this.renderStatus()}
      </div>
      ${renderSent(view, sent.disclosures)} ${renderViews(view, views.days)}`;
  }

  readonly #end = ({ currentTarget }: Event): void => {
    const { lease } = (currentTarget as HTMLElement).dataset;
    const revoke = async ({ privacy }: Gigsy) => {
      await privacy.access.revoke({ lease: lease! });
      dispatch(this, 'gigsy-revoke', { lease });
      return ({ ended }: AccessLogTerms) => ended;
    };
    void this.act(revoke, REFUSALS);
  };

  readonly #earlier = (): void => {
    const read = async (client: Gigsy) => {
      const { accesses, next } = await client.privacy.access.log({ before: this.#next! });
      if (client !== this.asked) return undefined;
      this.#known = [...this.#known, ...accesses];
      this.#next = next;
      const written = this.localize.format(Intl.NumberFormat, {}).format(accesses.length);
      return ({ shown }: AccessLogTerms) => shown(accesses.length, written);
    };
    void this.act(read, REFUSALS);
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'gigsy-access-log': GigsyAccessLog;
  }
  interface HTMLElementEventMap {
    'gigsy-revoke': RevokeEvent;
  }
}
