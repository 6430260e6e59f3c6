/** The reputation index of the signed-in person, explained: what counts, how sure it is, and what would raise it. */
import { type CSSResultGroup, type TemplateResult, html, nothing } from 'lit';
import type { ExplainedReputation, OwnReputation } from '@gigsy/schema';
import type { Gigsy } from '@gigsy/sdk';
import { ActingElement } from '../../client/acting-element.ts';
import type { Questions } from '../../client/followed.ts';
import { renderIndex } from '../reputation/index-view.ts';
import { styles as indexStyles } from '../reputation/reputation.styles.ts';
import { words as indexWords } from '../reputation/words.ts';
import { styles } from './reputation-panel.styles.ts';
import type { ReputationPanelWords } from './terms.ts';
import { words } from './words.ts';

type Own = { readonly own: OwnReputation };

const AUDIENCES = ['public', 'platform'] as const;

/**
 * @summary The reputation index of the signed-in person, as everybody's and as members' votes make it: the number, how sure it is, what
 * it is made of, what counts in part, and what would raise it. Follows it live.
 * @tag gigsy-reputation-panel
 *
 * @slot appeal - A way to say that something here is wrong, such as a link to the moderators.
 *
 * @csspart audience - The block of an audience.
 * @csspart title - The heading of a block.
 * @csspart score - The number.
 * @csspart sureness - How sure it is.
 * @csspart chart - The chart; the table has what it shows.
 * @csspart table - What the number is made of.
 * @csspart explained - What counts in part, and what speaks against the person.
 * @csspart raising - What would raise it.
 * @csspart verified - The sentence that trust begins with the person.
 * @csspart pending - The sentence that a change is being counted.
 * @csspart none - The sentence where there are no votes.
 */
export class GigsyReputationPanel extends ActingElement<Own, ReputationPanelWords> {
  static override styles: CSSResultGroup = [ActingElement.styles, indexStyles, styles];

  static override parts: readonly string[] = [...ActingElement.parts, words.name, indexWords.name];

  protected override readonly own = words;

  protected override questions({ trust: { reputation } }: Gigsy): Questions<Own> {
    return { own: (observer) => reputation.watchMine({}, observer) };
  }

  protected override shownOf(answers: Own): Own {
    return answers;
  }

  protected override renderValue({ own }: Own): TemplateResult {
    const { said } = this;
    return html`<p class="intro">${said.intro}</p>
      ${own.pending ? html`<p part="pending" class="hint">${said.pending}</p>` : nothing}
      ${AUDIENCES.map((audience) => this.#audience(audience, own))}
      <slot name="appeal"></slot>`;
  }

  #audience(audience: (typeof AUDIENCES)[number], own: OwnReputation): TemplateResult {
    const { said, localize, innerLevel } = this;
    const index = own[audience];
    return html`<section part="audience" class="block" aria-labelledby="${audience}-title">
      <div id="${audience}-title" part="title" class="title" role="heading" aria-level=${innerLevel}>${said.audiences[audience]}</div>
      ${own.verified[audience] ? html`<p part="verified" class="hint">${said.verified}</p>` : nothing}
      ${index ? html`${renderIndex(index, localize)} ${this.#explained(index)} ${this.#raising(index)}` : html`<p part="none" class="hint">${said.none}</p>`}
    </section>`;
  }

  #explained({ parts }: ExplainedReputation): TemplateResult | typeof nothing {
    const { said, localize } = this;
    const { kinds } = localize.terms(indexWords);
    const lines = parts.flatMap(({ kind, votes, counted, lost }) => [
      ...(counted < votes ? [said.counted(kinds[kind], this.#number(votes), this.#number(counted))] : []),
      ...(lost > 0 ? [said.lost(kinds[kind], this.#number(lost))] : []),
    ]);
    return lines[0]
      ? html`<ul part="explained" class="lines">${lines.map((line) => html`<li>${line}</li>`)}</ul>`
      : nothing;
  }

  #raising({ steps }: ExplainedReputation): TemplateResult | typeof nothing {
    const { said } = this;
    if (!steps[0]) return nothing;
    const lines = steps.map(({ step, gain }) => html`<li>${said.steps[step](this.#number(gain))}</li>`);
    return html`<details part="raising" open><summary>${said.raising}</summary><ul class="lines">${lines}</ul></details>`;
  }

  #number(value: number): string {
    return this.localize.format(Intl.NumberFormat, { maximumFractionDigits: 1 }).format(value);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'gigsy-reputation-panel': GigsyReputationPanel;
  }
}
