/** The strength of the person's own profile, and the next steps that raise it. */
import { type CSSResultGroup, type PropertyDeclarations, type TemplateResult, html } from 'lit';
import type { SectionName, Strength, StrengthAction } from '@gigsy/schema';
import type { Gigsy } from '@gigsy/sdk';
import type { WatchObserver } from '@gigsy/sdk/reader';
import { ClientElement } from '../../client/client-element.ts';
import { styles } from './profile-strength.styles.ts';
import type { ProfileStrengthTerms } from './terms.ts';
import { words } from './words.ts';

/** The most that a score can be. */
const MOST = 100;
/** Scores from which the next grade is given. */
const GRADES = [40, 60, 80, MOST];
/** Steps that are shown at once. */
const SHOWN = 3;

/** The person has chosen a step: its section, and the field in it unless an entry is to be added. Does not bubble. */
export type EditEvent = CustomEvent<{ section: SectionName; field?: string }>;

/**
 * @summary The strength of the signed-in person's own profile: a score, the topics that it comes from, and the next steps with
 * the points that each gains. Follows each change.
 * @tag gigsy-profile-strength
 *
 * @attr {string} editor - Address of the page on which the profile is edited; this page when absent. Steps link to `#SECTION` there.
 *
 * @event {CustomEvent<{ section: string; field?: string }>} gigsy-edit - A step was chosen. `preventDefault()` keeps the link from being followed.
 *
 * @csspart score - The score in words.
 * @csspart meter - The bar of the score.
 * @csspart action - The link of a step.
 * @csspart factors - The topics, opened by a press.
 */
export class GigsyProfileStrength extends ClientElement<Strength> {
  static override properties: PropertyDeclarations = { editor: {} };

  static override styles: CSSResultGroup = [ClientElement.styles, styles];

  static override parts: readonly string[] = [...ClientElement.parts, words.name];

  /** Address of the page on which the profile is edited; this page when absent. */
  declare editor?: string;

  get #words(): ProfileStrengthTerms {
    return this.localize.terms(words);
  }

  protected override get heading(): string {
    return this.#words.title;
  }

  protected override get emptyText(): string {
    return this.#words.empty;
  }

  protected override follow({ profile }: Gigsy, observer: WatchObserver<Strength | null>): void {
    profile.watchStrength({}, observer);
  }

  protected override renderValue({ score, factors, actions }: Strength): TemplateResult {
    const { grades, factors: topics, factor: names } = this.#words;
    const grade = grades[GRADES.filter((least) => score >= least).length]!;
    const written = this.#scoreText(score, MOST);
    return html`<p part="score" class="score"><b>${this.#number(score)}</b> <span class="grade">${grade}</span></p>
      <div part="meter" role="meter" aria-labelledby="name" aria-valuemin="0" aria-valuemax=${MOST} aria-valuenow=${score} aria-valuetext="${written}, ${grade}">
        ${bar(score, MOST)}
      </div>
      ${this.#renderActions(actions)}
      <details part="factors">
        <summary>${topics}</summary>
        <ul class="factors">
          ${factors.map(
            ({ key, points, weight }) =>
              html`<li><span>${names[key]}</span> <span class="points">${this.#scoreText(points, weight)}</span>${bar(points, weight)}</li>`,
          )}
        </ul>
      </details>`;
  }

  #renderActions(actions: StrengthAction[]): TemplateResult {
    const { next, done, more } = this.#words;
    if (actions.length === 0) return html`<p class="done">${done}</p>`;
    const later = actions.slice(SHOWN);
    return html`<div class="title" role="heading" aria-level=${this.innerLevel}>${next}</div>
      <ol class="actions">${actions.slice(0, SHOWN).map((action) => this.#renderAction(action))}</ol>
      ${
        later.length === 0
          ? ''
          : html`<details>
              <summary>${more(this.#number(later.length))}</summary>
              <ol class="actions">${later.map((action) => this.#renderAction(action))}</ol>
            </details>`
      }`;
  }

  #renderAction(action: StrengthAction): TemplateResult {
    const tip = this.#words.tips[action.key];
    const gain = this.localize.format(Intl.NumberFormat, { signDisplay: 'always' }).format(action.gain);
    const choose = (event: Event) => this.#choose(event, action);
    return html`<li>
      <a part="action" href="${this.editor ?? ''}#${action.section}" @click=${choose}>${typeof tip === 'function' ? tip(this.#number(action.least)) : tip}</a>
      <span class="gain"><bdi>${gain}</bdi></span>
    </li>`;
  }

  /** A host that takes the person to the field itself keeps the link from being followed. */
  #choose(event: Event, { section, field }: StrengthAction): void {
    const detail = { section, ...(field !== undefined && { field }) };
    if (!this.dispatchEvent(new CustomEvent('gigsy-edit', { detail, cancelable: true }))) event.preventDefault();
  }

  #scoreText(points: number, most: number): string {
    return this.#words.score(this.#number(points), this.#number(most));
  }

  #number(value: number): string {
    return this.localize.format(Intl.NumberFormat, {}).format(value);
  }
}

/** SVG takes its widths from attributes, which a strict policy for styles allows. */
function bar(value: number, most: number): TemplateResult {
  return html`<svg class="bar" viewBox="0 0 100 1" preserveAspectRatio="none" aria-hidden="true"><rect width="100" height="1"></rect><rect class="fill" width=${(value / most) * 100} height="1"></rect></svg>`;
}

declare global {
  interface HTMLElementTagNameMap {
    'gigsy-profile-strength': GigsyProfileStrength;
  }
  interface HTMLElementEventMap {
    'gigsy-edit': EditEvent;
  }
}
