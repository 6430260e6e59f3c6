/** One form of an element: its editor, what of it is on show, and what the person does in it. */
import type { TemplateResult } from 'lit';
import type { Gigsy } from '@gigsy/sdk';
import type { GigsyError } from '@gigsy/sdk/reader';
import type { Localize } from '../localization/localize.ts';
import { controls } from './controls.ts';
import { Editor } from './editor.ts';
import type { Choice, Field } from './field.ts';
import { written } from './field-view.ts';
import { renderForm } from './form-view.ts';
import type { Aside, Form, FormTerms } from './form.ts';
import { ORDER, idsOf, listShape, objectShape, partsOf } from './shape.ts';
import { type FormView, nameOfItem } from './view.ts';

export interface OpenFormHost {
  changed(): void;
  saved(version: number): void;
  failed(error: GigsyError): void;
}

/** How an element draws its forms. */
export interface Drawing {
  readonly words: FormTerms;
  readonly localize: Localize;
  readonly headingLevel: number;
  readonly autosave: boolean;
  readonly aside?: Aside | undefined;
}

export class OpenForm {
  readonly form: Form;
  readonly editor: Editor;
  readonly prefix: string;
  /** Rises with each change of what is on show. */
  revision = 0;
  /** Id of the node that is to have the focus after the next update. */
  focusNext: string | undefined;
  readonly #host: OpenFormHost;
  #open: ReadonlySet<string> = new Set();
  #choices: Record<string, readonly Choice[]> = {};
  #news = '';
  #asked = false;
  #view: FormView | undefined;

  constructor(form: Form, prefix: string, host: OpenFormHost) {
    this.form = form;
    this.prefix = prefix;
    this.#host = {
      ...host,
      changed: () => {
        this.revision += 1;
        host.changed();
      },
    };
    const shape = form.list ? listShape(form.fields) : objectShape(form.fields);
    this.editor = new Editor({ ...this.#host, form: form.name, shape });
  }

  connect(client: Gigsy | null | undefined): void {
    this.#open = new Set();
    if (client) this.editor.connect(this.form.store(client));
    else this.editor.leave({ signedOut: client === null });
  }

  /** Only once there is something to edit. */
  render(drawing: Drawing): TemplateResult {
    const { form, editor, prefix } = this;
    if (!this.#asked) this.#loadChoices(form.fields);
    this.#view = {
      ...drawing,
      ...{ form, editor, prefix },
      copy: editor.copy!,
      choices: this.#choices,
      open: this.#open,
      news: this.#news,
      ...this.#listeners,
    };
    return renderForm(this.#view);
  }

  /** Shows a field, or a point of the summary, and gives it the focus. `name` as among the values. */
  show(name: string): void {
    const [id, field] = partsOf(name);
    const there = this.form.list && idsOf(this.editor.copy?.values ?? {}).includes(id);
    if (there) this.#open = new Set([...this.#open, id]);
    const point = this.form.list && !field ? `${name}-conflict` : name;
    this.focusNext = this.prefix + (name === ORDER ? `${ORDER}-conflict` : point);
    this.#host.changed();
  }

  /** A new item, with its fields on show. */
  add(): void {
    const { fields, list } = this.form;
    if (!list || idsOf(this.editor.copy?.values ?? {}).length >= list.max) return;
    this.show(`${this.editor.add()}.${fields[0]!.name}`);
  }

  /** Without its list a select has its own value alone. */
  #loadChoices(fields: readonly Field[]): void {
    this.#asked = true;
    for (const { name, choices } of fields) {
      if (!choices) continue;
      const keep = (values: readonly Choice[]) => {
        this.#choices = { ...this.#choices, [name]: values };
      };
      const values = choices.values();
      if ('then' in values) void values.then(keep, () => {}).then(() => this.#host.changed());
      else keep(values);
    }
  }

  readonly #press = ({ currentTarget }: Event): void => {
    const button = currentTarget as HTMLElement;
    if (button.ariaDisabled === 'true') return;
    const { act, field, choice, item, jump } = button.dataset;
    const { editor } = this;
    if (act === 'discard') editor.discard();
    else if (act === 'undo') void editor.undo();
    else if (act === 'add') this.add();
    else if (jump !== undefined) {
      this.show(jump);
      // At once where it is on show already.
      (button.getRootNode() as ShadowRoot).getElementById(this.focusNext!)?.focus();
    } else if (item !== undefined) this.#actOnItem(act!, item);
    else if (field !== undefined && (choice === 'mine' || choice === 'theirs')) {
      this.focusNext = this.prefix + field;
      editor.choose(field, choice);
    }
  };

  #actOnItem(act: string, id: string): void {
    const { editor, prefix } = this;
    if (act === 'up' || act === 'down') this.#move(id, act === 'up' ? -1 : 1);
    else if (act === 'remove') {
      this.focusNext = `${prefix}${id}-restore`;
      this.#open = without(this.#open, id);
      editor.remove(id);
    } else if (act === 'restore') {
      this.focusNext = prefix + id;
      editor.restore(id);
    } else if (this.#open.has(id)) {
      this.focusNext = prefix + id;
      this.#close(id);
      this.#host.changed();
    } else {
      this.#open = new Set([...this.#open, id]);
      this.#host.changed();
    }
  }

