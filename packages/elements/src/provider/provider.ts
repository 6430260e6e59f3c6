/**
 * The provider: gives the elements inside their source of profiles, client, appearance and, by its `lang`, language.
 * Elements look for it, so it needs no Lit and may arrive before or after them.
 */
import type { Gigsy } from '@gigsy/sdk';
import type { ProfileSource } from '@gigsy/sdk/reader';
import { type Appearance, declarations } from '../appearance/appearance.ts';

/** A server has no elements; the class is only named there. */
const Base: typeof HTMLElement = globalThis.HTMLElement ?? class {};

/**
 * @summary Source, client, appearance and language for all Gigsy elements inside. The nearest one counts; an element's
 * own settings come first.
 * @tag gigsy-provider
 *
 * @attr {string} api - Origin of the Gigsy site.
 * @attr {string} lang - Language of the elements inside, as anywhere in HTML.
 *
 * @slot - The page's content with Gigsy elements in it, at any depth.
 */
export class GigsyProvider extends Base {
  static readonly observedAttributes: string[] = ['api'];

  #client: Gigsy | null | undefined;
  #source: ProfileSource | undefined;
  #appearance: Appearance = {};
  #style: CSSStyleDeclaration | undefined;

  connectedCallback(): void {
    this.#adopt('client');
    this.#adopt('source');
    this.#adopt('appearance');
    if (!this.shadowRoot) this.attachShadow({ mode: 'open' }).append(document.createElement('slot'));
    this.#paint();
    this.#tell();
  }

  disconnectedCallback(): void {
    this.#tell();
  }

  attributeChangedCallback(): void {
    if (this.isConnected) this.#tell();
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
    return this.#client;
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

  /** Where to read profiles instead of `api`. */
  get source(): ProfileSource | undefined {
    return this.#source;
  }

  set source(source: ProfileSource | undefined) {
    this.#source = source;
    if (this.isConnected) this.#tell();
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
}
