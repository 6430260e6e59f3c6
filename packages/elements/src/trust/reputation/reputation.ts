/** The reputation index of a person: a number, how sure it is in words, and what it is made of. */
import type { CSSResultGroup, TemplateResult } from 'lit';
import type { TrustView } from '@gigsy/schema';
import { PackagedTrustElement } from '../packaged-element.ts';
import { words as roomWords } from '../words.ts';
import { renderIndex } from './index-view.ts';
import { styles } from './reputation.styles.ts';
import { words } from './words.ts';

/**
 * @summary A person's reputation index, from 0 to 100, with how sure it is in words, a chart, and a table of what it is made of. It
 * counts votes that this viewer may see, and no others.
 * @tag gigsy-reputation
 *
 * @csspart score - The number.
 * @csspart sureness - How sure it is.
 * @csspart chart - The chart; the table has what it shows.
 * @csspart table - What the number is made of.
 */
export class GigsyReputation extends PackagedTrustElement {
  static override styles: CSSResultGroup = [PackagedTrustElement.styles, styles];

  static override parts: readonly string[] = [roomWords.name, words.name];

  protected override readonly own = words;

  protected override renderContent({ reputation }: TrustView): TemplateResult | undefined {
    return renderIndex(reputation, this.localize);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'gigsy-reputation': GigsyReputation;
  }
}
