/** The queue of moderators. */
import { type TemplateResult, html, nothing } from 'lit';
import type { CaseState, CaseSummary, ModerationQueue } from '@gigsy/schema';
import type { Gigsy } from '@gigsy/sdk';
import type { Questions } from '../../client/followed.ts';
import { dispatch } from '../../dispatch.ts';
import { items, text } from '../../untrusted.ts';
import { ModeratingElement } from '../moderating/moderating-element.ts';
import type { ModerationTerms } from '../moderating/terms.ts';

interface Queue {
  readonly page: ModerationQueue;
}

/** A moderator opens a case. Does not bubble. */
export type CaseEvent = CustomEvent<{ case: string }>;

/**
 * @summary The cases of moderation in one state, those that are due first: place, reasons, reports, time and who has it. Opens a
 * case, and dismisses many at once after telling which it can. Follows the queue live. For moderators and administrators.
 * @tag gigsy-moderation-queue
 *
 * @event {CustomEvent<{ case: string }>} gigsy-case - The moderator opens a case.
 *
 * @csspart state - The choice of a state.
 * @csspart case - A case.
 * @csspart open - The button that opens it.
 * @csspart select - The box that selects it.
 * @csspart dismiss - The button that asks which of the selected cases can be dismissed.
 * @csspart confirm - The button that dismisses them.
 * @csspart next - The button to the next page.
 * @csspart status - The line that tells the outcome.
 */
export class GigsyModerationQueue extends ModeratingElement<Queue> {
  #state: CaseState = 'open';
  #after: string | undefined;
  readonly #selected = new Set<string>();
  /** Cases that the dry run said can be dismissed. */
  #dismissible: readonly string[] = [];

  protected override get heading(): string {
    return this.said.queue.title;
  }

  protected override get emptyText(): string {
    return this.said.queue.empty;
  }

  protected override begin(client: Gigsy): void {
    super.begin(client);
    this.#forget();
  }

  protected override questions({ trust: { moderation } }: Gigsy): Questions<Queue> {
    const page = { state: this.#state, ...(this.#after !== undefined && { after: this.#after }) };
    return { page: (observer) => moderation.watchQueue(page, observer) };
  }

  protected override shownOf(queue: Queue): Queue {
    return queue;
  }

  protected override renderValue({ page }: Queue): TemplateResult {
    const { said } = this;
    const cases = items(page.cases);
    const states = Object.entries(said.states).map(
      ([state, name]) => html`<option value=${state} ?selected=${state === this.#state}>${name}</option>`,
    );
    return html`<div class="bar">
        <label>${said.queue.state} <select part="state" @change=${this.#choose}>${states}</select></label>
      </div>
      ${this.renderStatus()}
      ${cases.length > 0 ? html`<ul>${cases.map((each) => this.#renderCase(each))}</ul>` : html`<p class="hint">${said.queue.empty}</p>`}
      ${this.#renderActs(page.next)}`;
  }

  #renderCase({
    case: id,
    handle,
    place,
    reasons,
    reports,
    dueAt,
    overdue,
    assignee,
    state,
  }: CaseSummary): TemplateResult {
    const { said } = this;
    const { queue } = said;
    const name = `${handle === null ? '' : `@${text(handle)} · `}${this.nameOf(place)}`;
    const why = items(reasons as never[]).map((reason) => said.reasons[reason]);
    const canDismiss = state === 'open' || state === 'inReview';
    return html`<li part="case" class="block">
      <div class="tags">
        ${canDismiss ? html`<label class="check"><input part="select" type="checkbox" data-case=${id} aria-label=${said.select(name)} .checked=${this.#selected.has(id)} @change=${this.#select} /></label>` : nothing}
        <bdi class="label">${name}</bdi>
        ${overdue ? html`<span class="tag bad">${queue.overdue}</span>` : nothing}
        ${assignee === null ? nothing : html`<span class="tag">${assignee === 'you' ? queue.yours : queue.others}</span>`}
      </div>
      <p class="hint">${[...why, said.reports(this.countOf(reports)), ...(dueAt === null ? [] : [said.due(this.#timeOf(dueAt))])].join(' · ')}</p>
      <button part="open" type="button" data-case=${id} aria-label="${queue.open}: ${name}" @click=${this.#open}>${queue.open}</button>
    </li>`;
  }

  #renderActs(next: string | null): TemplateResult {
    const { said, busy } = this;
    const { queue } = said;
    const button = (part: string, label: string, act: () => void, isOff = busy) =>
      html`<button part=${part} type="button" aria-disabled=${isOff ? 'true' : nothing} @click=${act}>${label}</button>`;
    return html`<div class="bar">
      ${this.#selected.size > 0 ? button('dismiss', queue.dismiss, this.#tryDismissal) : nothing}
      ${this.#dismissible.length > 0 ? button('confirm', queue.confirm, this.#dismiss) : nothing}
      ${this.#after === undefined ? nothing : button('first', queue.first, () => this.#goTo(undefined))}
      ${next === null ? nothing : button('next', queue.next, () => this.#goTo(next))}
    </div>`;
  }

  #timeOf(time: number): string {
    return this.localize.format(Intl.DateTimeFormat, { dateStyle: 'medium', timeStyle: 'short' }).format(time);
  }

  #forget(): void {
    this.#selected.clear();
    this.#dismissible = [];
  }

  #goTo(after: string | undefined): void {
    this.#after = after;
    this.#forget();
    this.tell(undefined);
    this.reload();
  }

  readonly #choose = ({ currentTarget }: Event): void => {
    this.#state = (currentTarget as HTMLSelectElement).value as CaseState;
    this.#goTo(undefined);
  };

  readonly #select = ({ currentTarget }: Event): void => {
    const { checked, dataset } = currentTarget as HTMLInputElement;
    if (checked) this.#selected.add(dataset.case!);
    else this.#selected.delete(dataset.case!);
    this.#dismissible = [];
    this.requestUpdate();
  };

  readonly #open = ({ currentTarget }: Event): void => {
    dispatch(this, 'gigsy-case', { case: (currentTarget as HTMLElement).dataset.case! });
  };

  /** Says how many can be dismissed, and offers to do it. */
  readonly #tryDismissal = (): void => {
    const cases = [...this.#selected];
    void this.act(async ({ trust }) => {
      const { dismissed } = await trust.moderation.dismiss({ cases, dryRun: true });
      this.#dismissible = dismissed;
      this.focusNext(dismissed.length > 0 ? '[part=confirm]' : '.status');
      return ({ dismissible }: ModerationTerms) =>
        dismissible(this.countOf(dismissed.length), this.countOf(cases.length));
    });
  };

  readonly #dismiss = (): void => {
    const cases = [...this.#dismissible];
    void this.act(async ({ trust }) => {
      const { dismissed } = await trust.moderation.dismiss({ cases });
      this.#forget();
      this.focusNext('.status');
      return (said: ModerationTerms) => said.dismissed(this.countOf(dismissed.length));
    });
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'gigsy-moderation-queue': GigsyModerationQueue;
  }
  interface HTMLElementEventMap {
    'gigsy-case': CaseEvent;
  }
}
