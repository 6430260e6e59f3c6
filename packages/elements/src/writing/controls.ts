/** How each kind of field is drawn and read. */
import { type TemplateResult, html, nothing } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import { live } from 'lit/directives/live.js';
import type { Field, FieldValue } from './field.ts';

export interface Control {
  readonly field: Field;
  readonly value: FieldValue;
  readonly invalid: boolean;
  /** Ids of its descriptions, in reading order. */
  readonly describedBy: string;
  /** The options of a `select`, with names, in reading order; the empty choice first. */
  readonly options: readonly (readonly [value: string, label: string])[];
}

interface ControlKind {
  render(control: Control): TemplateResult;
  read(element: HTMLElement): FieldValue;
}

const readText = (element: HTMLElement): FieldValue => (element as HTMLInputElement).value;

function input(type: 'text' | 'email' | 'url'): ControlKind {
  return {
    read: readText,
    render: ({ field: { name, required, autocomplete }, value, invalid, describedBy }) =>
      html`<input
        id=${name} name=${name} type=${type} part="input" dir=${type === 'text' ? 'auto' : 'ltr'} ?required=${required}
        autocomplete=${ifDefined(autocomplete)} aria-invalid=${invalid} aria-describedby=${describedBy || nothing} .value=${live(textOf(value))}
      />`,
  };
}

/** Grows with its content. */
function textArea(
  style: string,
  taken: (text: string) => string,
  keydown?: (event: KeyboardEvent) => void,
): ControlKind {
  return {
    read: (element) => taken((element as HTMLTextAreaElement).value),
    render: ({ field: { name, required, autocomplete }, value, invalid, describedBy }) =>
      html`<textarea
        id=${name} name=${name} part="input" class=${style} dir="auto" rows=${style ? 2 : 6} ?required=${required}
        autocomplete=${ifDefined(autocomplete)} aria-invalid=${invalid} aria-describedby=${describedBy || nothing}
        .value=${live(textOf(value))} @keydown=${keydown ?? nothing}
      ></textarea>`,
  };
}

/** As in an input of one line. An Enter that ends a composition is not meant for the form. */
function submitOnEnter(event: KeyboardEvent): void {
  if (event.key !== 'Enter' || event.isComposing) return;
  event.preventDefault();
  (event.currentTarget as HTMLTextAreaElement).form!.requestSubmit();
}

export const controls: Readonly<Record<Field['kind'], ControlKind>> = {
  text: input('text'),
  email: input('email'),
  url: input('url'),
  line: textArea('line', (text) => text.replace(/\s*\n\s*/g, ' '), submitOnEnter),
  multiline: textArea('', (text) => text),
  select: {
    read: readText,
    render: ({ field: { name, required, autocomplete }, value, invalid, describedBy, options }) =>
      html`<select
        id=${name} name=${name} part="input" ?required=${required}
        autocomplete=${ifDefined(autocomplete)} aria-invalid=${invalid} aria-describedby=${describedBy || nothing}
      >${options.map(([choice, label]) => html`<option value=${choice} .selected=${live(choice === textOf(value))}>${label}</option>`)}</select>`,
  },
};

export function textOf(value: FieldValue | undefined): string {
  return typeof value === 'object' || value === undefined ? '' : String(value);
}
