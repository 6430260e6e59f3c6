/** Decisions of moderators about the signed-in person's profile, and appeals against them. */
import { type TemplateResult, html, nothing } from 'lit';
import type { Statement } from '@gigsy/schema';
import type { Gigsy } from '@gigsy/sdk';
import type { Refusals } from '../../client/acting-element.ts';
import type { Questions } from '../../client/followed.ts';
import { dispatch } from '../../dispatch.ts';
import { items, text } from '../../untrusted.ts';
import { renderText, valueIn } from '../moderating/fields.ts';
import { ModeratingElement } from '../moderating/moderating-element.ts';
import type { ModerationTerms } from '../moderating/terms.ts';

interface Notices {
  readonly statements: readonly Statement[];
}

/** The person has appealed. Does not bubble. */
export type AppealEvent = CustomEvent<{ case: string }>;

const REFUSALS: Refusals<ModerationTerms> = {
  account_state: ({ notices }) => notices.over,
  not_found: ({ notices }) => notices.over,
};

/**
 * @summary The statements of reasons to the signed-in person: what moderators decided against their profile, on what ground, why
 * and since when, whether it is in force, and how to appeal. Takes appeals. Follows all of it live.
 * @tag gigsy-moderation-notices
 *
 * @event {CustomEvent<{ case: string }>} gigsy-appeal - The person has appealed.
 *
 * @csspart notice - The block of a decision.
 * @csspart title - Its heading.
 * @csspart reasons - The words of the moderator.
 * @csspart appeal - The form of an appeal.
 * @csspart send - Its button.
 * @csspart fault - What is wrong with a field.
 * @csspart status - The line that tells the outcome.
 */
export class GigsyModerationNotices extends ModeratingElement<Notices> {
  protected override get heading(): string {
    return this.said.notices.title;
  }

  protected override get emptyText(): string {
    return this.said.notices.empty;
  }

  protected override questions({ trust: { moderation } }: Gigsy): Questions<Notices> {
    return { statements: (observer) => moderation.watchMine({}, observer) };
  }

  protected override shownOf(notices: Notices): Notices | null {
    return items(notices.statements).length > 0 ? notices : null;
  }

  protected override renderValue({ statements }: Notices): TemplateResult {
    return html`<p class="intro">${this.said.notices.intro}</p>
      ${this.renderStatus()} ${items(statements).map((statement) => this.#renderStatement(statement))}`;
  }

  #renderStatement(statement: Statement): TemplateResult {
    const { said } = this;
    const { notices } = said;
    const { place, measure, ground, rule, explanation, at, inForce } = statement;
    const id = `title-${statement.case}`;
    return html`<section part="notice" class="block" aria-labelledby=${id}>
      <div id=${id} part="title" class="title" role="heading" aria-level=${this.innerLevel}>${this.nameOf(place)}</div>
      <p class="tags"><span class="tag">${said.measures[measure]}</span> <span class="tag">${inForce ? notices.inForce : notices.takenBack}</span></p>
      <p class="hint">${said.decidedOn(this.dayOf(at))} · ${said.grounds[ground]}: <bdi>${text(rule)}</bdi></p>
      <p class="label">${notices.facts}</p>
      <p part="reasons" class="said" dir="auto">${text(explanation)}</p>
      ${this.#renderAppeal(statement)}
    </section>`;
  }

  #renderAppeal({ case: id, appeal, appealUntil }: Statement): TemplateResult | typeof nothing {
    const { said, form, busy } = this;
    const { notices } = said;
    if (appeal)
      return html`<p class="label">${notices.appeal}</p>
        <p class="said" dir="auto">${text(appeal.text)}</p>
        ${
          appeal.outcome
            ? html`<p class="tag">${said.outcomes[appeal.outcome]}</p><p class="said" dir="auto">${text(appeal.explanation)}</p>`
            : html`<p class="hint">${notices.waiting}</p>`
        }`;
    if (appealUntil === null) return nothing;
    const name = `appeal-${id}`;
    return html`<form part="appeal" data-case=${id} novalidate @submit=${this.#appeal}>
      ${renderText(form, { name, label: notices.appeal, help: said.appealUntil(this.dayOf(appealUntil)) })}
      <button part="send" class="primary" aria-disabled=${busy ? 'true' : nothing}>${notices.send}</button>
    </form>`;
  }

  readonly #appeal = (event: SubmitEvent): void => {
    event.preventDefault();
    const form = event.currentTarget as HTMLFormElement;
    const id = form.dataset.case!;
    const words = valueIn(form, `appeal-${id}`);
    this.refused = undefined;
    if (words === '') return this.want(`appeal-${id}`, 'explanation');
    void this.act(async ({ trust }) => {
      await trust.moderation.appeal({ case: id, text: words });
      dispatch(this, 'gigsy-appeal', { case: id });
      this.focusNext('.status');
      return ({ notices }) => notices.waiting;
    }, REFUSALS);
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'gigsy-moderation-notices': GigsyModerationNotices;
  }
  interface HTMLElementEventMap {
    'gigsy-appeal': AppealEvent;
  }
}
