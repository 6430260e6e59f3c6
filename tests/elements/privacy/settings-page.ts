/** The settings of privacy in a test: put on the page, read and pressed as people do. */
import { fixture, html } from '@open-wc/testing';
import type { GigsyPrivacySettings } from '@gigsy/elements';
import '@gigsy/elements/privacy-settings/define';
import { settled } from './records.ts';

export async function put(client: unknown, { lang = 'en', width = 640 } = {}): Promise<GigsyPrivacySettings> {
  const box = await fixture<HTMLElement>(html`<div lang=${lang}></div>`);
  box.style.width = `${width}px`;
  const element = Object.assign(document.createElement('gigsy-privacy-settings'), { client });
  box.append(element);
  await settled(element);
  return element;
}

export const all = (element: GigsyPrivacySettings, selector: string) => [
  ...element.shadowRoot!.querySelectorAll<HTMLElement>(selector),
];
export const one = (element: GigsyPrivacySettings, selector: string) => all(element, selector)[0]!;
export const textOf = (found: Element | undefined) => found?.textContent!.replace(/\s+/g, ' ').trim();
export const status = (element: GigsyPrivacySettings) => textOf(one(element, '[role=status]'));
export const told = (element: GigsyPrivacySettings, name: string) =>
  textOf(one(element, `#told-${name.replace(/\W/g, '-')}`));
export const pressed = (element: GigsyPrivacySettings, name: string) =>
  all(element, `[part=choice][data-setting="${name}"][aria-pressed=true]`).map(({ dataset }) => dataset.to);

export async function press(element: GigsyPrivacySettings, selector: string): Promise<void> {
  one(element, selector).focus();
  one(element, selector).click();
  await settled(element);
}

export const choose = (element: GigsyPrivacySettings, name: string, to: string) =>
  press(element, `[part=choice][data-setting="${name}"][data-to="${to}"]`);
export const open = (element: GigsyPrivacySettings, block: string) =>
  press(element, `[data-block="${block}"] > summary`);
