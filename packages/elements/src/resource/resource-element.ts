/**
 * The base of elements that show a resource, which is the answer to one read of the contract about one person: where it is
 * read, the five states, events, live changes, retry, focus, language, and taking over a server's rendering. A subclass names the
 * resource and renders its answer and its skeleton.
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
import type { ResourceSource } from '@gigsy/sdk/reader';
import { GigsyError, HANDLE, isGigsyError } from '@gigsy/sdk/resource-reader';
import { adopt } from '../appearance/adopt.ts';
import { dispatch } from '../dispatch.ts';
import { person } from '../appearance/icon.ts';
import { Localize } from '../localization/localize.ts';
import { text } from '../untrusted.ts';
import { originAround, sharedReader, liveSource } from './origin.ts';
import type { FurtherPart, Resource, ResourceState } from './resource.ts';

/** A source whose answers may end at any time, so that it is always watched. */
type Lively = { live?: boolean } | undefined;

/** A host's source, of this version or an earlier one. */
type Callable = Record<string, ((...asked: unknown[]) => unknown) | undefined>;

/** Names of the properties on which the reading depends. */
const ASKING = ['api', 'live', 'source', 'handle'];

/** Events of the window after which an element may find its resource elsewhere, or again. */
const OCCASIONS = ['online', 'gigsy-provider'];

