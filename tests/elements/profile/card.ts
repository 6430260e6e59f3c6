/** Puts a card on the test page and looks into it. */
import { aTimeout, fixture, html } from '@open-wc/testing';
import type { GigsyProfileCard } from '@gigsy/elements';
import '@gigsy/elements/profile-card/define';

/** A card with `properties`, in a box of `width` pixels, after it has rendered and its source has had its turn. */
export async function card(properties: Partial<GigsyProfileCard>, width = 480): Promise<GigsyProfileCard> {
  const box = await fixture<HTMLElement>(html`<div></div>`);
  box.style.width = `${width}px`;
  const element = Object.assign(document.createElement('gigsy-profile-card'), properties);
  box.append(element);
  await settled(element);
  return element;
}

export async function settled(element: GigsyProfileCard): Promise<void> {
  await element.updateComplete;
  await aTimeout(0);
  await element.updateComplete;
}

export function part(element: GigsyProfileCard, name: string): HTMLElement | null {
  return element.renderRoot.querySelector<HTMLElement>(`[part~="${name}"]`);
}

export function words(element: GigsyProfileCard, name: string): string {
  return part(element, name)?.textContent?.replace(/\s+/g, ' ').trim() ?? '';
}
