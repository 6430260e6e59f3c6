/**
 * Waits and focus in play functions. The test library's Tab does not enter shadow roots; real Tabs are in
 * tests/stories.
 */
import { expect, waitFor } from 'storybook/test';
import type { ProfileState } from '@gigsy/elements';

type ProfileTag = {
  [T in keyof HTMLElementTagNameMap]: HTMLElementTagNameMap[T] extends { state: ProfileState } ? T : never;
}[keyof HTMLElementTagNameMap];

/** The first element of this kind on the canvas, once it is in the state and drawn. */
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

/** The part with the focus inside the element. */
export function focused(element: HTMLElement): HTMLElement | null {
  return element.shadowRoot!.activeElement as HTMLElement | null;
}
