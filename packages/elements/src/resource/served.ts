/**
 * Content that a server made for an element, in this version or another. It stays on show until the element has an answer
 * in the reader's language, and then gives way to the element's own in one step. Loaded by elements that find a shadow root.
 */
import type { LitElement, ReactiveController } from 'lit';
import type { Localize } from '../localization/localize.ts';

interface Host extends LitElement {
  /** Whether the content may stay while there is no answer. */
  served?: boolean;
  /** The answer that the server gave with its content. */
  handed?: object;
  state: 'loading' | 'ready' | 'unavailable' | 'error' | 'offline';
  /** Whether the further part is open. */
  opened: boolean;
  /** Loads the code of the further part. */
  loadFurther(): Promise<void>;
}

export class Served implements ReactiveController {
  readonly #host: Host;
  readonly #root: ShadowRoot;
  readonly #localize: Localize;
  readonly #nodes: ChildNode[];

  /** Calls `enable` when the element's own content lacks only the answer. */
  constructor(host: Host, localize: Localize, enable: (requestedUpdate: boolean) => void) {
    this.#host = host;
    this.#localize = localize;
    this.#root = host.shadowRoot!;
    this.#nodes = [...this.#root.childNodes];
    host.served = this.#nodes.length > 0;
    host.handed = this.#handed();
    host.addController(this);
    localize.hostUpdate();
    host.opened = this.#root.querySelector('details')?.open ?? false;
    const deep = this.#root.querySelector('.panel')?.clientWidth || host.opened;
    void Promise.allSettled([localize.words, deep ? host.loadFurther() : undefined]).then(() => enable(true));
  }

  /** The element's own content comes after it: Lit keeps references to its nodes, so none of them may be removed. */
  hostUpdate(): void {
    this.#host.renderOptions.renderBefore = null;
  }

  hostUpdated(): void {
    const own = this.#root.lastElementChild;
    if (own && !this.#nodes.includes(own)) this.#giveWay(own);
    else this.#note();
  }

  /** Undefined if the server gave none. */
  #handed(): object | undefined {
    try {
      return (JSON.parse(this.#root.querySelector('script')!.textContent) as object | null) ?? undefined;
    } catch {
      return undefined;
    }
  }

  /** The reason for the missing answer, if the content has a place for it. */
  #note(): void {
    const { state } = this.#host;
    const message = this.#root.querySelector('[part~=message]');
    const told = state === 'error' || state === 'offline';
    message?.parentElement!.classList.toggle('ready', !told);
    if (message) message.textContent = told ? this.#localize.table[state] : '';
  }

  #giveWay(own: Element): void {
    for (const image of own.querySelectorAll<HTMLImageElement>('[part~=image]')) {
      // The same picture was on show: no frame without it.
      image.decoding = 'sync';
      if (image.complete && image.naturalWidth) image.classList.add('seen');
    }
    const rest = own.querySelector('details');
    if (rest) rest.open = this.#host.opened;
    this.#moveFocus(own);
    for (const node of this.#nodes) node.remove();
    this.#host.served = false;
    this.#host.removeController(this);
  }

  /** To the same link, else to the node in the place of the focused one, else to the card. */
  #moveFocus(own: Element): void {
    const focused = this.#root.activeElement as HTMLAnchorElement | null;
    if (!focused) return;
    const part = focused.getAttribute('part');
    const like = focused.localName + (part ? `[part="${CSS.escape(part)}"]` : '');
    const before = [...this.#root.querySelectorAll(like)].indexOf(focused);
    const after = [...own.querySelectorAll<HTMLAnchorElement>(like)];
    const next =
      after.find(({ href }) => href && href === focused.href) ??
      after[before] ??
      own.querySelector<HTMLElement>('article');
    next?.focus({ preventScroll: true });
  }
}
