/** Puts any element that shows a profile on the test page and looks into it. */
import { aTimeout, fixture, html, waitUntil } from '@open-wc/testing';
import type { GigsySkillMatrix, ProfileElement } from '@gigsy/elements';

type Tag = {
  [T in keyof HTMLElementTagNameMap]: HTMLElementTagNameMap[T] extends ProfileElement ? T : never;
}[keyof HTMLElementTagNameMap];

/** `tag` with `properties`, in a box of `width` pixels in `lang`, after it has rendered and its source has had its turn. */
export async function put<T extends Tag>(
  tag: T,
  properties: Partial<HTMLElementTagNameMap[T]>,
  { width = 720, lang = 'en' } = {},
): Promise<HTMLElementTagNameMap[T]> {
  const box = await fixture<HTMLElement>(html`<div lang=${lang}></div>`);
  box.style.width = `${width}px`;
  const element = Object.assign(document.createElement(tag), properties);
  box.append(element);
  await rendered(element as ProfileElement);
  return element;
}

export async function rendered(element: ProfileElement): Promise<void> {
  await element.updateComplete;
  await aTimeout(0);
  await element.updateComplete;
}

export function within(element: ProfileElement, selector: string): HTMLElement[] {
  return [...element.renderRoot.querySelectorAll<HTMLElement>(selector)];
}

export function said(element: ProfileElement, selector: string): string[] {
  return within(element, selector).map((found) => found.textContent!.replace(/\s+/g, ' ').trim());
}

/** Clicks a cell of the matrix, and waits for the code that then makes it the tab stop. */
export async function withKeys(matrix: GigsySkillMatrix): Promise<void> {
  const cell = within(matrix, 'td').at(-1)!;
  cell.click();
  await waitUntil(() => cell.tabIndex === 0, 'the code of the keys has come');
}
