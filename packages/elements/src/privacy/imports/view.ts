/** The facts from which the parts of an import are drawn. */
import type { Consent, ConsentSource, FetchState, ImportPlan, OwnProfile, Provenance } from '@gigsy/schema';
import type { Localize } from '../../localization/localize.ts';
import type { PrivacyTerms } from '../terms.ts';
import type { ImportsTerms } from './terms.ts';

/** Letters, digits and single inner hyphens, as GitHub has them. */
export const LOGIN = /^[A-Za-z\d](?:[A-Za-z\d]|-(?=[A-Za-z\d])){0,38}$/;

/** The answers that are followed. */
export interface Imports {
  /** Newest first. */
  readonly consents: readonly Consent[];
  readonly fetched: FetchState;
  readonly provenance: readonly Provenance[];
  readonly sections: OwnProfile['sections'];
}

/** A plan with what the person has taken out of it, by place in the list. */
export interface Preview {
  readonly plan: ImportPlan;
  readonly versions: OwnProfile['versions'];
  readonly left: ReadonlySet<number>;
}

export interface ImportsView {
  readonly own: Imports;
  readonly said: ImportsTerms;
  readonly shared: PrivacyTerms;
  readonly localize: Localize;
  /** Level of headings inside. */
  readonly level: number;
  readonly busy: boolean;
  /** A field of a form that is refused, and why. */
  readonly fault: { readonly source: ConsentSource; readonly text: string } | undefined;
  /** The source whose withdrawal is asked about. */
  readonly doubted: ConsentSource | undefined;
  previewOf(source: ConsentSource): Preview | undefined;
  /** Listens to all buttons; `data-act` and `data-source` say which. */
  readonly press: (event: Event) => void;
  readonly look: (event: SubmitEvent) => void;
  readonly choose: (event: Event) => void;
  /** Listens to the boxes of a list; `data-at` is the place. */
  readonly pick: (event: Event) => void;
}

/** The consent to a source that is in force. */
export function givenFor({ consents }: Imports, source: ConsentSource): Consent | undefined {
  return consents.find((each) => each.source === source && each.state === 'given');
}

export function dateText(localize: Localize, at: number): string {
  return localize.format(Intl.DateTimeFormat, { dateStyle: 'long' }).format(at);
}

export function numberText(localize: Localize, value: number): string {
  return localize.format(Intl.NumberFormat, {}).format(value);
}

export function listText(localize: Localize, names: readonly string[]): string {
  return localize.format(Intl.ListFormat, { type: 'conjunction' } as Intl.ListFormatOptions).format(names);
}
