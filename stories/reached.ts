/** Waiting in play functions, and focus: the test library's Tab does not enter shadow roots; real Tabs are in tests/stories. */
import { expect, waitFor } from 'storybook/test';
import type { ProfileState } from '@gigsy/elements';

type ProfileTag = {
  [T in keyof HTMLElementTagNameMap]: HTMLElementTagNameMap[T] extends { state: ProfileState } ? T : never;
}[keyof HTMLElementTagNameMap];

/** The first such element on the canvas, once it is in this state and drawn. */
export async function reached<T extends ProfileTag>(
  canvas: HTMLElement,
  tag: T,
  state: ProfileState,
): Promise<HTMLElementTagNameMap[T]> {
  const element = canvas.querySelector(tag)!;
  await waitFor(() => expect(element.state).toBe(state));
  await element.updateComplete;
  return element;
}

/** Puts focus on a part of the element. */
export function focusOn(element: HTMLElement, selector: string): HTMLElement {
  const target = element.shadowRoot!.querySelector<HTMLElement>(selector)!;
  target.focus();
  return target;
}

/** What has focus inside of the element. */
export function focused(element: HTMLElement): HTMLElement {
  return element.shadowRoot!.activeElement as HTMLElement;
}