/**
 * @attr {'light'|'dark'} theme - Colours; those of the page's `color-scheme` when absent.
 * @attr {'loading'|'ready'|'unavailable'|'error'|'offline'} state - Set by the element.
 *
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
export abstract class ResourceElement<
  Value extends object = object,
  Source extends object = ResourceSource,
> extends LitElement {
  static override properties: PropertyDeclarations = {
    api: {},
    handle: {},
    source: { attribute: false },
    live: { type: Boolean },
    state: { reflect: true },
  };

  /**
   * Loads the part of the element that is shown only if there is room or when the reader opens it. A server always
   * renders it. Its content stands in `.panel` if it shows by itself, and in `details`.
   */
  static further?: () => Promise<FurtherPart>;

  /** Origin of the Gigsy site; else that of a `<gigsy-provider>` around, or `<meta name="gigsy-api" content="…">` of the page. */
  declare api?: string;
  /** The handle of the person to show. */
  declare handle?: string;
  /** Follow changes as they happen. */
  declare live: boolean;
  /** Where to read instead of `api`. A subclass declares it as a property with the sources that it takes. */
  abstract source?: Source;
  /** The state on show. @readonly */
  declare state: ResourceState;
  /** @internal Content that a server made stands, until there is an answer. */
  declare served?: boolean;
  /** @internal The answer that a server gave with its content: it is shown without being asked for. */
  declare handed?: Value;
  /** @internal Whether the further part is open: a hundred closed cards need not hold it. */
  opened = false;

  protected readonly localize: Localize = new Localize(this);
  /** The further part, once its code is there. */
  protected further?: FurtherPart;
  /** The host's own value on show. */
  #provided: Value | null | undefined;
  /** Last known: undefined before the first answer. */
  #known: Value | null | undefined;
  #ended: AbortController | undefined;
  /** Where the last connection led: a source, or an address. */
  #origin: Source | string | undefined;
  /** The source of events: the window of the document that the element stands in, or last stood in. */
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

  /** The host's own value, shown without a reading; undefined if the element reads for itself. */
  protected abstract get provided(): Value | null | undefined;
  /** The request for the person with this handle. */
  protected abstract askFor(handle: string): Resource;
  /** The detail of the event `gigsy-load`. */
  protected abstract detail(value: Value | null): object;
  /** Renders an answer. Its values are untrusted. */
  protected abstract renderValue(value: Value): unknown;
  protected abstract renderSkeleton(): unknown;

  /** The request at `origin`; undefined while there is nothing to ask for. Once `signal` fires, the answer is not needed. */
  #resource(origin: Source | string | undefined, signal?: AbortSignal): Resource | undefined | Promise<Resource> {
    const { handle } = this;
    if (!handle) return undefined;
    return origin && HANDLE.test(handle)
      ? this.askFor(handle)
      : import('./whom.ts').then(({ whom }) => this.askFor(whom(handle, origin, signal)));
  }

  /** How a host's source is asked. */
  protected callOf(_source: Source, resource: Resource): [method: string, asked: unknown[]] {
    return ['read', resource];
  }

  /** Lit's would take its sheets from the page of this code, wherever the element stands. */
  protected override createRenderRoot(): ShadowRoot {
    // eslint-disable-next-line wc/attach-shadow-constructor -- Lit asks here, once the element is connected.
    return this.shadowRoot ?? this.attachShadow({ mode: 'open' });
  }

  /** The styles of the content on show. */
  get #sheets(): CSSResult[] {
    const { elementStyles } = this.constructor as typeof ResourceElement;
    return [...(elementStyles as CSSResult[]), ...(this.further?.styles ?? [])];
  }

  override connectedCallback(): void {
    if (!this.hasUpdated) this.#askEarly();
    super.connectedCallback();
    // The first time, and when it has been in another document.
    if (!this.shadowRoot!.adoptedStyleSheets[0]) adopt(this.shadowRoot!, this.#sheets);
    this.#window = this.ownerDocument.defaultView;
    for (const type of OCCASIONS) this.#window?.addEventListener(type, this.#resume);
    if (this.hasUpdated) this.#connect();
  }

  /** Begins to read before the page's elements are rendered; the element itself asks for the same at its first update. */
  #askEarly(): void {
    const origin = this.#find();
    if (typeof origin !== 'string' || this.provided !== undefined || this.shadowRoot) return;
    const resource = this.#resource(origin);
    if (Array.isArray(resource))
      sharedReader(origin, this)
        .read(...resource)
        .catch(() => {});
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    for (const type of OCCASIONS) this.#window?.removeEventListener(type, this.#resume);
    this.#ended?.abort();
  }

  /** Asks again. The known answer stays on show until the new one is there. */
  reload(): void {
    if (!this.#known && this.provided === undefined) {
      this.#known = undefined;
      this.state = 'loading';
    }
    this.#connect();
  }

  /** @internal Shows the further part as soon as its code is there; without it the element stays as it is. */
  loadFurther = async (): Promise<void> => {
    try {
      this.further = await (this.constructor as typeof ResourceElement).further?.();
    } catch {
      return;
    }
    adopt(this.shadowRoot!, this.#sheets);
    this.requestUpdate();
  };

  protected override willUpdate(changed: PropertyValues): void {
    // A server's content belongs to one person.
    if (changed.get('handle')) this.served = this.handed = undefined;
    const before = this.#provided;
    this.#provided = this.provided;
    if (this.#provided !== before || ASKING.some((name) => changed.has(name))) this.#restart();
  }

  #restart(): void {
    this.#known = undefined;
    if (!this.served) this.state = 'loading';
    if (this.#provided !== undefined) this.#show(this.#provided);
    if (this.isConnected) this.#connect();
  }

  #connect(): void {
    this.#ended?.abort();
    const origin = (this.#origin = this.#find());
    if (this.provided !== undefined) return;
    const { signal } = (this.#ended = new AbortController());
    const { handed, live } = this;
    delete this.handed;
    let watched = false;
    const next = (value: Value | null) => signal.aborted || this.#load(value);
    const error = (thrown: unknown) => signal.aborted || this.#fail(thrown);
    const follow = async (resource: Resource) => {
      const watcher = typeof origin === 'string' ? await liveSource(origin, this) : origin;
      const [, asked] = this.callOf(watcher as Source, resource);
      (watcher as Callable).watch?.(...asked, {
        signal,
        error,
        next: (value: Value) => next(((watched = true), value)),
      });
    };
    const ask = async (resource: Resource | undefined) => {
      if (!resource) return;
      if (live || (origin as Lively)?.live) follow(resource).catch(error);
      let value: unknown = handed;
      if (!value && typeof origin === 'string') value = await sharedReader(origin, this).read(...resource);
      else if (!value) {
        const [method, asked] = this.callOf(origin as Source, resource);
        value = await (origin as Callable)[method]!(...asked, { signal });
      }
      if (!watched) next(value as Value | null);
    };
    const asked = this.#resource(origin, signal);
    // At once if the name is known: the asks of elements in one task are one request.
    (asked instanceof Promise ? asked.then(ask) : ask(asked)).catch((thrown: unknown) => watched || error(thrown));
  }

  #find(): Source | string | undefined {
    return this.source ?? this.api ?? originAround<Source>(this);
  }

  /** The connection is back, or a provider somewhere on the page has come, gone or changed. */
  #resume = (): void => {
    if (this.#find() !== this.#origin) this.#restart();
    else if (this.state === 'offline') this.reload();
  };

  #show(value: Value | null): void {
    this.#known = value && typeof value === 'object' ? value : null;
    this.state = this.#known ? 'ready' : 'unavailable';
    this.requestUpdate();
  }

  #load(value: Value | null): void {
    this.#show(value);
    dispatch(this, 'gigsy-load', this.detail(value));
  }

  /** A failure keeps the content that is already shown. */
  #fail(thrown: unknown): void {
    const error = isGigsyError(thrown)
      ? thrown
      : new GigsyError('bad_response', 'The source failed.', { cause: thrown });
    if (error.code === 'offline') this.state = 'offline';
    else if (this.#known === undefined) this.state = 'error';
    dispatch(this, 'gigsy-error', error);
  }

  protected override render(): TemplateResult | typeof noChange {
    const { localize, state } = this;
    const known = this.#known;
    if (known === undefined && this.served) return noChange;
    const { retry } = localize.table;
    return html`<div class="frame" dir=${localize.dir} lang=${localize.table.code}>
      <article part="card" class="${state} ${known ? 'known' : ''}" tabindex="-1" aria-busy=${state === 'loading'} aria-labelledby=${known ? 'name' : nothing}>
        ${known ? this.#content(known) : state === 'loading' ? this.renderSkeleton() : person}
        <p part="message" class="message">${state === 'ready' ? noChange : localize.table[state]}</p>
        ${!known && (state === 'error' || state === 'offline') ? html`<button part="retry" aria-label="${retry}: ${text(this.handle)}" @click=${this.#retry}>${retry}</button>` : ''}
      </article>
    </div>`;
  }

  /** A host's program may have made it of objects that throw: it is shown again without those. */
  #content(known: Value): unknown {
    try {
      return this.renderValue(known);
    } catch {
      void import('./calm.ts').then(({ calmOnce }) => this.#known === known && this.#show(calmOnce(known)));
      return this.renderSkeleton();
    }
  }

  /**
   * The button goes away with the message; focus stays in the card. The result is announced only to the reader who
   * asked.
   */
  #retry({ target }: Event): void {
    const card = (target as Element).parentElement!;
    card.focus();
    card.querySelector('.message')!.role = 'status';
    this.reload();
  }

  /**
   * Focus stays on its link if that moves, and in the element if its node goes away: on the last link before it, else
   * on the card. Lit fills the same nodes with other content, so links are told by their address.
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
