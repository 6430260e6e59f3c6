/** Puts an element that shows a portfolio on the test page and looks into it. */
import { fixture, html, waitUntil } from '@open-wc/testing';
import type { GigsyBadgeShelf, GigsyPortfolio } from '@gigsy/elements';

interface Tags {
  'gigsy-portfolio': GigsyPortfolio;
  'gigsy-badge-shelf': GigsyBadgeShelf;
}
type Shown = Tags[keyof Tags];

/** `tag` with `properties`, in a box of `width` pixels in `lang`, once it has rendered. */
export async function put<T extends keyof Tags>(
  tag: T,
  properties: Partial<Tags[T]>,
  { width = 900, lang = 'en' } = {},
): Promise<Tags[T]> {
  const box = await fixture<HTMLElement>(html`<div lang=${lang}></div>`);
  box.style.width = `${width}px`;
  const element = Object.assign(document.createElement(tag), properties) as Tags[T];
  box.append(element);
  await element.updateComplete;
  return element;
}

export function within<E extends HTMLElement = HTMLElement>(element: Shown, selector: string): E[] {
  return [...element.renderRoot.querySelectorAll<E>(selector)];
}

export function said(element: Shown, selector: string): string[] {
  return within(element, selector).map(({ textContent }) => textContent.replace(/\s+/g, ' ').trim());
}

/** A source whose answer changes; `give` tells those that watch. */
export function changing(first: object | null) {
  let last = first;
  const asked: unknown[] = [];
  const watching = new Set<(answer: never) => void>();
  const source = {
    read: async (...call: unknown[]) => {
      asked.push(call.slice(0, 2));
      return last as never;
    },
    watch: (_name: string, _args: object, { next }: { next(answer: never): void }) => {
      watching.add(next);
      next(last as never);
      return () => watching.delete(next);
    },
  };
  const give = (answer: object | null) => {
    last = answer;
    for (const next of watching) next(answer as never);
  };
  return { source: source as never, asked, give };
}

export async function ready(element: Shown, state = 'ready'): Promise<void> {
  await waitUntil(() => element.state === state, `it is ${state}`);
  await element.updateComplete;
}
