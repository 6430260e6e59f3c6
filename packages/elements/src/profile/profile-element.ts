/**
 * What every element that shows a profile has in common: where the profile comes from, the five states, events,
 * language. A subclass says how a profile and its skeleton look.
 */
import {
  type CSSResult,
  LitElement,
  type PropertyDeclarations,
  type PropertyValues,
  type TemplateResult,
  html,
  noChange,
  nothing,
} from 'lit';
import {
  GigsyError,
  HANDLE,
  type ProfileSource,
  type ProfileView,
  isGigsyError,
  publicReader,
} from '@gigsy/sdk/reader';
import { adopt } from '../appearance/adopt.ts';
import { enclosing } from '../enclosing.ts';
import { Localize } from '../localization/localize.ts';
import { person } from '../appearance/icon.ts';
import { calm, text } from './untrusted.ts';

/** `unavailable`: hidden or unknown, which look alike. `offline`: no connection, with or without known content. */
export type ProfileState = 'loading' | 'ready' | 'unavailable' | 'error' | 'offline';

/** A profile arrived, again with each live change; null when there is none for this viewer. Does not bubble. */
export type ProfileLoadEvent = CustomEvent<{ profile: ProfileView | null }>;
/** Loading or watching failed. Does not bubble. */
export type ProfileErrorEvent = CustomEvent<GigsyError>;

export type ProfileElementEventMap = Pick<HTMLElementEventMap, 'gigsy-load' | 'gigsy-error'>;

/** Events of the window after which an element may find its profile elsewhere, or again. */
const OCCASIONS = ['online', 'gigsy-provider'];

/**
 * What `page` says to all elements: `<meta name="gigsy-api" content="…">`, and `gigsy-key`, a partner's publishable key. Where it
 * says nothing, such as in a frame or a window that a page has made, the page of this code counts.
 */
function meta(name: string, page: Document): string | undefined {
  const content = (from: Document) => from.querySelector<HTMLMetaElement>(`meta[name=gigsy-${name}]`)?.content;
  return content(page) ?? content(document);
}

/** Reads under way, by address and handle. */
const underway: Record<string, Promise<ProfileView | null>> = {};

/** Elements that show one person at one time ask once; so none of them can end it. */
function readOnce(api: string, key: string | undefined, handle: string): Promise<ProfileView | null> {
  const name = `${api} ${key} ${handle}`;
  return (underway[name] ??= publicReader({ api, key })
    .get(handle)
    .finally(() => delete underway[name]));
}

/** What elements ask of a `<gigsy-provider>`. */
type Provider = Element & { source?: ProfileSource };

/**
 * @attr {'light'|'dark'} theme - Colours; those of the page's `color-scheme` when absent.
 * @attr {'loading'|'ready'|'unavailable'|'error'|'offline'} state - Set by the element.
 *
 * @event {CustomEvent<{ profile: ProfileView | null }>} gigsy-load - A profile arrived, again with each live change.
 * @event {CustomEvent<GigsyError>} gigsy-error - Loading or watching failed; `detail.code` says how.
 *
 * @csspart card - The box.
 * @csspart message - The sentence that tells the state.
 * @csspart retry - The button that loads again.
 *
 * @cssproperty [--gigsy-surface] - Background.
 * @cssproperty [--gigsy-text] - Text; muted text and fills are mixed from it and the surface.
 * @cssproperty [--gigsy-accent] - Links and focus.
 * @cssproperty [--gigsy-line] - Hairlines.
 * @cssproperty [--gigsy-radius=0.625em] - Corner radius.
 * @cssproperty [--gigsy-density=1] - Multiplies inner space, 0.5 to 1.5.
 */
export abstract class ProfileElement extends LitElement {
  static override properties: PropertyDeclarations = {
    handle: {},
    api: {},
    live: { type: Boolean },
    profile: { attribute: false },
    source: { attribute: false },
    state: { reflect: true },
  };

