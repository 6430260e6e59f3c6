/** All sections of the person's own profile, each a form that opens in its place. */
import {
  type CSSResultGroup,
  type PropertyDeclarations,
  type PropertyValues,
  type TemplateResult,
  html,
  nothing,
} from 'lit';
import { guard } from 'lit/directives/guard.js';
import { repeat } from 'lit/directives/repeat.js';
import { roleSections } from '@gigsy/schema/rules';
import { dispatch } from '../../dispatch.ts';
import { statusText } from '../../writing/form-view.ts';
import type { Form, FormTerms } from '../../writing/form.ts';
import type { OpenForm } from '../../writing/open-form.ts';
import { words as writing } from '../../writing/words.ts';
import { WritingElement } from '../../writing/writing-element.ts';
import type { SectionName } from '../profile-form/terms.ts';
import type { Mine } from '../profile-form/section-store.ts';
import { type SectionForm, isSection, sectionForm, sectionNames } from '../profile-form/sections.ts';
import { sectionTerms } from '../profile-form/section-terms.ts';
import { words as formWords } from '../profile-form/words.ts';
import { Picture } from './picture/picture.ts';
import { pictureStyles } from './picture/picture.styles.ts';
import { editorStyles } from './profile-editor.styles.ts';
import { RemovedItems } from './removed.ts';
import { summaryOf } from './summary.ts';
import { words } from './words.ts';

/**
 * @summary The signed-in person's own profile, to be edited: the sections of their role, lists included. Saves by
 * itself, keeps unsaved input over reloads and lost connections, and lets the person choose if somebody else was faster.
 * @tag gigsy-profile-editor
 *
 * @attr {'identity'|'about'|'availability'|'contact'|'organisation'|'mentoring'|'skills'|'workExperience'|'education'|'projects'|'certificates'|'awards'|'publications'|'volunteering'|'languages'|'links'} section - The section that is open at first: `identity` when absent.
 *
 * @csspart title - The heading of the whole.
 * @csspart section - A section: its heading and, when it is open, its form.
 * @csspart section-toggle - The button that opens and closes a section.
 * @csspart picture - The picture, and the ways to another.
 * @csspart crop - The picture while its part is chosen.
 * @csspart preview - The part as others will see it.
 * @csspart removed - The entries of a list that were removed in earlier visits.
 */
export class GigsyProfileEditor extends WritingElement {
  static override properties: PropertyDeclarations = { section: {} };

  static override parts: readonly string[] = [...WritingElement.parts, formWords.name, words.name];

  static override styles: CSSResultGroup = [WritingElement.styles, editorStyles, pictureStyles];

  /** The section that is open at first: `identity` when absent. */
  declare section?: SectionName;

