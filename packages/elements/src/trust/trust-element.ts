/** The base of elements that show what was checked about a person. */
import { type CSSResultGroup, type PropertyDeclarations } from 'lit';
import type { TrustView } from '@gigsy/schema';
import type { ResourceSource } from '@gigsy/sdk/reader';
import { surface } from '../appearance/surface.styles.ts';
import { items, text } from '../untrusted.ts';
import type { Resource } from '../resource/resource.ts';
import { ResourceElement } from '../resource/resource-element.ts';
import { words } from './words.ts';

/** An answer arrived, again with each live change; null when there is none for this viewer. Does not bubble. */
export type TrustLoadEvent = CustomEvent<{ trust: TrustView | null }>;

export type Evidence = NonNullable<TrustView['evidence']>[number];

/**
 * @event {CustomEvent<{ trust: TrustView | null }>} gigsy-load - An answer arrived, again with each live change.
 */
export abstract class TrustElement extends ResourceElement<TrustView> {
  static override styles: CSSResultGroup = surface;

  /** Names of the class's own parts of words. */
  static parts: readonly string[] = [words.name];

  /** An answer has no sections to choose from. */
  static sections: readonly never[] = [];

  static override properties: PropertyDeclarations = {
    trust: { attribute: false },
    empty: { type: Boolean, reflect: true },
  };

  /** An answer from elsewhere; null shows that there is none. While it is set nothing is loaded. */
  declare trust?: TrustView | null;
  /** Where to read instead of `api`. A source of profiles alone has no evidence. */
  declare source?: ResourceSource;
  /** Whether the answer is there but holds nothing for this viewer. @readonly */
  declare empty: boolean;

  protected override get provided(): TrustView | null | undefined {
    return this.trust;
  }

  protected override askFor(handle: string): Resource {
    return ['trust.get', { handle }];
  }

  protected override detail(trust: TrustView | null): object {
    return { trust };
  }

  /** The title of a piece of evidence. Undefined for kinds that are not known here, and for evidence that has expired since it was read. */
  protected titleOf({ method, expiresOn }: Evidence): string | undefined {
    const { confirmed } = this.localize.terms(words);
    const isKnown = Object.hasOwn(confirmed, text(method)) && /^\d{4}-\d\d-\d\d$/.test(text(expiresOn));
    return isKnown && expiresOn >= new Date().toJSON().slice(0, 10) ? confirmed[method] : undefined;
  }

  /** The evidence that can be shown, each piece with its title. */
  protected titled({ evidence }: TrustView): { each: Evidence; title: string }[] {
    return items(evidence).flatMap((each) => {
      const title = this.titleOf(each);
      return title ? [{ each, title }] : [];
    });
  }
}
