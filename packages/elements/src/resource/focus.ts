/**
 * Keeps focus where an element's content changes. Lit fills the same nodes with other content, so links are told by their
 * address. Loaded by elements in which something has focus.
 */
import type { ReactiveController, ReactiveElement } from 'lit';

export class KeptFocus implements ReactiveController {
  readonly #root: ShadowRoot;
  #focused: HTMLAnchorElement | null = null;
  #href: string | undefined;

  constructor(host: ReactiveElement) {
    this.#root = host.shadowRoot!;
    host.addController(this);
  }

  hostUpdate(): void {
    this.#focused = this.#root.activeElement as HTMLAnchorElement | null;
    this.#href = this.#focused?.href;
  }

  /**
   * Focus stays on the link it was on where that moves, and in the element where what had it goes away: on the last link
   * before it, else on the card.
   */
  hostUpdated(): void {
    const [root, focused, href] = [this.#root, this.#focused, this.#href];
    if (!focused || (focused.isConnected && focused.href === href)) return;
    const links = href ? [...root.querySelectorAll('a')] : [];
    const next =
      links.find((link) => link.href === href) ??
      (focused.isConnected ? focused : (links.at(-1) ?? root.querySelector('article')!));
    next.focus();
  }
}