  readonly #forms: readonly SectionForm[] = sectionNames.map((name) => sectionForm(name, (mine) => this.#see(mine)));
  #open: ReadonlySet<SectionName> = new Set(['identity']);
  #role: Mine['role'] | undefined;
  readonly #picture = new Picture({
    document: () => this.ownerDocument,
    changed: (focus) => {
      if (focus !== undefined) this.#formOf('identity')!.focusNext = focus;
      this.requestUpdate();
    },
    stored: (version) => {
      // An address of a picture has gone from it.
      this.#formOf('identity')?.editor.reload();
      dispatch(this, 'gigsy-save', { version });
    },
    failed: (error) => dispatch(this, 'gigsy-error', error),
  });
  readonly #removed = new RemovedItems({
    changed: (form) => {
      form.revision += 1;
      this.requestUpdate();
    },
    failed: (error) => dispatch(this, 'gigsy-error', error),
  });

  constructor() {
    super();
    this.autosave = true;
  }

  /**
   * Opens a section and moves the focus to one of its fields, such as `headline` or `location.city`, or to its heading; in
   * a list, to the button that adds an item; for `avatarUrl`, to the button that chooses a picture.
   */
  show(section: SectionName, field = ''): void {
    const form = this.#formOf(section);
    if (!form) return;
    this.#open = new Set([...this.#open, section]);
    if (field === 'avatarUrl') form.focusNext = 'picture-choose';
    else if (form.form.list || !field) form.focusNext = form.prefix + (form.form.list && field ? 'add' : 'toggle');
    else form.show(field);
    this.requestUpdate();
  }

  #formOf(section: SectionName): OpenForm | undefined {
    return this.openForms.find((each) => (each.form as SectionForm).section === section);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#picture.leave();
  }

  protected override get forms(): readonly Form[] {
    return this.#forms;
  }

  protected override prefixOf(form: Form): string {
    return `${(form as SectionForm).section}.`;
  }

  protected override wordsOf(form: Form): FormTerms {
    return sectionTerms(this.localize.terms(formWords), (form as SectionForm).section, this.localize.terms(writing));
  }

  protected override get stateWords(): FormTerms {
    return { ...super.stateWords, title: this.localize.terms(words).title };
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('section') && isSection(this.section ?? '')) this.#open = new Set([this.section!]);
    super.willUpdate(changed);
    this.#picture.follow(this.connected);
    this.#removed.follow(this.connected);
    // A save that needs the person shows where.
    const needed = this.openForms.filter((form) => this.asks(form)).map(({ form }) => (form as SectionForm).section);
    if (needed.length) this.#open = new Set([...this.#open, ...needed]);
  }

  #see({ role, photo }: Mine): void {
    this.#picture.see(photo);
    if (role === this.#role) return;
    this.#role = role;
    this.requestUpdate();
  }

  /** Those of the role, in its order, and after them others that hold something. */
  get #shown(): readonly OpenForm[] {
    const known = this.openForms.filter(({ editor }) => editor.copy);
    const offered: readonly SectionName[] = (this.#role && roleSections[this.#role]) ?? sectionNames;
    const place = ({ form }: OpenForm) => offered.indexOf((form as SectionForm).section);
    const filled = ({ editor }: OpenForm) => editor.changed || Object.keys(editor.copy!.stored).length > 0;
    return [
      ...known.filter((form) => place(form) >= 0).sort((a, b) => place(a) - place(b)),
      ...known.filter((form) => place(form) < 0 && filled(form)),
    ];
  }

  protected override renderForms(): unknown {
    const level = this.headingLevel || 2;
    const { title, writing } = this.stateWords;
    const foremost = this.openForms.find(({ editor }) => editor.status === this.status)!;
    return html`<div class="head">
        <div part="title" class="title" role="heading" aria-level=${level}>${title}</div>
        <p class="help">${statusText(foremost.editor, writing, this.localize)}</p>
      </div>
      ${repeat(
        this.#shown,
        ({ prefix }) => prefix,
        (form) => this.#renderSection(form, level + 1),
      )}`;
  }

  #renderSection(form: OpenForm, level: number): unknown {
    const { section } = form.form as SectionForm;
    const terms = this.wordsOf(form.form);
    const open = this.#open.has(section);
    // A key press renders the section that it changes.
    const picture = section === 'identity' && this.#picture.revision;
    return guard([form.revision, picture, terms, open, level], () => this.#renderFold(form, terms, open, level));
  }

  #renderFold(form: OpenForm, terms: FormTerms, open: boolean, level: number): TemplateResult {
    const { prefix, editor } = form;
    const { localize } = this;
    const { section } = form.form as SectionForm;
    const settled = editor.status === 'clean' || editor.status === 'saved';
    return html`<section part="section" class="section ${open ? 'unfolded' : ''}" data-section=${section}>
      <div role="heading" aria-level=${Math.min(level, 6)}>
        <button
          id="${prefix}toggle" type="button" part="section-toggle" class="fold" aria-expanded=${open}
          aria-controls=${open ? `${prefix}form` : nothing} data-section=${section} @click=${this.#fold}
        ><span id="${prefix}title" class="heading">${terms.title}</span>
          ${open ? '' : html`<span class="help gist" dir="auto">${summaryOf(form, terms, localize)}</span>`}
          ${open || settled ? '' : html`<span class="mark">${statusText(editor, terms.writing, localize)}</span>`}</button>
      </div>
      ${open ? html`<div id="${prefix}form">${this.#renderOpen(form, terms)}</div>` : ''}
    </section>`;
  }

  #renderOpen(form: OpenForm, terms: FormTerms): unknown {
    const { localize } = this;
    const { picture, removed } = localize.terms(words);
    const drawing = { words: picture, retry: terms.writing.retry, localize };
    return html`${(form.form as SectionForm).section === 'identity' ? this.#picture.render(drawing) : ''}
      ${this.renderForm(form, 0)}
      ${this.#removed.render(form, { words: removed, form: terms, localize })}`;
  }

  readonly #fold = ({ currentTarget }: Event): void => {
    const section = (currentTarget as HTMLElement).dataset.section as SectionName;
    const open = new Set(this.#open);
    if (!open.delete(section)) open.add(section);
    this.#open = open;
    this.requestUpdate();
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'gigsy-profile-editor': GigsyProfileEditor;
  }
}
