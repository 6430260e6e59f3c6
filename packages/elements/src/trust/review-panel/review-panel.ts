/** Reviews of the signed-in person's gigs: written, edited and taken back while that is possible, read, and answered. */
import { type CSSResultGroup, type TemplateResult, html } from 'lit';
import type { ReviewedGig } from '@gigsy/schema';
import type { Gigsy } from '@gigsy/sdk';
import { isGigsyError } from '@gigsy/sdk/resource-reader';
import { ActingElement, type Refusals } from '../../client/acting-element.ts';
import type { Questions } from '../../client/followed.ts';
import { dispatch } from '../../dispatch.ts';
import { items } from '../../untrusted.ts';
import { type ReviewView, renderGig } from './gig-view.ts';
import { styles } from './review-panel.styles.ts';
import type { ReviewPanelWords } from './terms.ts';
import { words } from './words.ts';

type Gigs = { readonly gigs: readonly ReviewedGig[] };

/** The person wrote or edited a review, took one back, or answered one. Does not bubble. */
export type ReviewEvent = CustomEvent<{ change: 'write' | 'withdraw' | 'reply'; gig: string }>;

const REFUSALS: Refusals<ReviewPanelWords> = {
  not_ready: ({ notReady }) => notReady,
  not_found: ({ notReady }) => notReady,
};

/**
 * @summary The gigs of the signed-in person that can be reviewed: their own reviews, sealed until both parties have written or the time
 * is over, the reviews that they received, and their answers. Follows all of it live.
 * @tag gigsy-review-panel
 *
 * @event {CustomEvent<{ change: string, gig: string }>} gigsy-review - The person took a step: `write`, `withdraw` or `reply`.
 *
 * @csspart gig - The block of a gig.
 * @csspart title - Its title.
 * @csspart form - The form of a review.
 * @csspart write - The button that sends it.
 * @csspart own - The person's own review.
 * @csspart withdraw - The button that takes it back.
 * @csspart received - The review of the other party.
 * @csspart answer - The form of an answer.
 * @csspart reply - The button that sends it.
 * @csspart fault - What is wrong with a field.
 * @csspart status - The line that tells the outcome.
 */
export class GigsyReviewPanel extends ActingElement<Gigs, ReviewPanelWords> {
  static override styles: CSSResultGroup = [ActingElement.styles, styles];

  static override parts: readonly string[] = [...ActingElement.parts, words.name];

  protected override questions({ trust: { reviews } }: Gigsy): Questions<Gigs> {
    return { gigs: (observer) => reviews.watchMine({}, observer) };
  }

  protected override readonly own = words;

  protected override shownOf({ gigs }: Gigs): Gigs | null {
    return gigs.length > 0 ? { gigs } : null;
  }

  protected override renderValue({ gigs }: Gigs): TemplateResult {
    const { said, busy, localize, fault, innerLevel: level } = this;
    const steps = { write: this.#write, withdraw: this.#withdraw, reply: this.#reply };
    const view: ReviewView = { said, busy, localize, level, fault, ...steps };
    return html`<p class="intro">${said.intro}</p>
      ${this.renderStatus()} ${items(gigs).map((gig) => renderGig(view, gig))}`;
  }

  readonly #write = (event: SubmitEvent): void => {
    event.preventDefault();
    const form = event.currentTarget as HTMLFormElement;
    const gig = form.dataset.gig!;
    const [rating, text] = [Number(valueIn(form, `${gig}-rating`)), valueIn(form, 'text')];
    if (!rating) return this.refuse(`${gig}-rating`, ({ ratingWanted }) => ratingWanted, `[id="${gig}-rating-1"]`);
    this.refused = undefined;
    void this.act(async ({ trust }) => {
      const args = { gig, rating, ...(text && { text }) };
      const sent = await this.#accepted(`${gig}-text`, () => trust.reviews.write(args));
      if (!sent) return undefined;
      dispatch(this, 'gigsy-review', { change: 'write', gig });
      return ({ sealed, shown }: ReviewPanelWords) => (sent.revealed ? shown : sealed);
    }, REFUSALS);
  };

  readonly #reply = (event: SubmitEvent): void => {
    event.preventDefault();
    const form = event.currentTarget as HTMLFormElement;
    const [gig, text] = [form.dataset.gig!, valueIn(form, 'reply')];
    this.refused = undefined;
    void this.act(async ({ trust }) => {
      if (!(await this.#accepted(`${gig}-reply`, () => trust.reviews.reply({ gig, text })))) return undefined;
      dispatch(this, 'gigsy-review', { change: 'reply', gig });
      return ({ answered }: ReviewPanelWords) => answered;
    }, REFUSALS);
  };

  readonly #withdraw = ({ currentTarget }: Event): void => {
    const gig = (currentTarget as HTMLElement).dataset.gig!;
    this.refused = undefined;
    void this.act(async ({ trust }) => {
      await trust.reviews.withdraw({ gig });
      dispatch(this, 'gigsy-review', { change: 'withdraw', gig });
      return ({ withdrawn }: ReviewPanelWords) => withdrawn;
    }, REFUSALS);
  };

  /** Undefined where the text is refused: the fault then stands beside its field. */
  async #accepted<T>(field: string, send: () => Promise<T>): Promise<T | undefined> {
    try {
      return await send();
    } catch (error) {
      if (!isGigsyError(error, 'invalid_argument')) throw error;
      this.refuse(field, ({ textRefused }) => textRefused, `[id="${field}"]`);
      return undefined;
    }
  }
}

function valueIn(form: HTMLFormElement, name: string): string {
  return (new FormData(form).get(name) as string | null)?.trim() ?? '';
}

declare global {
  interface HTMLElementTagNameMap {
    'gigsy-review-panel': GigsyReviewPanel;
  }
  interface HTMLElementEventMap {
    'gigsy-review': ReviewEvent;
  }
}
