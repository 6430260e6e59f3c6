/* eslint no-restricted-syntax: off -- The element comes from the package, with Lit in full: values stand in text areas too. */
/** One gig as the panel draws it: the form or the review that the person wrote, and the one that they received. */
import { type TemplateResult, html, nothing } from 'lit';
import type { ReviewedGig } from '@gigsy/schema';
import { type FormView, faultOf, renderFault } from '../../client/form-fault.ts';
import type { Localize } from '../../localization/localize.ts';
import { partialDate } from '../../localization/partial-date.ts';
import { text } from '../../untrusted.ts';
import type { ReviewPanelWords } from './terms.ts';

export interface ReviewView extends FormView {
  readonly said: ReviewPanelWords;
  readonly localize: Localize;
  /** Level of the headings within. */
  readonly level: number;
  /** Takes the form of a review, or of an answer. */
  readonly write: (event: SubmitEvent) => void;
  readonly reply: (event: SubmitEvent) => void;
  /** Takes back the review of the gig that the button names. */
  readonly withdraw: (event: Event) => void;
}

type Own = NonNullable<ReviewedGig['own']>;

const RATINGS = [1, 2, 3, 4, 5] as const;

export function renderGig(view: ReviewView, gig: ReviewedGig): TemplateResult {
  const { said, level, localize } = view;
  const { gig: id, title, as, completedOn, open, own, received, closesAt } = gig;
  const until = localize.format(Intl.DateTimeFormat, { dateStyle: 'long' }).format(closesAt);
  return html`<section part="gig" class="block gig" aria-labelledby="${id}-title">
    <div id="${id}-title" part="title" class="title" role="heading" aria-level=${level}><bdi>${text(title)}</bdi></div>
    <p class="hint">${said.as[as](partialDate(completedOn, localize))}</p>
    ${open ? html`<p class="hint">${said.until(until)}</p>` : nothing}
    ${own ? renderOwn(view, own) : nothing}
    ${open ? renderForm(view, gig) : nothing}
    ${own ? renderWithdraw(view, gig) : nothing}
    ${!open && !own ? html`<p class="hint">${said.over}</p>` : nothing}
    ${received ? renderReceived(view, gig) : nothing}
  </section>`;
}

function renderOwn({ said, localize }: ReviewView, { rating, text: words, state, reply }: Own): TemplateResult {
  return html`<div part="own" class="review">
    <p><span class="label">${said.own}:</span> ${starsOf(said, rating, localize)} ${state in said.states ? html`<span class="tag">${said.states[state as keyof typeof said.states]}</span>` : nothing}</p>
    ${prose(words)} ${reply ? html`<p class="hint">${said.answer}</p>${prose(reply)}` : nothing}
  </div>`;
}

function renderForm(view: ReviewView, { gig, title, own }: ReviewedGig): TemplateResult {
  const { said, busy, localize } = view;
  const [field, words] = [`${gig}-rating`, `${gig}-text`];
  const [fault, refused] = [faultOf(view, field), faultOf(view, words)];
  const radios = RATINGS.map(
    (rating) =>
      html`<label class="choice"><input type="radio" id="${field}-${rating}" name=${field} value=${rating} .checked=${own?.rating === rating} aria-describedby="${field}-fault" /> ${starsOf(said, rating, localize)}</label>`,
  );
  return html`<form part="form" data-gig=${gig} novalidate @submit=${view.write}>
    <fieldset aria-labelledby="${field} ${gig}-title"><legend id=${field}>${said.rating}</legend><div class="choices">${radios}</div>${renderFault(field, fault)}</fieldset>
    <label class="wide">${said.text} <textarea id=${words} name="text" rows="3" maxlength="2000" dir="auto" .value=${text(own?.text)} aria-invalid=${refused ? 'true' : nothing} aria-describedby="${words}-fault"></textarea></label>
    ${renderFault(words, refused)}
    <button part="write" class="primary" aria-label="${own ? said.edit : said.write}: ${text(title)}" aria-disabled=${busy ? 'true' : nothing}>${own ? said.edit : said.write}</button>
  </form>`;
}

function renderWithdraw({ said, busy, withdraw }: ReviewView, { gig, title }: ReviewedGig): TemplateResult {
  return html`<button part="withdraw" type="button" data-gig=${gig} aria-label="${said.withdraw}: ${text(title)}" aria-disabled=${busy ? 'true' : nothing} @click=${withdraw}>${said.withdraw}</button>`;
}

function renderReceived(view: ReviewView, gig: ReviewedGig): TemplateResult {
  const { said, localize } = view;
  const { rating, text: words, reply, canReply } = gig.received!;
  return html`<div part="received" class="review">
    <p><span class="label">${said.received}:</span> ${starsOf(said, rating, localize)}</p>
    ${prose(words)} ${reply ? html`<p class="hint">${said.reply}</p>${prose(reply)}` : nothing}
    ${canReply ? renderReply(view, gig) : nothing}
  </div>`;
}

function renderReply(view: ReviewView, { gig, title }: ReviewedGig): TemplateResult {
  const { said, busy } = view;
  const field = `${gig}-reply`;
  const fault = faultOf(view, field);
  return html`<form part="answer" data-gig=${gig} novalidate @submit=${view.reply}>
    <label class="wide">${said.reply} <textarea id=${field} name="reply" rows="2" maxlength="2000" dir="auto" required aria-invalid=${fault ? 'true' : nothing} aria-describedby="${field}-fault"></textarea></label>
    ${renderFault(field, fault)}
    <button part="reply" aria-label="${said.sendReply}: ${text(title)}" aria-disabled=${busy ? 'true' : nothing}>${said.sendReply}</button>
  </form>`;
}

function starsOf(said: ReviewPanelWords, rating: number, localize: Localize): string {
  const format = localize.format(Intl.NumberFormat, {});
  return said.stars(format.format(rating), format.format(5));
}

function prose(words: unknown): TemplateResult | typeof nothing {
  const shown = text(words);
  return shown ? html`<p class="prose"><bdi>${shown}</bdi></p>` : nothing;
}
