/**
 * The provider: gives the elements inside their source of profiles, client, appearance and, by its `lang`, language.
 * Elements look for it, so it needs no Lit and may arrive before or after them.
 */
import type { Gigsy } from '@gigsy/sdk';
import type { AccessSource } from '@gigsy/sdk/access';
import type { ProfileSource, ResourceSource } from '@gigsy/sdk/reader';
import { type Appearance, declarations } from '../appearance/appearance.ts';
import { enclosing } from '../enclosing.ts';
import { LazyAccess } from './lazy-access.ts';

/** A server has no elements; the class is only named there. */
const Base: typeof HTMLElement = globalThis.HTMLElement ?? class {};

/**
 * @summary Source, client, appearance and language for all Gigsy elements inside. The nearest one counts; an element's
 * own settings come first.
 * @tag gigsy-provider
 *
 * @attr {string} api - Origin of the Gigsy site.
 * @attr {string} lang - Language of the elements inside, as anywhere in HTML.
 * @attr {'hiring'|'admissions'|'mentoring'|'verification'|'support'|'moderation'|'other'} purpose - Shows profiles inside with the non-public fields that the client's person may open, for this purpose, which their owners are told. One access a profile is open while an element inside shows it. Without a client of its own the provider takes client and source of the one around.
 * @attr {string} purpose-note - The person's own words on the purpose, at most 200 characters; `other` wants some.
 *
 * @event {Event} gigsy-access - The accesses have changed. Does not bubble.
 *
 * @slot - The page's content with Gigsy elements in it, at any depth.
 */
export class GigsyProvider extends Base {
  static readonly observedAttributes: string[] = ['api', 'purpose', 'purpose-note'];

  #client: Gigsy | null | undefined;
  #source: ProfileSource | ResourceSource | undefined;
  #appearance: Appearance = {};
  #style: CSSStyleDeclaration | undefined;
  readonly #access = new LazyAccess(() => this.dispatchEvent(new Event('gigsy-access')));

  connectedCallback(): void {
    this.#adopt('client');
    this.#adopt('source');
    this.#adopt('appearance');
    if (!this.shadowRoot) this.attachShadow({ mode: 'open' }).append(document.createElement('slot'));
    this.#paint();
    this.#tell();
  }

  disconnectedCallback(): void {
    this.#access.end();
    this.#tell();
  }

  attributeChangedCallback(): void {
    if (!this.isConnected) return;
    this.#tell();
    this.dispatchEvent(new Event('gigsy-access'));
  }

  /** Origin of the Gigsy site; reflects the attribute. */
  get api(): string | null {
    return this.getAttribute('api');
  }

  set api(origin: string | null | undefined) {
    if (origin == null) this.removeAttribute('api');
    else this.setAttribute('api', origin);
  }

  /**
   * The client with which the elements inside write. Undefined while nobody is known; null says that the person has
   * signed out, which removes the drafts of this tab.
   */
  get client(): Gigsy | null | undefined {
    return this.#client === undefined ? this.#around?.client : this.#client;
  }

  set client(client: Gigsy | null | undefined) {
    this.#client = client;
    // The form that kept them may be gone from the page.
    if (client === null)
      import('../writing/drafts.ts').then(
        ({ forgetDrafts }) => forgetDrafts(),
        () => {},
      );
    if (this.isConnected) this.#tell();
  }

  /** Where to read profiles instead of `api`. With a purpose and a client it is a source of the provider's own. */
  get source(): ProfileSource | ResourceSource | undefined {
    const { client, purpose } = this;
    const note = this.getAttribute('purpose-note');
    if (client && purpose !== null && this.isConnected) return this.#access.sourceFor(client, purpose, note);
    this.#access.end();
    return this.#source ?? this.#around?.source;
  }

  set source(source: ProfileSource | ResourceSource | undefined) {
    this.#source = source;
    if (this.isConnected) this.#tell();
  }

  /** The purpose for which profiles inside are opened; reflects the attribute. */
  get purpose(): string | null {
    return this.getAttribute('purpose');
  }

  set purpose(purpose: string | null | undefined) {
    if (purpose == null) this.removeAttribute('purpose');
    else this.setAttribute('purpose', purpose);
  }

  /** The accesses to the profiles that are shown inside; undefined without a purpose, and until its code is there. @readonly */
  get access(): AccessSource | undefined {
    return this.#access.source;
  }

  /** A provider with a purpose and without a client of its own adds the purpose to the one around. */
  get #around(): GigsyProvider | undefined {
    const { parentElement } = this;
    const outer = parentElement ?? (this.getRootNode() as ShadowRoot).host;
    return this.purpose === null || !outer ? undefined : enclosing<GigsyProvider>(outer, 'gigsy-provider');
  }

  /** How the elements inside look. Set it anew to change it. */
  get appearance(): Appearance {
    return this.#appearance;
  }

  set appearance(appearance: Appearance | null | undefined) {
    this.#appearance = appearance ?? {};
    this.#paint();
  }

  /** A value that was set before the code was there hides the accessor: take it over. */
  #adopt(name: 'client' | 'source' | 'appearance'): void {
    if (!Object.hasOwn(this, name)) return;
    const value = this[name];
    delete (this as Partial<GigsyProvider>)[name];
    Object.assign(this, { [name]: value });
  }

  /**
   * Through the CSS object model: no style attribute, no conflict with a strict policy, no escaping. Another document
   * takes the sheet away and needs one of its own.
   */
  #paint(): void {
    const {
      shadowRoot,
      ownerDocument: { defaultView },
    } = this;
    if (!shadowRoot || !defaultView) return;
    if (!this.#style || !shadowRoot.adoptedStyleSheets[0]) {
      const sheet = new defaultView.CSSStyleSheet();
      sheet.insertRule(':host { display: block }');
      this.#style = (sheet.cssRules[sheet.insertRule(':host {}', 1)] as CSSStyleRule).style;
      shadowRoot.adoptedStyleSheets.push(sheet);
    }
    for (const name of [...this.#style]) this.#style.removeProperty(name);
    for (const [name, value] of declarations(this.#appearance)) this.#style.setProperty(name, value);
  }

  /** Elements everywhere in its document look whether it concerns them. */
  #tell(): void {
    this.ownerDocument.defaultView?.dispatchEvent(new Event('gigsy-provider'));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'gigsy-provider': GigsyProvider;
  }
  interface HTMLElementEventMap {
    'gigsy-access': Event;
  }
}