  /** Whose profile to show. */
  declare handle?: string;
  /** Origin of the Gigsy site; else that of a `<gigsy-provider>` around, or `<meta name="gigsy-api" content="…">` of the page. */
  declare api?: string;
  /** Follow changes as they happen. */
  declare live: boolean;
  /** A profile from elsewhere; null shows that there is none. While it is set nothing is loaded. */
  declare profile?: ProfileView | null;
  /** Where to read profiles instead of `api`. */
  declare source?: ProfileSource;
  /**
   * What is on show.
   * @readonly
   */
  declare state: ProfileState;
  /** @internal Content that a server made stands, until there is an answer. */
  declare served?: boolean;

  protected readonly localize: Localize = new Localize(this);
  /** Last known: undefined before the first answer. */
  #known: ProfileView | null | undefined;
  #ended: AbortController | undefined;
  /** Where the last connection led: a source, or an address. */
  #origin: ProfileSource | string | undefined;
  /** Whose events are heard: the window of the document that the element stands in, or last stood in. */
  #window: Window | null = null;

  constructor() {
    super();
    this.state = 'loading';
    if (!this.shadowRoot) return;
    const enable = this.enableUpdating;
    this.enableUpdating = () => {};
    import('./served.ts').then(
      ({ Served }) => new Served(this, this.localize, enable),
      () => {},
    );
  }

  /** What a profile looks like. Its values are untrusted. */
  protected abstract renderProfile(profile: ProfileView): unknown;
  protected abstract renderSkeleton(): unknown;

  /** Lit's would take its sheets from the page of this code, wherever the element stands. */
  protected override createRenderRoot(): ShadowRoot {
    // eslint-disable-next-line wc/attach-shadow-constructor -- Lit asks here, once the element is connected.
    return this.shadowRoot ?? this.attachShadow({ mode: 'open' });
  }

  /** The styles of what is on show. */
  protected get sheets(): CSSResult[] {
    return (this.constructor as typeof ProfileElement).elementStyles as CSSResult[];
  }

  override connectedCallback(): void {
    super.connectedCallback();
    // The first time, and when it has been in another document.
    if (!this.shadowRoot!.adoptedStyleSheets[0]) adopt(this.shadowRoot!, this.sheets);
    this.#window = this.ownerDocument.defaultView;
    for (const type of OCCASIONS) this.#window?.addEventListener(type, this.#resume);
    if (this.hasUpdated) this.#connect();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    for (const type of OCCASIONS) this.#window?.removeEventListener(type, this.#resume);
    this.#ended?.abort();
  }

  /** Asks again. What is known stays on show until the answer is there. */
  reload(): void {
    if (!this.#known && this.profile === undefined) {
      this.#known = undefined;
      this.state = 'loading';
    }
    this.#connect();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!(['handle', 'api', 'live', 'source', 'profile'] as const).some((name) => changed.has(name))) return;
    // What a server made is one person's.
    if (changed.get('handle')) this.served = false;
    this.#restart();
  }

