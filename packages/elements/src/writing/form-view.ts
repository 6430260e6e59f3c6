/** The form as it is drawn: heading, notes, fields, buttons and the line of the status; and the states without a form. */
import { type TemplateResult, html } from 'lit';
import { person } from '../appearance/icon.ts';
import type { Localize } from '../localization/localize.ts';
import type { Editor } from './editor.ts';
import { faultText, labelOf, written } from './field-view.ts';
import type { FormTerms } from './form.ts';
import { renderItems } from './items-view.ts';
import { ORDER, partsOf } from './shape.ts';
import type { EditorPhase, SaveStatus } from './status.ts';
import type { WritingTerms } from './terms.ts';
import { type FormView, nameOfItem, renderValue } from './view.ts';

/** Statuses in which a form that saves itself has a button all the same. */
const STUCK: readonly SaveStatus[] = ['unsent', 'waiting', 'expired', 'invalid', 'conflict', 'failed'];

export function renderForm(view: FormView): TemplateResult {
  const { form, editor, prefix, words, headingLevel, press, input, submit } = view;
  const restored = editor.restored && editor.changed;
  return html`<form part="form" class="form" novalidate aria-labelledby="${prefix}title" @input=${input} @change=${input} @submit=${submit}>
    ${headingLevel ? html`<div id="${prefix}title" part="heading" class="heading" role="heading" aria-level=${headingLevel}>${words.title}</div>` : ''}
    ${restored ? html`<div part="note" class="note"><p>${words.writing.restored}</p>${discardButton(words, press)}</div>` : ''}
    ${renderSummary(view)}
    ${form.list ? renderItems(view, form.list) : form.fields.map(({ name }) => renderValue(view, name))}
    ${renderBar(view, restored)}
  </form>`;
}

/** The points that need the person, with a link to each field. */
function renderSummary(view: FormView): TemplateResult | '' {
  const { editor, copy, prefix, words, localize, press } = view;
  const conflicts = Object.keys(copy.conflicts);
  const { faults } = editor;
  const named = copy.shape.namesOf(copy.values).filter((name) => name in copy.conflicts || name in faults);
  // Items that one side has removed, and the order.
  const others = conflicts.filter((name) => !named.includes(name));
  const general = faults[''];
  if (!named.length && !others.length && !general) return '';
  const { conflict, invalid } = words.writing;
  const id = `${prefix}summary`;
  return html`<div part="summary" class="summary" role="group" tabindex="-1" aria-labelledby=${id}>
    <p id=${id}><b>${conflicts.length ? conflict : invalid}</b></p>
    ${general ? html`<p>${faultText(general, words.writing, localize)}</p>` : ''}
    <ul>
      ${[...others, ...named].map((name) => {
        const fault = faults[name];
        return html`<li><button type="button" class="jump" data-jump=${name} @click=${press}>${pointLabel(view, name)}</button>${fault ? html` <span>${faultText(fault, words.writing, localize)}</span>` : ''}</li>`;
      })}
    </ul>
  </div>`;
}

function pointLabel(view: FormView, name: string): string {
  const { copy, words } = view;
  if (!copy.shape.list) return labelOf(words, name);
  if (name === ORDER) return words.writing.items.order;
  const [id, field] = partsOf(name);
  return nameOfItem(view, id) + (field && `: ${labelOf(words, field)}`);
}

function renderBar(view: FormView, noted: boolean): TemplateResult {
  const { editor, words, autosave, news, press } = view;
  const { save, retry, undo } = words.writing;
  const saving = editor.status === 'saving';
  const stuck = STUCK.includes(editor.status);
  // The whole that a form is a part of says that all is saved.
  const quiet = !view.headingLevel && editor.status === 'clean';
  return html`<div class="bar">
    ${!autosave || stuck ? html`<button part="save" class="save" type="submit" aria-disabled=${saving}>${autosave ? retry : save}</button>` : ''}
    ${editor.changed && !saving && !noted ? discardButton(words, press) : ''}
    ${editor.canUndo ? html`<button part="undo" type="button" data-act="undo" @click=${press}>${undo}</button>` : ''}
    <p part="status" class="status ${stuck ? 'bad' : ''}" tabindex="-1">${quiet ? '' : statusLine(editor, words.writing, view.localize)}</p>
    <p class="heard" role="status">${news}</p>
  </div>`;
}

function discardButton(words: FormTerms, press: FormView['press']): TemplateResult {
  return html`<button part="discard" type="button" data-act="discard" @click=${press}>${words.writing.discard}</button>`;
}

/** Announced, but for the first key press, which would talk into the person's typing. */
function statusLine(editor: Editor, words: WritingTerms, localize: Localize): TemplateResult {
  const { status, refusal } = editor;
  const dirty = status === 'dirty';
  const text = statusText(editor, words, localize);
  return html`<span role="status">${dirty ? '' : text}${status === 'failed' && refusal ? html` <span lang="en" dir="ltr">${refusal}</span>` : ''}</span>${dirty ? text : ''}`;
}

/** How far the changes of a form are. */
export function statusText({ status, waitMs }: Editor, words: WritingTerms, localize: Localize): string {
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
