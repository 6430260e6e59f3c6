/** One field of a form: label, control, help, length, fault, and the choice where somebody else changed it too. */
import { type TemplateResult, html } from 'lit';
import { lengthOf } from '@gigsy/schema/rules';
import type { Localize } from '../localization/localize.ts';
import { partialDate } from '../localization/partial-date.ts';
import type { Fault } from './checks.ts';
import { controls, textOf } from './controls.ts';
import type { Choice, Field, FieldValue } from './field.ts';
import type { FormTerms } from './form.ts';
import type { WritingTerms } from './terms.ts';

export interface FieldView {
  readonly field: Field;
  /** Id of the control, and the name of the value: as the field's, after the id of its item in a list. */
  readonly id: string;
  readonly name: string;
  readonly value: FieldValue;
  readonly fault: Fault | undefined;
  /** The stored value where it is in conflict with this one; else undefined. */
  readonly theirs: FieldValue | undefined;
  readonly words: FormTerms;
  readonly localize: Localize;
  /** Values that a select offers, as far as they are known. */
  readonly choices: readonly Choice[];
  /** Listens to the buttons of a conflict. */
  press(event: Event): void;
}

/** Part of a limit from which on the length is shown. */
const COUNTED_FROM = 0.75;

export function renderField(view: FieldView): TemplateResult {
  const { field, id, name, value, fault, theirs, words, localize } = view;
  const { kind, beside } = field;
  const { label, help } = termsOf(words, field.name);
  const count = countOf(view);
  const described = [help && `${id}-help`, count && `${id}-count`, fault && `${id}-fault`].filter(Boolean);
  const control = {
    ...{ field, id, name, label, value },
    invalid: fault !== undefined,
    describedBy: described.join(' '),
    options: optionsOf(view),
    words: words.writing,
    months: () => monthsIn(localize),
  };
  return html`<div part="field" class="field ${beside ? 'beside' : ''}">
    ${kind === 'checks' || kind === 'own' ? html`<p class="label">${label}</p>` : html`<label for=${id}>${label}</label>`}
    ${controls[kind].render(control)}
    ${help ? html`<p part="help" class="help" id="${id}-help">${help}</p>` : ''}
    ${count ? html`<p class="help" id="${id}-count">${count}</p>` : ''}
    ${fault ? html`<p part="fault" class="fault" id="${id}-fault">${faultText(fault, words.writing, localize)}</p>` : ''}
    ${theirs === undefined ? '' : renderConflict(view, theirs)}
  </div>`;
}

function renderConflict(view: FieldView, theirs: FieldValue): TemplateResult {
  const { field, name, words, press } = view;
  const { conflict, theirs: elsewhere, empty } = words.writing;
  const label = labelOf(words, field.name);
  const value = writtenValue(view, theirs);
  return html`<div part="conflict" class="conflict" role="group" aria-label="${label}: ${conflict}">
    <p><span class="help">${elsewhere}:</span> ${value ? html`<bdi class="theirs">${value}</bdi>` : html`<i>${empty}</i>`}</p>
    ${renderChoice({ words, press }, name, label)}
  </div>`;
}

/** The buttons that settle the conflict of a value. */
export function renderChoice(
  { words, press }: Pick<FieldView, 'words' | 'press'>,
  name: string,
  label: string,
): TemplateResult {
  const { keepMine, takeTheirs } = words.writing;
  const button = (choice: string, text: string) =>
    html`<button type="button" data-field=${name} data-choice=${choice} @click=${press} aria-label="${text}: ${label}">${text}</button>`;
  return html`${button('mine', keepMine)} ${button('theirs', takeTheirs)}`;
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
  if (fault.rule === 'range') return words.range(written(fault.range[0], localize), written(fault.range[1], localize));
  return 'max' in fault ? words[fault.rule](written(fault.max, localize)) : words[fault.rule];
}

export function written(count: number, localize: Localize): string {
  return localize.format(Intl.NumberFormat, {}).format(count);
}

/** A value as its reader would say it: a choice by its name. */
export function writtenValue(
  { field, words, localize }: Pick<FieldView, 'field' | 'words' | 'localize'>,
  value: FieldValue | undefined,
): string {
  if (field.written) return field.written(value ?? null);
  const text = textOf(value);
  if (field.kind === 'date') return partialDate(text, localize) || text;
  if (!text || !field.choices) return text;
  const chosen = (Array.isArray(value) ? value : [value]) as Choice[];
  return chosen.map((choice) => choiceLabel({ field, words, localize }, choice)).join(', ');
}

/** Empty while the text is short of its limit. */
function countOf({ field: { max, kind }, value, words, localize }: FieldView): string {
  const used = lengthOf(textOf(value).trim());
  if (max === undefined || kind === 'lines' || used < max * COUNTED_FROM) return '';
  return words.writing.count(written(used, localize), written(max, localize));
}

function optionsOf(view: FieldView): (readonly [Choice, string])[] {
  const { field, value, choices, words, localize } = view;
  if (!field.choices) return [];
  const current = (Array.isArray(value) ? value : [value]) as (Choice | null)[];
  const gone = current.filter((each): each is Choice => each !== null && each !== '' && !choices.includes(each));
  const values = [...choices, ...gone];
  const named = values.map((choice) => [choice, choiceLabel(view, choice)] as const);
  const { compare } = localize.format(Intl.Collator, {});
  const sorted = field.choices.inOrder ? named : named.sort(([, a], [, b]) => compare(a, b));
  return [['', words.writing.none], ...sorted];
}

function choiceLabel(
  { field, words, localize }: Pick<FieldView, 'field' | 'words' | 'localize'>,
  value: Choice,
): string {
  return (
    field.choices!.label?.(value, localize) ?? termsOf(words, field.name).choices?.[String(value)] ?? String(value)
  );
}

function monthsIn(localize: Localize): string[] {
  const { format } = localize.format(Intl.DateTimeFormat, { month: 'long', timeZone: 'UTC', calendar: 'gregory' });
  return Array.from({ length: 12 }, (_, month) => format(Date.UTC(2024, month, 15)));
}
