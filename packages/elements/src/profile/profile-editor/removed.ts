/**
 * Entries of a list that were removed in earlier visits, each with a way back for 30 days. They are read when a person asks
 * for them.
 */
import { type TemplateResult, html, nothing } from 'lit';
import type { Gigsy } from '@gigsy/sdk';
import { type GigsyError, isGigsyError } from '@gigsy/sdk/resource-reader';
import type { Localize } from '../../localization/localize.ts';
import { valuesOf } from '../../writing/field.ts';
import { written } from '../../writing/field-view.ts';
import type { FormTerms } from '../../writing/form.ts';
import type { OpenForm } from '../../writing/open-form.ts';
import { type Item, idsOf, withId } from '../../writing/shape.ts';
import { asGigsyError } from '../../writing/status.ts';
import { nameOfItem } from '../../writing/view.ts';
import type { SectionForm } from '../profile-form/sections.ts';
import type { RemovedTerms } from './terms.ts';

type Removed = Awaited<ReturnType<Gigsy['profile']['removed']>>[number];

export interface RemovedHost {
  /** Draws the form again. */
  changed(form: OpenForm): void;
  failed(error: GigsyError): void;
}

export interface RemovedDrawing {
  readonly words: RemovedTerms;
  readonly form: FormTerms;
  readonly localize: Localize;
}

/** The state of one section's list. */
interface Shown {
  readonly phase: 'loading' | 'ready' | 'offline' | 'error';
  /** The entry that is on its way back. */
  readonly busy?: string;
  readonly fault?: 'failed' | 'gone' | 'offline';
  /** The name of the entry that has come back. */
  readonly back?: string;
}

/** Removed entries that a profile keeps, as in the contract (a test compares them). */
export const MOST_REMOVED = 100;

export class RemovedItems {
  readonly #host: RemovedHost;
  readonly #shown = new Map<OpenForm, Shown>();
  #client: Gigsy | null | undefined;
  #items: readonly Removed[] = [];

  constructor(host: RemovedHost) {
    this.#host = host;
  }

