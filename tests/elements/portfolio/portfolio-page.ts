/** The editor of a portfolio in a test: put on the page, read, typed into and pressed as people do. */
import { fixture, html } from '@open-wc/testing';
import type { GigsyPortfolioEditor } from '@gigsy/elements';
import '@gigsy/elements/portfolio-editor/define';
import type { PortfolioDesk } from '../../../stories/people/portfolio-desk.ts';
import { reaches } from '../profile/editor.ts';

export { PortfolioDesk, own, written } from '../../../stories/people/portfolio-desk.ts';
export { ada } from '../../../stories/people/ada.ts';
export { at, focused, press, reaches, said, settle, turns, type } from '../profile/editor.ts';

export async function editorAt(
  desk: PortfolioDesk,
  { lang = 'en', width = 640, live = false } = {},
): Promise<GigsyPortfolioEditor> {
  const box = await fixture<HTMLElement>(html`<div lang=${lang}></div>`);
  box.style.width = `${width}px`;
  const editor = Object.assign(document.createElement('gigsy-portfolio-editor'), { client: desk.client, live });
  box.append(editor);
  await reaches(editor, 'state', 'ready');
  return editor;
}

export async function key(
  editor: GigsyPortfolioEditor,
  id: string,
  name: string,
  { altKey = true }: KeyboardEventInit = {},
): Promise<void> {
  const event = new KeyboardEvent('keydown', { key: name, altKey, bubbles: true, cancelable: true });
  editor.shadowRoot!.getElementById(id)!.dispatchEvent(event);
  await editor.updateComplete;
}

export function find(editor: GigsyPortfolioEditor, selector: string): HTMLElement {
  return editor.shadowRoot!.querySelector<HTMLElement>(selector)!;
}

/** The titles of the entries of a section, in the order of the page. */
export function titles(editor: GigsyPortfolioEditor, section: string): string[] {
  return [...editor.shadowRoot!.querySelectorAll(`[data-section=${section}] [part=toggle] > bdi`)].map((found) =>
    found.textContent.trim(),
  );
}
