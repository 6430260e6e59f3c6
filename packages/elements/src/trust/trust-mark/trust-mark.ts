/** The mark of trust: a sign beside a name that says the most that was checked about the person. */
import { type CSSResultGroup, type TemplateResult, html, nothing } from 'lit';
import type { TrustView } from '@gigsy/schema';
import { shield } from '../shield.ts';
import { TrustElement } from '../trust-element.ts';
import { styles } from './trust-mark.styles.ts';

/** Methods that say something about who the person is, the highest level first. */
const METHODS = ['document', 'domain', 'phone', 'email'];

/**
 * @summary A sign beside a name, for the slot `badge` of a card or header: it says by its name the most that was checked about the
 * person. It takes no room while it has nothing to say: before the answer, without one, and where nothing was checked or shown.
 * @tag gigsy-trust-mark
 *
 * @csspart sign - The sign.
 */
export class GigsyTrustMark extends TrustElement {
  static override styles: CSSResultGroup = [TrustElement.styles, styles];

  protected override renderValue(trust: TrustView): TemplateResult | typeof nothing {
    const shown = this.titled(trust);
    const most = METHODS.map((method) => shown.find(({ each }) => each.method === method)).find(Boolean);
    // Lit reflects changes made here in the same update.
    this.empty = !most;
    return most
      ? html`<span id="name" part="sign" class="sign" role="img" aria-label=${most.title}>${shield}</span>`
      : nothing;
  }

  protected override renderSkeleton(): typeof nothing {
    return nothing;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'gigsy-trust-mark': GigsyTrustMark;
  }
}
