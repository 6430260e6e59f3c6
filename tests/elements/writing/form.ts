/** Puts a form for one's own profile on the test page, and types, presses and looks. */
import { fixture, html, waitUntil } from '@open-wc/testing';
import type { GigsyProfileForm } from '@gigsy/elements';
import '@gigsy/elements/profile-form/define';
import { ada } from '../../../stories/people/ada.ts';
import { Desk } from '../../../stories/people/desk.ts';

export { ada, Desk };
export { trouble } from '../../../stories/people/desk.ts';

/** A form at `desk`, once it is ready, in a box of `width` pixels in `lang`. */
export async function formAt(
  desk: Desk,
  properties: Partial<GigsyProfileForm> = {},
  { lang = 'en', width = 480 } = {},
): Promise<GigsyProfileForm> {
  const box = await fixture<HTMLElement>(html`<div lang=${lang}></div>`);
  box.style.width = `${width}px`;
  const form = Object.assign(document.createElement('gigsy-profile-form'), { client: desk.client, ...properties });
  box.append(form);
  await is(form, 'state', 'ready');
  return form;
}

export async function is(form: GigsyProfileForm, what: 'state' | 'status', value: string): Promise<void> {
  await waitUntil(() => form[what] === value, `${what} is ${form[what]} and never ${value}`, { timeout: 12_000 });
  await form.updateComplete;
}

export function control(form: GigsyProfileForm, name: string): HTMLInputElement {
  return form.shadowRoot!.getElementById(name) as HTMLInputElement;
}

export function part(form: GigsyProfileForm, name: string): HTMLElement | null {
  return form.shadowRoot!.querySelector<HTMLElement>(`[part~="${name}"]`);
}

/** Text of each such part. */
export function said(form: GigsyProfileForm, name: string): string[] {
  return [...form.shadowRoot!.querySelectorAll(`[part~="${name}"]`)].map((found) =>
    found.textContent!.replace(/\s+/g, ' ').trim(),
  );
}

/** As the browser does for a key press. */
export async function type(form: GigsyProfileForm, name: string, words: string): Promise<void> {
  control(form, name).value = words;
  control(form, name).dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
  await form.updateComplete;
}

export async function press(form: GigsyProfileForm, name: string): Promise<void> {
  part(form, name)!.click();
  await form.updateComplete;
}

/** Settles pending work in the page's own memory. */
export async function settled(form: GigsyProfileForm): Promise<void> {
  for (let turn = 0; turn < 5; turn += 1) await new Promise((resolve) => setTimeout(resolve));
  await form.updateComplete;
}

/** The stored drafts, by key. */
export function drafts(): Record<string, unknown> {
  const kept = Object.entries(sessionStorage).filter(([key]) => key.startsWith('gigsy-draft'));
  return Object.fromEntries(kept.map(([key, text]) => [key, JSON.parse(text as string) as unknown]));
}
