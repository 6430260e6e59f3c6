/**
 * The base of elements that show several answers as one and let the person take steps: the questions and the client that gave
 * what is on show, one call at a time, the line that tells its outcome, and focus. A subclass names its words and its
 * questions, makes the value of their answers, and renders it.
 */
import { type CSSResultGroup, type PropertyValues, type TemplateResult, html } from 'lit';
import type { Gigsy } from '@gigsy/sdk';
import type { ErrorCode, WatchObserver } from '@gigsy/sdk/reader';
import { isGigsyError } from '@gigsy/sdk/resource-reader';
import { dispatch } from '../dispatch.ts';
import type { Part } from '../localization/part.ts';
import { actingStyles } from './acting.styles.ts';
import { ClientElement } from './client-element.ts';
import { type Questions, followAll } from './followed.ts';
import type { FormView } from './form-fault.ts';
import { type OutcomeWords, outcomeOf } from './outcome.ts';
import { words } from './words.ts';

/** A sentence, said in the language of the time at which it is drawn. */
export type Told<Terms> = (said: Terms, general: OutcomeWords) => string;

/** Sentences on refusals about which an element knows more than that the call failed. */
export type Refusals<Terms> = Partial<Record<ErrorCode, Told<Terms>>>;

export abstract class ActingElement<
  Value extends object,
  Terms extends { title: string; empty?: unknown },
  Answers extends object = Value,
> extends ClientElement<Value> {
  static override styles: CSSResultGroup = [ClientElement.styles, actingStyles];

  /** The element's own words. */
  protected abstract readonly own: Part<Terms>;
  /** The client that gave what is on show. */
  protected asked: Gigsy | undefined;
  /** A call is under way. */
  protected busy = false;
  /** The outcome of the last step. */
  protected outcome: Told<Terms> | undefined;
  /** The field that is refused, and why. */
  protected refused: { readonly field: string; readonly told: Told<Terms> } | undefined;

  /** The questions that are followed. */
  protected abstract questions(client: Gigsy): Questions<Answers>;
  /** The value on show; null where the person has nothing of the kind yet. */
  protected abstract shownOf(answers: Answers, client: Gigsy): Value | null;

  protected get said(): Terms {
    return this.localize.terms(this.own);
  }

  protected get general(): OutcomeWords {
    return { ...this.localize.terms(words), offline: this.localize.table.offline };
  }

  protected override get heading(): string {
    return this.said.title;
  }

  /** The word `empty`; nothing where the element always has something to show. */
  protected override get emptyText(): string {
    const { empty = '' } = this.said;
    return String(empty);
  }

  protected override follow(client: Gigsy, observer: WatchObserver<Value | null>): void {
    if (client !== this.asked) {
      this.asked = client;
      this.begin(client);
    }
    followAll(this.questions(client), {
      ...observer,
      next: (answers) => observer.next(this.shownOf(answers, client)),
    });
  }

  /** Forgets all that belonged to the person of the client before. */
  protected begin(_client: Gigsy): void {
    this.busy = false;
    this.outcome = this.refused = undefined;
  }

  /** The fault that forms show. */
  protected get fault(): FormView['fault'] {
    const { refused } = this;
    return refused && { field: refused.field, text: refused.told(this.said, this.general) };
  }

  /** Says beside a field why it is refused, and leads there. */
  protected refuse(field: string, told: Told<Terms>, selector: string): void {
    this.refused = { field, told };
    this.focusNext(selector);
  }

  /**
   * Takes one step at a time, and says whether it went well. One that fails says so, and leaves all as it is; the outcome
   * counts as long as the element asks the same client.
   */
  protected async act(
    step: (client: Gigsy) => Promise<Told<Terms> | undefined>,
    refusals: Refusals<Terms> = {},
  ): Promise<boolean> {
    const client = this.asked;
    if (!client || this.busy) return false;
    this.busy = true;
    this.tell(undefined);
    let isDone = false;
    try {
      const outcome = await step(client);
      if (client === this.asked) this.outcome = outcome;
      isDone = true;
    } catch (error) {
      if (client === this.asked) this.outcome = toldOf(error, refusals);
      dispatch(this, 'gigsy-error', error);
    }
    if (client === this.asked) this.busy = false;
    this.requestUpdate();
    return isDone;
  }

  protected tell(outcome: Told<Terms> | undefined): void {
    this.outcome = outcome;
    this.requestUpdate();
  }

  protected renderStatus(): TemplateResult {
    return html`<p part="status" class="status" role="status" tabindex="-1">${this.outcome?.(this.said, this.general) ?? ''}</p>`;
  }

  /** Leads to a control that may come with the next drawing. */
  protected focusNext(selector: string): void {
    this.requestUpdate();
    void this.updateComplete.then(() => this.shadowRoot!.querySelector<HTMLElement>(selector)?.focus());
  }

  /** Focus goes on where the focused control goes away. */
  protected override update(changed: PropertyValues<this>): void {
    const focused = this.shadowRoot!.activeElement as HTMLElement | null;
    super.update(changed);
    if (focused && !focused.isConnected) this.heirOf(focused).focus();
  }

  /** The place of focus after `gone`: the line that tells the outcome. */
  protected heirOf(_gone: HTMLElement): HTMLElement {
    return (this.shadowRoot!.querySelector<HTMLElement>('.status') ?? this.shadowRoot!.querySelector('article'))!;
  }
}

function toldOf<Terms>(error: unknown, refusals: Refusals<Terms>): Told<Terms> {
  const refused = isGigsyError(error) ? refusals[error.code] : undefined;
  return refused ?? ((_, general) => outcomeOf(error)(general));
}