  /** Another person has other entries. */
  follow(client: Gigsy | null | undefined): void {
    if (client === this.#client) return;
    this.#client = client;
    this.#items = [];
    this.#shown.clear();
  }

  /** Nothing for a section that is one object. */
  render(form: OpenForm, drawing: RemovedDrawing): TemplateResult | typeof nothing {
    if (!form.form.list) return nothing;
    const shown = this.#shown.get(form);
    const id = `${form.prefix}removed`;
    const { words } = drawing;
    return html`<div part="removed" class="removed">
      <button id=${id} type="button" class="jump" aria-expanded=${Boolean(shown)} aria-controls=${shown ? `${id}-list` : nothing} @click=${() => this.#toggle(form)}>${words.show}</button>
      ${shown ? html`<div id="${id}-list">${this.#renderList(form, shown, drawing)}</div>` : ''}
      <p class="heard" role="status">${shown?.back === undefined ? '' : words.restored(shown.back)}</p>
    </div>`;
  }

  #renderList(form: OpenForm, shown: Shown, drawing: RemovedDrawing): TemplateResult {
    const { words, localize, form: terms } = drawing;
    const { loading, error, offline, retry, items } = terms.writing;
    if (shown.phase === 'loading') return html`<p class="help" role="status">${loading}</p>`;
    if (shown.phase !== 'ready')
      return html`<p class="fault" role="alert">${shown.phase === 'offline' ? offline : error}</p>
        <button id="${form.prefix}removed-retry" type="button" aria-label="${retry}: ${words.show}" @click=${() => this.#again(form)}>${retry}</button>`;
    const own = this.#itemsOf(form);
    const ids = idsOf(form.editor.copy!.values);
    const full = ids.length >= form.form.list!.max;
    const fault = shown.fault === 'offline' ? offline : shown.fault && words[shown.fault];
    return html`${full && own.length ? html`<p class="help">${items.full(written(form.form.list!.max, localize))}</p>` : ''}
      ${own.length ? html`<ul>${own.map((removed) => this.#renderItem(form, removed, drawing, full || Boolean(shown.busy)))}</ul>` : html`<p class="help">${words.none}</p>`}
      ${this.#items.length >= MOST_REMOVED ? html`<p class="help">${words.most(written(MOST_REMOVED, localize))}</p>` : ''}
      <p class="fault" role="alert">${fault || ''}</p>`;
  }

  #renderItem(form: OpenForm, removed: Removed, drawing: RemovedDrawing, disabled: boolean): TemplateResult {
    const { words, localize } = drawing;
    const { id } = removed.item;
    const name = nameOf(form, removed, drawing);
    const date = localize.format(Intl.DateTimeFormat, { dateStyle: 'medium' } as const).format(removed.restorableUntil);
    return html`<li><span><bdi>${name}</bdi> <span class="help">${words.until(date)}</span></span>
      <button id="${form.prefix}${id}-back" type="button" aria-label="${words.restore}: ${name}" aria-disabled=${disabled} @click=${() => disabled || void this.#restore(form, removed, name)}>${words.restore}</button></li>`;
  }

  /** Those of the section that are not in its list, and have no way back in it. */
  #itemsOf({ form, editor }: OpenForm): readonly Removed[] {
    const there = [...idsOf(editor.copy!.values), ...editor.removed.map(({ id }) => id)];
    return this.#items.filter(
      ({ section, item }) => section === (form as SectionForm).section && !there.includes(item.id),
    );
  }

  #toggle(form: OpenForm): void {
    if (this.#shown.delete(form)) this.#host.changed(form);
    else void this.#read(form);
  }

  /** The button goes away. */
  #again(form: OpenForm): void {
    form.focusNext = `${form.prefix}removed`;
    void this.#read(form);
  }

  async #read(form: OpenForm): Promise<void> {
    const client = this.#client;
    if (!client) return;
    this.#show(form, { phase: 'loading' });
    try {
      const items = await client.profile.removed({});
      if (client !== this.#client) return;
      this.#items = items;
      if (this.#shown.has(form)) this.#show(form, { phase: 'ready' });
    } catch (thrown) {
      if (client !== this.#client) return;
      const error = asGigsyError(thrown);
      if (this.#shown.has(form)) this.#show(form, { phase: isOffline(error) ? 'offline' : 'error' });
      this.#host.failed(error);
    }
  }

  async #restore(form: OpenForm, removed: Removed, name: string): Promise<void> {
    const client = this.#client;
    if (!client) return;
    const own = this.#itemsOf(form);
    const next = own[own.indexOf(removed) + 1] ?? own[own.indexOf(removed) - 1];
    this.#show(form, { phase: 'ready', busy: removed.item.id });
    try {
      await restored(client, removed, form.editor.copy!.version);
      if (client !== this.#client) return;
      this.#items = this.#items.filter((each) => each !== removed);
      form.focusNext = form.prefix + (next ? `${next.item.id}-back` : 'removed');
      this.#show(form, { phase: 'ready', back: name });
      form.editor.reload();
    } catch (thrown) {
      if (client !== this.#client) return;
      const error = asGigsyError(thrown);
      const gone = error.code === 'invalid_argument';
      this.#show(form, { phase: 'ready', fault: gone ? 'gone' : isOffline(error) ? 'offline' : 'failed' });
      this.#host.failed(error);
    }
  }

  #show(form: OpenForm, shown: Shown): void {
    this.#shown.set(form, shown);
    this.#host.changed(form);
  }
}

/**
 * Brings the entry back to the end of its list. An entry comes into conflict with no other change, so it is tried once more on
 * the version that is there now.
 */
async function restored({ profile }: Gigsy, { section, item }: Removed, version: number): Promise<void> {
  const restore = async (from: number) => {
    await profile.edit({
      operations: [{ op: 'restore', section, id: item.id }],
      expected: { [section]: from },
      idempotencyKey: crypto.randomUUID(),
    });
  };
  try {
    await restore(version);
  } catch (thrown) {
    if (!isGigsyError(thrown, 'version_conflict')) throw thrown;
    const mine = await profile.mine({});
    if (!mine) throw thrown;
    // An answer that was lost has done it already.
    if (!mine.sections[section].some(({ id }) => id === item.id)) await restore(mine.versions[section]);
  }
}

/** As the entry was called in its list. */
function nameOf({ form, editor }: OpenForm, { item }: Removed, { form: words, localize }: RemovedDrawing): string {
  const names = form.fields.map(({ name }) => name);
  const values = withId(item.id, valuesOf(item as unknown as Item, names));
  return nameOfItem({ copy: { ...editor.copy!, values }, form, words, localize }, item.id);
}

function isOffline({ code }: GigsyError): boolean {
  return code === 'offline' || code === 'timeout';
}
