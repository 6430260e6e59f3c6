/** How elements tell the host. */
import type { LitElement } from 'lit';

/** After the change is on the page, so that a listener can measure it. The event does not bubble. */
export function dispatch(element: LitElement, type: string, detail: unknown): void {
  void element.updateComplete.then(() => element.dispatchEvent(new CustomEvent(type, { detail })));
}
