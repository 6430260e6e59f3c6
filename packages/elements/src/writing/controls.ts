/** How each kind of field is drawn and read. */
import { type TemplateResult, html, nothing } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import { live } from 'lit/directives/live.js';
import type { Control } from './control.ts';
import { readDate, renderDate } from './date-control.ts';
import type { Choice, Field, FieldValue } from './field.ts';

interface ControlKind {
  render(control: Control): TemplateResult;
  /** The value of the field whose control, or a part of it, is `element`. `settled` once the person goes on. */
  read(element: HTMLElement, field: Field, settled: boolean): FieldValue;
}

function readText(element: HTMLElement, field: Field, settled: boolean): FieldValue {
  const text = (element as HTMLInputElement).value;
  return settled && field.settled ? field.settled(text) : text;
}

function input(
  type: 'text' | 'email' | 'url',
  read: ControlKind['read'] = readText,
  inputMode?: 'decimal',
): ControlKind {
  return {
    read,
    render: ({ field: { required, autocomplete }, id, name, value, invalid, describedBy }) =>
      html`<input
        id=${id} name=${name} type=${type} part="input" dir=${type === 'text' && !inputMode ? 'auto' : 'ltr'} ?required=${required}
        inputmode=${ifDefined(inputMode)} class=${inputMode ? 'short' : ''}
        autocomplete=${ifDefined(autocomplete)} aria-invalid=${invalid} aria-describedby=${describedBy || nothing} .value=${live(textOf(value))}
      />`,
  };
}

/** Grows with its content. */
function textArea(
  style: string,
  taken: (text: string) => FieldValue,
  keydown?: (event: KeyboardEvent) => void,
): ControlKind {
  return {
    read: (element) => taken((element as HTMLTextAreaElement).value),
    render: ({ field: { required, autocomplete }, id, name, value, invalid, describedBy }) =>
      html`<textarea
        id=${id} name=${name} part="input" class=${style} dir="auto" rows=${style ? 2 : 6} ?required=${required}
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

/** Text that may still become a number stays text: `1.` on the way to `1.5`. */
function readNumber(element: HTMLElement, _: Field, settled: boolean): FieldValue {
  const text = digits((element as HTMLInputElement).value);
  const plain = settled ? text.trim().replace(/^(\d+)[,٫](\d+)$/, '$1.$2') : text;
  const number = Number(plain);
  return plain.trim() && (settled ? Number.isFinite(number) : String(number) === plain) ? number : text;
}

/** Digits of any script as those of ASCII: in Unicode each script has its ten in a row, from a code that is found here. */
function digits(text: string): string {
  return text.replace(/\p{Nd}/gu, (digit) => {
    const code = digit.codePointAt(0)!;
    let zero = code;
    while (/\p{Nd}/u.test(String.fromCodePoint(zero - 1)) && code - zero < 9) zero -= 1;
    return String(code - zero);
  });
}

function readChoice(element: HTMLElement, { choices }: Field): FieldValue {
  const text = (element as HTMLSelectElement).value;
  const offered = choices?.values() ?? [];
  return Array.isArray(offered) ? ((offered as Choice[]).find((choice) => String(choice) === text) ?? text) : text;
}

export const controls: Readonly<Record<Field['kind'], ControlKind>> = {
  text: input('text'),
  email: input('email'),
  url: input('url'),
  number: input('text', readNumber, 'decimal'),
  line: textArea('line', (text) => text.replace(/\s*\n\s*/g, ' '), submitOnEnter),
  multiline: textArea('', (text) => text),
  lines: textArea('line', (text) => text.split('\n')),
  date: { render: renderDate, read: (element) => readDate(element, digits) },
  checks: {
    read: (element) =>
      [...element.closest('.checks')!.querySelectorAll('input')].flatMap((box) => (box.checked ? box.value : [])),
    render: ({ id, name, label, value, invalid, describedBy, options }) =>
      html`<div id=${id} class="checks" role="group" tabindex="-1" aria-label=${label} aria-describedby=${describedBy || nothing}>
        ${options.slice(1).map(([choice, text]) => {
          const checked = Array.isArray(value) && value.includes(choice);
          return html`<label class="check"><input type="checkbox" name=${name} value=${String(choice)} aria-invalid=${invalid} .checked=${live(checked)} />${text}</label>`;
        })}
      </div>`,
  },
  own: { render: (control) => control.field.render!(control), read: () => null },
  select: {
    read: readChoice,
    render: ({ field: { required, autocomplete }, id, name, value, invalid, describedBy, options }) =>
      html`<select
        id=${id} name=${name} part="input" ?required=${required}
        autocomplete=${ifDefined(autocomplete)} aria-invalid=${invalid} aria-describedby=${describedBy || nothing}
      >${options.map(([choice, label]) => html`<option value=${String(choice)} .selected=${live(String(choice) === textOf(value))}>${label}</option>`)}</select>`,
  },
};

/** Lines of a list, one a line. */
export function textOf(value: FieldValue | undefined): string {
  if (Array.isArray(value)) return value.join('\n');
  return typeof value === 'object' || value === undefined ? '' : String(value);
}
