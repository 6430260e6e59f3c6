/** Elements about a person's data, on the page of a test. */
import { fixture, html } from '@open-wc/testing';

export const LANGUAGES = ['en', 'ar', 'de', 'es', 'fr', 'hi', 'ja', 'pt-BR', 'en-XA'];

type Shown = HTMLElement & { updateComplete: Promise<boolean> };

/** Puts the element into a box of this language and width, with the client that it asks and more properties. */
export async function put<T extends Shown>(
  tag: string,
  client: unknown,
  { lang = 'en', width = 860, ...more }: { lang?: string; width?: number } & Readonly<Record<string, unknown>> = {},
): Promise<T> {
  const box = await fixture<HTMLElement>(html`<div lang=${lang}></div>`);
  box.style.width = `${width}px`;
  const element = Object.assign(document.createElement(tag), { client, ...more }) as unknown as T;
  box.append(element);
  await settled(element);
  return element;
}

export async function settled(element: Shown): Promise<void> {
  for (let turn = 0; turn < 8; turn += 1) await new Promise((resolve) => setTimeout(resolve));
  await element.updateComplete;
}

export const all = (element: Element, selector: string) => [
  ...element.shadowRoot!.querySelectorAll<HTMLElement>(selector),
];

export const said = (element: Element, selector: string) =>
  all(element, selector).map((found) => found.textContent!.replace(/\s+/g, ' ').trim());
