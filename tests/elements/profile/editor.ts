/** Puts the editor of one's own profile on the test page, and types, presses and looks. */
import { fixture, html, waitUntil } from '@open-wc/testing';
import type { OwnProfile } from '@gigsy/schema';
import type { GigsyPortfolioEditor, GigsyProfileEditor } from '@gigsy/elements';
import '@gigsy/elements/profile-editor/define';
import { ada } from '../../../stories/people/ada.ts';
import { Desk } from '../../../stories/people/desk.ts';

export { Desk, ada };
export { trouble } from '../../../stories/people/desk.ts';

type Editing = GigsyProfileEditor | GigsyPortfolioEditor;
type Section = keyof OwnProfile['sections'];

/** An editor at `desk`, once it is ready, with these sections open. */
export async function editorAt(
  desk: Desk,
  open: readonly Section[] = ['skills'],
  { lang = 'en', width = 480 } = {},
): Promise<GigsyProfileEditor> {
  const box = await fixture<HTMLElement>(html`<div lang=${lang}></div>`);
  box.style.width = `${width}px`;
  const editor = Object.assign(document.createElement('gigsy-profile-editor'), { client: desk.client });
  box.append(editor);
  await reaches(editor, 'state', 'ready');
  for (const section of open) editor.show(section);
  await editor.updateComplete;
  return editor;
}

export async function reaches(editor: Editing, what: 'state' | 'status', value: string): Promise<void> {
  await waitUntil(() => editor[what] === value, `${what} is ${editor[what]} and never ${value}`, { timeout: 12_000 });
  await editor.updateComplete;
}

/** A node by its id, such as `skills.1.name`, `skills.1-remove` or `identity.headline`. */
export function at(editor: Editing, id: string): HTMLInputElement {
  return editor.shadowRoot!.getElementById(id) as HTMLInputElement;
}

/** As the browser does for a key press. */
export async function type(editor: Editing, id: string, words: string): Promise<void> {
  at(editor, id).value = words;
  at(editor, id).dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
  await editor.updateComplete;
}

/** As the browser does when the person goes on. */
export async function settle(editor: Editing, id: string): Promise<void> {
  at(editor, id).dispatchEvent(new Event('change', { bubbles: true }));
  await editor.updateComplete;
}

export async function press(editor: Editing, id: string): Promise<void> {
  at(editor, id).click();
  await editor.updateComplete;
}

/** Presses a button of a conflict: `value` as among the values of the section. */
export async function choose(
  editor: Editing,
  section: Section,
  value: string,
  choice: 'mine' | 'theirs',
): Promise<void> {
  const box = editor.shadowRoot!.querySelector(`[data-section=${section}]`)!;
  box.querySelector<HTMLElement>(`[data-field="${value}"][data-choice=${choice}]`)!.click();
  await editor.updateComplete;
}

/** The text of a node without its white space. */
export function said(editor: Editing, selector: string): string[] {
  return [...editor.shadowRoot!.querySelectorAll(selector)].map((found) =>
    found.textContent!.replace(/\s+/g, ' ').trim(),
  );
}

/** The titles of the items of a list, in the order of the page. */
export function titles(editor: Editing, section: Section): string[] {
  return said(editor, `[data-section=${section}] [part=toggle] > bdi`);
}

export function focused(editor: Editing): Element | null {
  return editor.shadowRoot!.activeElement;
}

/** Lets pending work in the page's own memory end. */
export async function turns(editor: Editing): Promise<void> {
  for (let turn = 0; turn < 5; turn += 1) await new Promise((resolve) => setTimeout(resolve));
  await editor.updateComplete;
}

export const names = (desk: Desk): string[] => desk.mine!.sections.skills.map(({ name }) => name);
