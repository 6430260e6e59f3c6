/** The reviews of a person's gigs: what the other parties thought, and what the person answered. */
import { type CSSResultGroup, type TemplateResult, html, nothing } from 'lit';
import type { Review, TrustView } from '@gigsy/schema';
import { partialDate } from '../../localization/partial-date.ts';
import { items, text } from '../../untrusted.ts';
import { PackagedTrustElement } from '../packaged-element.ts';
import { words as roomWords } from '../words.ts';
import { styles } from './reviews.styles.ts';
import { words } from './words.ts';

/** It only marks where a review begins. */
const star = html`<svg viewBox="0 0 24 24" aria-hidden="true"><path d="M12 3l2.8 5.7l6.2.9l-4.5 4.4l1.1 6.2L12 17.3l-5.6 2.9l1.1-6.2L3 9.6l6.2-.9z"></path></svg>`;

/**
 * @summary Reviews of a person's gigs, the last first: the rating, the words, the day, which party wrote it, and the person's answer.
 * It names no author and no gig.
 * @tag gigsy-reviews
 *
 * @csspart list - The reviews.
 * @csspart review - One review.
 * @csspart title - Its rating in words.
 * @csspart text - Its words.
 * @csspart reply - The person's answer.
 */
export class GigsyReviews extends PackagedTrustElement {
  static override styles: CSSResultGroup = [PackagedTrustElement.styles, styles];

  static override parts: readonly string[] = [roomWords.name, words.name];

  protected override readonly own = words;

  protected override renderContent({ reviews }: TrustView): TemplateResult | undefined {
    const shown = items(reviews).map((each) => this.#review(each)).filter((each) => each !== undefined); // prettier-ignore
    return shown[0] && html`<ul part="list" class="list">${shown}</ul>`;
  }

  /** Undefined for a rating out of range, and for parties and days that are not known here. */
  #review({ by, rating, text: written, on, reply }: Review): TemplateResult | undefined {
    const { localize } = this;
    const { stars, from, answer } = localize.terms(words);
    const day = partialDate(on, localize);
    if (!Number.isInteger(rating) || rating < 1 || rating > 5 || !Object.hasOwn(from, text(by)) || !day)
      return undefined;
    const [said, answered] = [text(written), text(reply)];
    const format = localize.format(Intl.NumberFormat, {});
    return html`<li part="review">
      ${star}
      <div>
        <p part="title" class="title">${stars(format.format(rating), format.format(5))}</p>
        <p class="meta"><span class="part">${from[by]}</span> · <span class="part">${day}</span></p>
        ${said ? html`<p part="text" class="prose"><bdi>${said}</bdi></p>` : nothing}
        ${answered ? html`<div part="reply" class="reply"><p class="meta">${answer}</p><p class="prose"><bdi>${answered}</bdi></p></div>` : nothing}
      </div>
    </li>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'gigsy-reviews': GigsyReviews;
  }
}
