/** The log of accesses to the signed-in person's data. */
import { type CSSResultGroup, type PropertyValues, type TemplateResult, html, nothing } from 'lit';
import type { GivenLease, LoggedAccess } from '@gigsy/schema';
import type { Gigsy } from '@gigsy/sdk';
import type { WatchObserver } from '@gigsy/sdk/reader';
import { isGigsyError } from '@gigsy/sdk/resource-reader';
import { ClientElement } from '../../client/client-element.ts';
import { dispatch } from '../../dispatch.ts';
import { followAll } from '../followed.ts';
import { outcomeOf } from '../outcome.ts';
import { privacyStyles } from '../privacy.styles.ts';
import type { PrivacyTerms } from '../terms.ts';
import { words as sharedWords } from '../words.ts';
import { styles } from './access-log.styles.ts';
import { renderHistory, renderOpen } from './log-view.ts';
import type { AccessLogTerms } from './terms.ts';
import { words } from './words.ts';

/** A page of the log, newest first. */
interface LogPage {
  readonly accesses: readonly LoggedAccess[];
  readonly next: string | null;
}

/** The accesses that are open, and the first page of all. */
export interface Accesses {
  readonly given: readonly GivenLease[];
  readonly log: LogPage;
}

/** The person has ended an access. Does not bubble. */
export type RevokeEvent = CustomEvent<{ lease: string }>;

type Said = (said: AccessLogTerms, shared: PrivacyTerms) => string;

/**
 * @summary Who opened fields of the signed-in person that not everybody sees: who, which, why, when and until when. Accesses that are
 * open can be ended. Follows the log as it grows.
 * @tag gigsy-access-log
 *
 * @event {CustomEvent<{ lease: string }>} gigsy-revoke - The person has ended an access.
 *
 * @csspart title - The heading of a table.
 * @csspart open - The table of accesses that are open.
 * @csspart history - The table of all accesses.
 * @csspart access - A row.
 * @csspart words - The viewer's own words on the reason.
 * @csspart end - The button that ends an access.
 * @csspart earlier - The button that shows earlier accesses.
 * @csspart status - The line that tells the outcome.
 */
export class GigsyAccessLog extends ClientElement<Accesses> {
  static override styles: CSSResultGroup = [ClientElement.styles, privacyStyles, styles];

  static override parts: readonly string[] = [...ClientElement.parts, sharedWords.name, words.name];

  /** The client that gave what is on show. */
  #asked: Gigsy | undefined;
  /** Accesses that are known, newest first, and where the next page begins. */
  #known: readonly LoggedAccess[] = [];
  #next: string | null = null;
  #busy = false;
  #outcome: Said | undefined;

  protected override get heading(): string {
    return this.localize.terms(words).title;
  }

  protected override get emptyText(): string {
    return this.localize.terms(words).empty;
  }

  protected override follow(client: Gigsy, { next, error, signal }: WatchObserver<Accesses | null>): void {
    if (client !== this.#asked) this.#outcome = undefined;
    this.#asked = client;
    this.#known = [];
    this.#next = null;
    const { access } = client.privacy;
    followAll<Accesses>(
      {
        given: (observer) => access.watchGiven({}, observer),
        log: (observer) => access.watchLog({}, observer),
      },
      {
        next: (accesses) => {
          this.#take(accesses.log);
          next(accesses.given.length + this.#known.length > 0 ? accesses : null);
        },
        error: (failure) => error?.(failure),
        ...(signal && { signal }),
      },
    );
  }

  /** The first page as it is now. Accesses that left it for the next page stay, and so do pages that were asked for. */
  #take({ accesses, next }: LogPage): void {
    const oldest = accesses.at(-1)?.at ?? Infinity;
    const before = this.#known.filter(({ at }) => at < oldest);
    this.#known = [...accesses, ...before];
    if (before.length === 0) this.#next = next;
  }

  protected override renderValue({ given }: Accesses): TemplateResult {
    const [said, shared] = [this.localize.terms(words), this.localize.terms(sharedWords)];
    const view = {
      ...{ said, shared, localize: this.localize, level: this.innerLevel },
      ...{ busy: this.#busy, end: this.#end },
    };
    return html`<p class="intro">${said.intro}</p>
      ${renderOpen(view, given)} ${renderHistory(view, this.#known)}
      <div class="after">
        ${
          this.#next === null
            ? nothing
            : html`<button part="earlier" class="earlier" type="button" aria-disabled=${this.#busy ? 'true' : nothing} @click=${this.#earlier}>${said.earlier}</button>`
        }
        <p part="status" class="status" role="status" tabindex="-1">${this.#outcome?.(said, shared) ?? ''}</p>
      </div>`;
  }

  readonly #end = ({ currentTarget }: Event): void => {
    const { lease } = (currentTarget as HTMLElement).dataset;
    void this.#call(async ({ privacy }) => {
      await privacy.access.revoke({ lease: lease! });
      this.#outcome = ({ ended }) => ended;
      dispatch(this, 'gigsy-revoke', { lease });
    });
  };

  readonly #earlier = (): void => {
    void this.#call(async ({ privacy }, isPresent) => {
      const { accesses, next } = await privacy.access.log({ before: this.#next! });
      if (!isPresent()) return;
      this.#known = [...this.#known, ...accesses];
      this.#next = next;
      const written = this.localize.format(Intl.NumberFormat, {}).format(accesses.length);
      this.#outcome = ({ shown }) => shown(accesses.length, written);
    });
  };

  /** One call at a time. Its answer counts as long as the element asks the same client. */
  async #call(act: (client: Gigsy, isPresent: () => boolean) => Promise<void>): Promise<void> {
    const client = this.#asked;
    if (!client || this.#busy) return;
    this.#busy = true;
    this.#outcome = undefined;
    this.requestUpdate();
    try {
      await act(client, () => client === this.#asked);
    } catch (error) {
      const tell = isGigsyError(error, 'not_found') ? ({ endedBefore }: AccessLogTerms) => endedBefore : undefined;
      this.#outcome = tell ?? ((_, shared) => outcomeOf(error)(shared));
      dispatch(this, 'gigsy-error', error);
    }
    this.#busy = false;
    this.requestUpdate();
  }

  /** Focus goes to the line that tells the outcome when its button goes away. */
  protected override update(changed: PropertyValues): void {
    const focused = this.shadowRoot!.activeElement;
    super.update(changed);
    if (!focused || focused.isConnected) return;
    const { shadowRoot } = this;
    (shadowRoot!.querySelector<HTMLElement>('.status') ?? shadowRoot!.querySelector('article')!).focus();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'gigsy-access-log': GigsyAccessLog;
  }
  interface HTMLElementEventMap {
    'gigsy-revoke': RevokeEvent;
  }
}
