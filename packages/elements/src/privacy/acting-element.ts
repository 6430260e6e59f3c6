/** The base of privacy's elements in which the person takes steps: one call at a time, and the line that tells its outcome. */
import { type TemplateResult, html } from 'lit';
import type { Gigsy } from '@gigsy/sdk';
import type { ErrorCode } from '@gigsy/sdk/reader';
import { isGigsyError } from '@gigsy/sdk/resource-reader';
import { dispatch } from '../dispatch.ts';
import { outcomeOf } from './outcome.ts';
import { PrivacyElement, type Told } from './privacy-element.ts';

/** Sentences on refusals about which an element knows more than that the call failed. */
export type Refusals<Terms> = Partial<Record<ErrorCode, Told<Terms>>>;

export abstract class ActingElement<
  Value extends object,
  Terms extends { title: string },
  Answers extends object = Value,
> extends PrivacyElement<Value, Terms, Answers> {
  /** A call is under way. */
  protected busy = false;
  /** The outcome of the last step. */
  protected outcome: Told<Terms> | undefined;

  protected override begin(_client: Gigsy): void {
    this.busy = false;
    this.outcome = undefined;
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
    return html`<p part="status" class="status" role="status" tabindex="-1">${this.outcome?.(this.said, this.shared) ?? ''}</p>`;
  }
}

function toldOf<Terms>(error: unknown, refusals: Refusals<Terms>): Told<Terms> {
  const refused = isGigsyError(error) ? refusals[error.code] : undefined;
  return refused ?? ((_, shared) => outcomeOf(error)(shared));
}
