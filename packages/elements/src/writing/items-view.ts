/**
 * The items of a list as they are drawn: a row each, which opens to its fields. Items that were removed leave a way
 * back in their place.
 */
import { type TemplateResult, html, nothing } from 'lit';
import { guard } from 'lit/directives/guard.js';
import { repeat } from 'lit/directives/repeat.js';
import { renderChoice, written } from './field-view.ts';
import type { ListForm } from './form.ts';
import { ORDER, idsOf, partsOf } from './shape.ts';
import { type FormView, nameOfItem, renderValue, textsOf } from './view.ts';

/** `list` with its rows in the order of the page; `removed` ones among them. */
export function renderItems(view: FormView, list: ListForm): TemplateResult {
  const { copy, editor, words, localize, prefix, press } = view;
  const { add, full } = words.writing.items;
  const ids = idsOf(copy.values);
  const rows = [...ids];
  for (const { id, at } of editor.removed) if (!ids.includes(id)) rows.splice(at, 0, id);
  rows.push(...Object.keys(copy.conflicts).filter((name) => isItem(name) && !rows.includes(name)));
  const full_ = ids.length >= list.max;
  return html`${ORDER in copy.conflicts ? renderOrderConflict(view) : ''}
    ${
      rows.length
        ? html`<ul part="items" class="items">${repeat(
            rows,
            (id) => id,
            (id) => renderRow(view, list, ids, id),
          )}</ul>`
        : ''
    }
    ${
      list.fixed
        ? ''
        : html`<div class="bar">
            <button id="${prefix}add" type="button" part="add" data-act="add" aria-disabled=${full_} @click=${press}>${add}</button>
            ${full_ ? html`<p class="help">${full(written(list.max, localize))}</p>` : ''}
          </div>`
    }`;
}

function isItem(name: string): boolean {
  return name !== ORDER && !name.includes('.');
}

function renderRow(view: FormView, list: ListForm, ids: readonly string[], id: string): unknown {
  const { copy, editor, words, open } = view;
  const name = nameOfItem(view, id);
  if (!ids.includes(id)) return renderGone(view, id, name);
  const of = (names: object) => Object.keys(names).some((each) => partsOf(each)[0] === id);
  const needed = of(copy.conflicts) || of(editor.faults);
  if (open.has(id) || needed) return renderOpen(view, list, ids, id, name);
  const notes = [...textsOf(view, [...list.title, ...list.notes], id), view.aside?.note(id) ?? '']
    .filter((text) => text && text !== name)
    .join(' · ');
  // A key press renders the row that it changes, and no other of hundreds.
  return guard([name, notes, words, view.press], () => renderClosed(view, id, name, notes));
}

function renderHead(
  { prefix, press, grab, keydown }: FormView,
  id: string,
  name: string,
  notes: string,
  open: boolean,
): TemplateResult {
  return html`<div class="row">
    <span class="grip" part="grip" aria-hidden="true" @pointerdown=${grab}></span>
    <button
      id=${prefix + id} type="button" part="toggle" class="toggle" data-act="toggle" data-item=${id} aria-expanded=${open}
      aria-controls=${open ? `${prefix}${id}-fields` : nothing} aria-keyshortcuts="Alt+ArrowUp Alt+ArrowDown" @click=${press} @keydown=${keydown}
    ><bdi>${name}</bdi>${notes ? html` <span class="help"><bdi>${notes}</bdi></span>` : ''}</button>
  </div>`;
}

function renderClosed(view: FormView, id: string, name: string, notes: string): TemplateResult {
  return html`<li part="item" data-item=${id}>${renderHead(view, id, name, notes, false)}</li>`;
}

function renderOpen(view: FormView, list: ListForm, ids: readonly string[], id: string, name: string): TemplateResult {
  const { copy, words, prefix, press } = view;
  const { up, down, remove, done, removedThere } = words.writing.items;
  const at = ids.indexOf(id);
  const button = (act: string, label: string, sign = label, disabled = false) =>
    html`<button id="${prefix}${id}-${act}" type="button" data-act=${act} data-item=${id} aria-disabled=${disabled} aria-label="${label}: ${name}" title=${label} @click=${press}>${sign}</button>`;
  return html`<li part="item" class="open" data-item=${id}>
    ${renderHead(view, id, name, '', true)}
    <div id="${prefix}${id}-fields" class="fields" role="group" aria-labelledby=${prefix + id}>
      ${id in copy.conflicts ? renderItemConflict(view, id, name, removedThere) : ''}
      ${list.fixed ? '' : copy.shape.fields.map((field) => renderValue(view, `${id}.${field.name}`))}
      ${view.aside?.content(id) ?? ''}
      <div class="bar">${button('done', done)}${button('up', up, '↑', at === 0)}${button('down', down, '↓', at === ids.length - 1)}${list.fixed ? '' : button('remove', remove)}</div>
    </div>
  </li>`;
}

/** An item that is not in the list any more: with a way back, or with what somebody else made of it. */
function renderGone(view: FormView, id: string, name: string): TemplateResult {
  const { copy, words, prefix, press } = view;
  const { removed, changedThere } = words.writing.items;
  if (id in copy.conflicts) return html`<li part="item">${renderItemConflict(view, id, name, changedThere(name))}</li>`;
  const { undo } = words.writing;
  return html`<li part="item" class="gone"><p>${removed(name)}</p>
    <button id="${prefix}${id}-restore" type="button" data-act="restore" data-item=${id} aria-label="${undo}: ${name}" @click=${press}>${undo}</button></li>`;
}

function renderItemConflict(view: FormView, name: string, label: string, text: string): TemplateResult {
  return html`<div id="${view.prefix}${name}-conflict" part="conflict" class="conflict" role="group" tabindex="-1" aria-label="${label}: ${view.words.writing.conflict}">
    <p>${text}</p>
    ${renderChoice(view, name, label)}
  </div>`;
}

function renderOrderConflict(view: FormView): TemplateResult {
  const { order, orderThere } = view.words.writing.items;
  const names = (view.copy.conflicts[ORDER] as readonly string[]).map((id) => nameOfItem(view, id)).join(', ');
  return renderItemConflict(view, ORDER, order, orderThere(names));
}
