/** The form as it is drawn: heading, notes, fields, buttons and the line of the status; and the states without a form. */
import { type TemplateResult, html } from 'lit';
import { person } from '../appearance/icon.ts';
import type { Localize } from '../localization/localize.ts';
import type { Editor } from './editor.ts';
import type { Field } from './field.ts';
import { faultText, labelOf, renderField, written } from './field-view.ts';
import type { FormTerms } from './form.ts';
import type { EditorPhase, SaveStatus } from './status.ts';
import type { WritingTerms } from './terms.ts';
import type { WorkingCopy } from './working-copy.ts';

export interface FormView {
  readonly editor: Editor;
  readonly copy: WorkingCopy;
  readonly fields: readonly Field[];
  readonly words: FormTerms;
  readonly localize: Localize;
  readonly headingLevel: number;
  readonly autosave: boolean;
  readonly choices: Readonly<Record<string, readonly string[]>>;
  /** Listens to all buttons but the one that submits; their data name their actions. */
  press(event: Event): void;
}

/** Statuses in which a form that saves itself has a button all the same. */
const STUCK: readonly SaveStatus[] = ['unsent', 'waiting', 'expired', 'invalid', 'conflict', 'failed'];

export function renderForm(view: FormView): TemplateResult {
  const { editor, copy, fields, words, localize, headingLevel, choices, press } = view;
  const restored = editor.restored && editor.changed;
  return html`<form part="form" class="form" novalidate aria-labelledby="title">
    <div id="title" part="heading" class="heading" role="heading" aria-level=${headingLevel}>${words.title}</div>
    ${restored ? html`<div part="note" class="note"><p>${words.writing.restored}</p>${discardButton(view)}</div>` : ''}
    ${renderSummary(view)}
    ${fields.map((field) =>
      renderField({
        field,
        value: copy.values[field.name] ?? null,
        fault: editor.faults[field.name],
        theirs: copy.conflicts[field.name],
        words,
        localize,
        choices: choices[field.name] ?? [],
        press,
      }),
    )}
    ${renderBar(view, restored)}
  </form>`;
}

/** The points that need the person, with a link to each field. */
function renderSummary({ editor, copy, words, fields, localize, press }: FormView): TemplateResult | '' {
  const conflicts = Object.keys(copy.conflicts);
  const { faults } = editor;
  const named = fields.filter(({ name }) => conflicts.includes(name) || name in faults);
  const general = faults[''];
  if (!named.length && !general) return '';
  const { conflict, invalid } = words.writing;
  return html`<div part="summary" class="summary" role="group" tabindex="-1" aria-labelledby="summary">
    <p id="summary"><b>${conflicts.length ? conflict : invalid}</b></p>
    ${general ? html`<p>${faultText(general, words.writing, localize)}</p>` : ''}
    <ul>
      ${named.map(({ name }) => {
        const fault = faults[name];
        return html`<li><button type="button" class="jump" data-field=${name} @click=${press}>${labelOf(words, name)}</button>${fault ? html` <span>${faultText(fault, words.writing, localize)}</span>` : ''}</li>`;
      })}
    </ul>
  </div>`;
}

function renderBar(view: FormView, noted: boolean): TemplateResult {
  const { editor, words, autosave, press } = view;
  const { save, retry, undo } = words.writing;
  const saving = editor.status === 'saving';
  const stuck = STUCK.includes(editor.status);
  return html`<div class="bar">
    ${!autosave || stuck ? html`<button part="save" class="save" type="submit" aria-disabled=${saving}>${autosave ? retry : save}</button>` : ''}
    ${editor.changed && !saving && !noted ? discardButton(view) : ''}
    ${editor.canUndo ? html`<button part="undo" type="button" data-act="undo" @click=${press}>${undo}</button>` : ''}
    <p part="status" class="status ${stuck ? 'bad' : ''}" tabindex="-1">${statusLine(view)}</p>
  </div>`;
}

function discardButton({ words, press }: FormView): TemplateResult {
  return html`<button part="discard" type="button" data-act="discard" @click=${press}>${words.writing.discard}</button>`;
}

/** Announced, but for the first key press, which would talk into the person's typing. */
function statusLine({ editor, words, localize }: FormView): TemplateResult {
  const { status, refusal } = editor;
  const dirty = status === 'dirty';
  const text = statusText(editor, words.writing, localize);
  return html`<span role="status">${dirty ? '' : text}${status === 'failed' && refusal ? html` <span lang="en" dir="ltr">${refusal}</span>` : ''}</span>${dirty ? text : ''}`;
}

function statusText({ status, waitMs }: Editor, words: WritingTerms, localize: Localize): string {
  if (status !== 'waiting') return words[status];
  const seconds = Math.ceil(waitMs / 1000);
  return words.waiting(seconds, written(seconds, localize));
}

/** Loading, and what to say without a form. */
export function renderState(phase: EditorPhase, words: FormTerms, press: (event: Event) => void): TemplateResult {
  const { loading, signedOut, error, offline, retry } = words.writing;
  switch (phase) {
    case 'signed-out':
      return html`${person}<p part="message" class="message">${signedOut}</p><slot name="signed-out"></slot>`;
    case 'empty':
      return html`${person}<p part="message" class="message">${words.empty}</p><slot name="empty"></slot>`;
    case 'error':
    case 'offline':
      return html`${person}<p part="message" class="message">${phase === 'error' ? error : offline}</p>
        <button part="retry" type="button" data-act="retry" @click=${press} aria-label="${retry}: ${words.title}">${retry}</button>`;
    default:
      return html`<div class="skeleton" aria-hidden="true"><i></i><i></i><i></i><i></i></div><p class="message">${loading}</p>`;
  }
}
