/** The things that the templates of a form draw from, and the texts that several of them say. */
import type { TemplateResult } from 'lit';
import type { Localize } from '../localization/localize.ts';
import type { Editor } from './editor.ts';
import type { Choice } from './field.ts';
import { renderField, writtenValue } from './field-view.ts';
import type { Aside, Form, FormTerms } from './form.ts';
import type { WorkingCopy } from './working-copy.ts';

export interface FormView {
  readonly form: Form;
  readonly editor: Editor;
  readonly copy: WorkingCopy;
  /** Before each id: a shadow root may hold several forms. */
  readonly prefix: string;
  readonly words: FormTerms;
  readonly localize: Localize;
  /** 0 where the heading stands elsewhere, under the id `PREFIXtitle`. */
  readonly headingLevel: number;
  readonly autosave: boolean;
  readonly choices: Readonly<Record<string, readonly Choice[]>>;
  readonly aside?: Aside | undefined;
  /** Ids of the items whose fields are on show. */
  readonly open: ReadonlySet<string>;
  /** The fate of an item, to be heard. */
  readonly news: string;
  /** Listens to all buttons but the one that submits; their data name their actions. */
  press(event: Event): void;
  input(event: Event): void;
  submit(event: Event): void;
  /** Moves an item by the pointer. */
  grab(event: PointerEvent): void;
  /** Moves an item by Alt and an arrow key. */
  keydown(event: KeyboardEvent): void;
}

/** The field of the value `name`. */
export function renderValue(
  { editor, copy, prefix, words, localize, choices, press }: FormView,
  name: string,
): TemplateResult {
  const field = copy.shape.fieldOf(name)!;
  return renderField({
    ...{ field, name, words, localize, press },
    id: prefix + name,
    value: copy.values[name] ?? null,
    fault: editor.faults[name],
    theirs: copy.conflicts[name],
    choices: choices[field.name] ?? [],
  });
}

/** The title of an item while its fields are not on show. */
export function nameOfItem(view: Pick<FormView, 'copy' | 'form' | 'words' | 'localize'>, id: string): string {
  return textsOf(view, view.form.list!.title, id)[0] ?? view.words.writing.items.untitled;
}

/** The texts of fields of an item that have content. */
export function textsOf(
  { copy, words, localize }: Pick<FormView, 'copy' | 'words' | 'localize'>,
  names: readonly string[],
  id: string,
): string[] {
  return names.flatMap((name) => {
    const field = copy.shape.fieldOf(`${id}.${name}`)!;
    return writtenValue({ field, words, localize }, copy.values[`${id}.${name}`]).trim() || [];
  });
}