  /** A closed item is a finished one: what it lacks is a fault now. */
  #close(id: string): void {
    this.#open = without(this.#open, id);
    if (this.editor.autosave && this.editor.status === 'dirty') void this.editor.save('closing');
  }

  /** The code that follows the pointer loads at the first press. By then the pointer may have let go. */
  async #grab(event: PointerEvent): Promise<void> {
    const grip = event.currentTarget as HTMLElement;
    const { button, pointerId } = event;
    if (button !== 0) return;
    event.preventDefault();
    grip.setPointerCapture(pointerId);
    const { dragged } = await import('./reorder.ts');
    if (grip.hasPointerCapture(pointerId)) dragged(grip, (id, to) => this.#place(id, to));
  }

  #move(id: string, by: number): void {
    const at = idsOf(this.editor.copy?.values ?? {}).indexOf(id) + by;
    this.#place(id, at);
  }

  #place(id: string, to: number): void {
    const { editor } = this;
    const ids = idsOf(editor.copy?.values ?? {});
    if (to < 0 || to >= ids.length || ids[to] === id || !ids.includes(id)) return;
    editor.move(id, to);
    const { words, localize } = this.#view!;
    const numbers = [to + 1, ids.length].map((count) => written(count, localize)) as [string, string];
    this.#news = words.writing.items.moved(nameOfItem(this.#view!, id), ...numbers);
    this.#host.changed();
  }

  readonly #listeners = {
    press: this.#press,
    input: (event: Event): void => {
      const control = event.target as HTMLElement & { name?: string };
      const field = this.editor.copy?.shape.fieldOf(control.name ?? '');
      if (!field) return;
      const value = controls[field.kind].read(control, field, event.type === 'change');
      // At last, a control tells once more what it has told already.
      const told = JSON.stringify(value) === JSON.stringify(this.editor.copy!.values[control.name!]);
      if (!told) this.editor.edit(control.name!, value);
    },
    submit: (event: Event): void => {
      event.preventDefault();
      void this.editor.save();
    },
    // Without the code the keys still move.
    grab: (event: PointerEvent): void => void this.#grab(event).catch(() => {}),
    keydown: (event: KeyboardEvent): void => {
      const by = { ArrowUp: -1, ArrowDown: 1 }[event.key];
      if (!event.altKey || !by) return;
      event.preventDefault();
      this.#move((event.currentTarget as HTMLElement).dataset.item!, by);
    },
  };
}

function without(ids: ReadonlySet<string>, id: string): ReadonlySet<string> {
  return new Set([...ids].filter((each) => each !== id));
}