  #restart(): void {
    this.#known = undefined;
    if (!this.served) this.state = 'loading';
    if (this.profile !== undefined) this.#show(this.profile);
    if (this.isConnected) this.#connect();
  }

  #connect(): void {
    this.#ended?.abort();
    const { handle: given, live } = this;
    const origin = (this.#origin = this.#find())!;
    if (this.profile !== undefined || !given) return;
    const { signal } = (this.#ended = new AbortController());
    const key = meta('key', this.ownerDocument);
    let watched = false;
    const next = (profile: ProfileView | null) => signal.aborted || this.#load(profile);
    const error = (thrown: unknown) => signal.aborted || this.#fail(thrown);
    const ask = async () => {
      const handle = origin && HANDLE.test(given) ? given : (await import('./whom.ts')).whom(given, origin, signal);
      if (live) follow(handle).catch(error);
      const profile = await (typeof origin === 'string'
        ? readOnce(origin, key, handle)
        : origin.get(handle, { signal }));
      if (!watched) next(profile);
    };
    const follow = async (handle: string) => {
      const watcher =
        typeof origin === 'string' ? (await import('@gigsy/sdk/live-reader')).liveReader({ api: origin, key }) : origin;
      watcher.watch?.(handle, { signal, error, next: (profile) => next(((watched = true), profile)) });
    };
    ask().catch((thrown: unknown) => watched || error(thrown));
  }

  /** The element's own, then that of the provider around it (whose code may not be there yet), then the page's. */
  #find(): ProfileSource | string | undefined {
    const around = enclosing<Provider>(this, 'gigsy-provider');
    return this.source ?? this.api ?? around?.source ?? around?.getAttribute('api') ?? meta('api', this.ownerDocument);
  }

  /** The connection is back, or a provider somewhere on the page has come, gone or changed. */
  #resume = (): void => {
    if (this.#find() !== this.#origin) this.#restart();
    else if (this.state === 'offline') this.reload();
  };

  #show(profile: ProfileView | null): void {
    this.#known = profile && typeof profile === 'object' ? profile : null;
    this.state = this.#known ? 'ready' : 'unavailable';
    this.requestUpdate();
  }

  #load(profile: ProfileView | null): void {
    this.#show(profile);
    this.#tell('gigsy-load', { profile });
  }

  /** A failure takes nothing away that is already shown. */
  #fail(thrown: unknown): void {
    const error = isGigsyError(thrown)
      ? thrown
      : new GigsyError('bad_response', 'The source failed.', { cause: thrown });
    if (error.code === 'offline') this.state = 'offline';
    else if (this.#known === undefined) this.state = 'error';
    this.#tell('gigsy-error', error);
  }

  /** After the change is on the page, so that a listener can measure it. */
  #tell(type: string, detail: unknown): void {
    void this.updateComplete.then(() => this.dispatchEvent(new CustomEvent(type, { detail })));
  }

  protected override render(): TemplateResult | typeof noChange {
    const { localize, state } = this;
    const known = this.#known;
    if (known === undefined && this.served) return noChange;
    const { retry } = localize.table;
    return html`<div class="frame" dir=${localize.dir} lang=${localize.table.code}>
      <article part="card" class="${state} ${known ? 'known' : ''}" tabindex="-1" aria-busy=${state === 'loading'} aria-labelledby=${known ? 'name' : nothing}>
        ${known ? this.#profile(known) : state === 'loading' ? this.renderSkeleton() : person}
        <p part="message" class="message">${state === 'ready' ? '' : localize.table[state]}</p>
        ${!known && (state === 'error' || state === 'offline') ? html`<button part="retry" aria-label="${retry}: ${text(this.handle)}" @click=${this.#retry}>${retry}</button>` : ''}
      </article>
    </div>`;
  }

  /** A host's program may have made it of objects that throw. */
  #profile(known: ProfileView): unknown {
    try {
      return this.renderProfile(known);
    } catch {
      return this.renderProfile(calm({ known })!.known ?? ({} as ProfileView));
    }
  }

  /** The button goes away with the message; focus stays in the card. What comes of it is announced, to nobody but who asked. */
  #retry({ target }: Event): void {
    const card = (target as Element).parentElement!;
    card.focus();
    card.querySelector('.message')!.role = 'status';
    this.reload();
  }

  /**
   * Focus stays on the link it was on where that moves, and in the element where what had it goes away: on the last link
   * before it, else on the card. Lit fills the same nodes with other content, so links are told by their address.
   */
  protected override update(changed: PropertyValues): void {
    const root = this.shadowRoot!;
    const focused = root.activeElement as HTMLAnchorElement | null;
    const href = focused?.href;
    super.update(changed);
    if (!focused || (focused.isConnected && focused.href === href)) return;
    const links = href ? [...root.querySelectorAll('a')] : [];
    (
      links.find((link) => link.href === href) ??
      (focused.isConnected ? focused : (links.at(-1) ?? root.querySelector('article')!))
    ).focus();
  }
}

declare global {
  interface HTMLElementEventMap {
    'gigsy-load': ProfileLoadEvent;
    'gigsy-error': ProfileErrorEvent;
  }
}
