/** One field of a form: label, control, help, length, fault, and the choice where somebody else changed it too. */
import { type TemplateResult, html } from 'lit';
import type { Localize } from '../localization/localize.ts';
import type { Fault } from './checks.ts';
import { controls, textOf } from './controls.ts';
import type { Field, FieldValue } from './field.ts';
import type { FormTerms } from './form.ts';
import type { WritingTerms } from './terms.ts';

export interface FieldView {
  readonly field: Field;
  readonly value: FieldValue;
  readonly fault: Fault | undefined;
  /** The stored value where it is in conflict with this one; else undefined. */
  readonly theirs: FieldValue | undefined;
  readonly words: FormTerms;
  readonly localize: Localize;
  /** Values that a select offers, as far as they are known. */
  readonly choices: readonly string[];
  /** Listens to the buttons of a conflict. */
  press(event: Event): void;
}

/** Part of a limit from which on the length is shown. */
const COUNTED_FROM = 0.75;

export function renderField(view: FieldView): TemplateResult {
  const { field, value, fault, theirs, words } = view;
  const { name, kind } = field;
  const { help } = termsOf(words, name);
  const count = countOf(view);
  const described = [help && `${name}-help`, count && `${name}-count`, fault && `${name}-fault`].filter(Boolean);
  const control = {
    field,
    value,
    invalid: fault !== undefined,
    describedBy: described.join(' '),
    options: optionsOf(view),
  };
  return html`<div part="field" class="field">
    <label for=${name}>${labelOf(words, name)}</label>
    ${controls[kind].render(control)}
    ${help ? html`<p part="help" class="help" id="${name}-help">${help}</p>` : ''}
    ${count ? html`<p class="help" id="${name}-count">${count}</p>` : ''}
    ${fault ? html`<p part="fault" class="fault" id="${name}-fault">${faultText(fault, words.writing, view.localize)}</p>` : ''}
    ${theirs === undefined ? '' : renderConflict(view, theirs)}
  </div>`;
}

function renderConflict(view: FieldView, theirs: FieldValue): TemplateResult {
  const { field, words, press } = view;
  const { conflict, theirs: elsewhere, empty, keepMine, takeTheirs } = words.writing;
  const label = labelOf(words, field.name);
  const value = field.kind === 'select' ? choiceLabel(view, textOf(theirs)) : textOf(theirs);
  return html`<div part="conflict" class="conflict" role="group" aria-label="${label}: ${conflict}">
    <p><span class="help">${elsewhere}:</span> ${value ? html`<bdi class="theirs">${value}</bdi>` : html`<i>${empty}</i>`}</p>
    <button type="button" data-field=${field.name} data-choice="mine" @click=${press} aria-label="${keepMine}: ${label}">${keepMine}</button>
    <button type="button" data-field=${field.name} data-choice="theirs" @click=${press} aria-label="${takeTheirs}: ${label}">${takeTheirs}</button>
  </div>`;
}

export function labelOf(words: FormTerms, name: string): string {
  return termsOf(words, name).label;
}

function termsOf({ fields }: FormTerms, name: string) {
  return fields[name] ?? { label: name };
}

/** A deployment's own words are English. */
export function faultText(fault: Fault, words: WritingTerms, localize: Localize): unknown {
  if ('message' in fault) return html`<span lang="en" dir="ltr">${fault.message}</span>`;
  return fault.rule === 'max' ? words.max(written(fault.max, localize)) : words[fault.rule];
}

export function written(count: number, localize: Localize): string {
  return localize.format(Intl.NumberFormat, {}).format(count);
}

/** Empty while the text is short of its limit. */
function countOf({ field: { max }, value, words, localize }: FieldView): string {
  const used = textOf(value).trim().length;
  if (max === undefined || used < max * COUNTED_FROM) return '';
  return words.writing.count(written(used, localize), written(max, localize));
}

function optionsOf(view: FieldView): (readonly [string, string])[] {
  const { field, value, choices, words, localize } = view;
  if (!field.choices) return [];
  const current = textOf(value);
  const values = current && !choices.includes(current) ? [...choices, current] : choices;
  const named = values.map((choice) => [choice, choiceLabel(view, choice)] as const);
  const { compare } = localize.format(Intl.Collator, {});
  return [['', words.writing.none], ...named.sort(([, a], [, b]) => compare(a, b))];
}

function choiceLabel({ field, localize }: FieldView, value: string): string {
  return value && (field.choices?.label(value, localize) ?? value);
}
