/* eslint lit/binding-positions: off, lit/no-invalid-html: off -- Lit's static templates have the tag's name in place before they are parsed. */
/** Draws an element as a page's author writes it: a tag with attributes. Stories' args are named as the attributes are. */
import { type ElementPart, noChange } from 'lit';
import { Directive, type PartInfo, PartType, directive } from 'lit/directive.js';
import { html, unsafeStatic } from 'lit/static-html.js';
import type { TemplateResult } from 'lit';

/** Values by attribute, by event (`onGigsyLoad`, as Storybook names its listeners), or by custom property of CSS (`--…`); true stands for an empty attribute, false and undefined for none. */
export type Attributes = Partial<Record<string, string | number | boolean | EventListener>>;

class SetAttributes extends Directive {
  #names: string[] = [];

  constructor(part: PartInfo) {
    super(part);
    if (part.type !== PartType.ELEMENT) throw new Error('Stands in a tag, as attributes do.');
  }

  override update({ element }: ElementPart, [given]: [Attributes]): unknown {
    for (const name of this.#names) if (!(name in given)) set(element as HTMLElement, name, undefined);
    this.#names = Object.keys(given);
    for (const [name, value] of Object.entries(given)) set(element as HTMLElement, name, value);
    return noChange;
  }

  render(): unknown {
    return noChange;
  }
}

function set(element: HTMLElement, name: string, value: Attributes[string]): void {
  if (typeof value === 'function') element.addEventListener(eventOf(name), value);
  else if (name.startsWith('--')) element.style.setProperty(name, String(value ?? ''));
  else if (value === undefined || value === false) element.removeAttribute(name);
  else element.setAttribute(name, value === true ? '' : String(value));
}

/** `gigsy-load` of `onGigsyLoad`. */
function eventOf(listener: string): string {
  return listener
    .replace(/^on/, '')
    .replace(/(?!^)[A-Z]/g, '-$&')
    .toLowerCase();
}

const attributes = directive(SetAttributes) as (given: Attributes) => unknown;

/** `<name ...attributes>content</name>` */
export function tag(name: string, given: Attributes, content: unknown = ''): TemplateResult {
  const literal = unsafeStatic(name);
  return html`<${literal} ${attributes(given)}>${content}</${literal}>`;
}
