/** A date as precise as people know it: a year, perhaps a month, perhaps a day. */
import { type TemplateResult, html, nothing } from 'lit';
import { live } from 'lit/directives/live.js';
import type { Control } from './control.ts';
import type { FieldValue } from './field.ts';

/** The month is offered once there is a year, the day once there is a month; what was chosen stays to be seen. */
export function renderDate({
  id,
  name,
  label,
  value,
  field,
  invalid,
  describedBy,
  words,
  months,
}: Control): TemplateResult {
  const [year = '', month = '', day = ''] = typeof value === 'string' ? value.split('-') : [];
  const part = (which: string) => `${label}: ${which}`;
  const described = describedBy || nothing;
  const options = (first: string, chosen: string, labels: readonly string[]) =>
    html`<option value="" .selected=${live(!chosen)}>${first}</option>
      ${labels.map((text, index) => {
        const option = String(index + 1).padStart(2, '0');
        return html`<option value=${option} .selected=${live(option === chosen)}>${text}</option>`;
      })}`;
  return html`<div class="date">
    <input
      id=${id} name=${name} class="year" part="input" inputmode="numeric" maxlength="4" autocomplete="off" placeholder=${words.year}
      ?required=${field.required} aria-label=${part(words.year)} aria-invalid=${invalid} aria-describedby=${described} .value=${live(year)}
    />
    ${year || month ? html`<select id="${id}-month" name=${name} class="month" part="input" aria-label=${part(words.month)} aria-invalid=${invalid} aria-describedby=${described}>${options(words.month, month, months())}</select>` : ''}
    ${month ? html`<select id="${id}-day" name=${name} class="day" part="input" aria-label=${part(words.day)} aria-invalid=${invalid} aria-describedby=${described}>${options(words.day, day, days)}</select>` : ''}
  </div>`;
}

const days: readonly string[] = Array.from({ length: 31 }, (_, index) => String(index + 1));

export function readDate(element: HTMLElement, digits: (text: string) => string): FieldValue {
  const box = element.closest('.date')!;
  const [year, month, day] = ['.year', '.month', '.day'].map((part) => {
    const control = box.querySelector<HTMLInputElement | HTMLSelectElement>(part);
    return digits(control?.value ?? '').replace(/[-\s]/g, '');
  });
  return [year, month, month && day].join('-').replace(/-+$/, '');
}
