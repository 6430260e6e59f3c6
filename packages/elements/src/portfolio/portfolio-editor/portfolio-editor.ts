/** The person's own portfolio: its order, who sees each entry, and their contributions with files. */
import { type CSSResultGroup, type PropertyDeclarations, type PropertyValues, type TemplateResult, html } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { words as clientWords } from '../../client/words.ts';
import { dispatch } from '../../dispatch.ts';
import { rowStyles } from '../../privacy/privacy-settings/rows.styles.ts';
import { words as settingsWords } from '../../privacy/privacy-settings/words.ts';
import { words as privacyWords } from '../../privacy/words.ts';
import type { Aside, Form, FormTerms } from '../../writing/form.ts';
import { statusText } from '../../writing/form-view.ts';
import type { OpenForm } from '../../writing/open-form.ts';
import { idsOf, itemsOf } from '../../writing/shape.ts';
import { words as writing } from '../../writing/words.ts';
import { WritingElement } from '../../writing/writing-element.ts';
import { words as portfolioWords } from '../portfolio/words.ts';
import { siteAround } from '../site.ts';
import { words as roomWords } from '../words.ts';
import { ContributionIds } from './contributions-store.ts';
import { Attachments } from './files/attachments.ts';
import type { DrawDocument } from './files/preview.ts';
import { filesStyles } from './files/files.styles.ts';
import { type PortfolioForm, contributionsForm, orderForm } from './forms.ts';
import { editorStyles } from './portfolio-editor.styles.ts';
import type { OwnPortfolio } from './reading.ts';
import { Sight, type SightDrawing } from './sight.ts';
import type { PortfolioEditorTerms } from './terms.ts';
import { words } from './words.ts';

/**
 * @summary The signed-in person's own portfolio, to be edited: the order of certificates, gigs, badges and contributions, who sees each
 * entry, and contributions with their files. An order saves itself; contributions save by their button.
 * @tag gigsy-portfolio-editor
 *
 * @event {CustomEvent<{ choices: Record<string, string | null> }>} gigsy-choose - Who sees an entry is stored: each setting with its new audience; null for that of its section.
 *
 * @csspart title - The heading of the whole.
 * @csspart section - A section: its heading and its entries.
 * @csspart row - Who sees an entry.
 * @csspart choice - The button of an audience.
 * @csspart dispute - The question after a change of an audience from elsewhere.
 * @csspart insist - The button that stores the person's choice over it.
 * @csspart yield - The button that keeps what is stored.
 * @csspart files - The files of a contribution, where others can be dropped.
 * @csspart file - A file.
 * @csspart upload - A file on its way.
 * @csspart choose - The button that chooses files.
 */
export class GigsyPortfolioEditor extends WritingElement {
  static override parts: readonly string[] = [
    ...WritingElement.parts,
    clientWords.name,
    privacyWords.name,
    settingsWords.name,
    roomWords.name,
    portfolioWords.name,
    words.name,
  ];

  static override styles: CSSResultGroup = [WritingElement.styles, rowStyles, filesStyles, editorStyles];

  static override properties: PropertyDeclarations = { drawDocument: { attribute: false } };

  /** Draws the first page of a PDF as a picture, of 640 pixels a side at most; PDFs have no preview without it. */
  declare drawDocument?: DrawDocument;

  readonly #ids = new ContributionIds();
  readonly #sight = new Sight({
    changed: () => this.requestUpdate(),
    stored: (choices) => dispatch(this, 'gigsy-choose', { choices }),
    failed: (error) => dispatch(this, 'gigsy-error', error),
  });
  readonly #attachments = new Attachments({
    document: () => this.ownerDocument,
    drawDocument: () => this.drawDocument,
    api: () => siteAround(this),
    valueOf: (name) => this.#contributions?.editor.copy?.values[name] ?? null,
    edit: (name, value) => this.#contributions?.editor.edit(name, value),
    changed: () => this.requestUpdate(),
    failed: (error) => dispatch(this, 'gigsy-error', error),
  });
  readonly #forms: readonly PortfolioForm[] = [
    ...(['courses', 'gigs', 'badges'] as const).map((section) => orderForm(section, (mine) => this.#see(mine))),
    contributionsForm(this.#ids, this.#attachments.render, (mine, contributions) => {
      this.#see(mine);
      this.#attachments.see(mine, contributions);
    }),
  ];
  /** Ends what it hears while it is on a page. */
  #absent = new AbortController();
  #terms: { readonly of: PortfolioEditorTerms; readonly bySection: Record<string, FormTerms> } | undefined;

  constructor() {
    super();
    this.autosave = true;
    this.addEventListener('gigsy-save', () => this.#attachments.saved());
  }

  override connectedCallback(): void {
    super.connectedCallback();
    const { signal } = (this.#absent = new AbortController());
    this.ownerDocument.defaultView?.addEventListener('online', () => this.#attachments.resume(), { signal });
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#absent.abort();
    this.#sight.leave();
    this.#attachments.leave();
  }

  protected override get forms(): readonly Form[] {
    return this.#forms;
  }

  protected override prefixOf(form: Form): string {
    return `${(form as PortfolioForm).section}.`;
  }

  protected override wordsOf(form: Form): FormTerms {
    const { localize } = this;
    const of = localize.terms(words);
    if (this.#terms?.of !== of) this.#terms = { of, bySection: {} };
    const { section } = form as PortfolioForm;
    const title = section === 'badges' ? localize.terms(roomWords).badges : localize.terms(portfolioWords)[section];
    const { fields, empty } = of;
    return (this.#terms.bySection[section] ??= { title, fields, empty, writing: localize.terms(writing) });
  }

  protected override get stateWords(): FormTerms {
    return { ...super.stateWords, title: this.localize.terms(words).title };
  }

  protected override asideOf(form: Form): Aside {
    const { section } = form as PortfolioForm;
    const { whoSees, notYet } = this.localize.terms(words);
    const drawing = this.#drawing;
    // A contribution has an id for others, and so a setting, once it is stored.
    const isStored = (id: string) =>
      itemsOf(this.#formOf(section)?.editor.copy?.stored ?? []).some((item) => item.id === id);
    const stored = (id: string) => this.#ids.storedAs(id);
    return {
      note: (id) => (isStored(id) ? this.#sight.noteOf(section, stored(id), drawing) : ''),
      content: (id) =>
        isStored(id) ? this.#sight.render(section, stored(id), whoSees, drawing) : html`<p class="hint">${notYet}</p>`,
    };
  }

  get #drawing(): SightDrawing {
    const { localize } = this;
    return {
      said: localize.terms(settingsWords),
      shared: localize.terms(privacyWords),
      general: { ...localize.terms(clientWords), offline: localize.table.offline },
      localize,
    };
  }

  #formOf(section: string): OpenForm | undefined {
    return this.openForms.find(({ form }) => (form as PortfolioForm).section === section);
  }

  get #contributions(): OpenForm | undefined {
    return this.#formOf('contributions');
  }

  #see({ handle: _, versions: __, skills: ___, ...entries }: OwnPortfolio): void {
    this.#sight.see(entries);
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    this.#attachments.follow(this.connected);
    this.#sight.follow(this.connected);
  }

  protected override renderForms(): TemplateResult {
    const level = this.headingLevel || 2;
    const { title, nothingSent, files } = this.localize.terms(words);
    this.#attachments.drawing = { words: files, localize: this.localize };
    const { writing } = this.stateWords;
    const foremost = this.openForms.find(({ editor }) => editor.status === this.status)!;
    const shown = this.openForms.filter(({ form, editor }) => !form.list?.fixed || hasItems(editor));
    return html`<div class="head">
        <div part="title" class="title" role="heading" aria-level=${level}>${title}</div>
        <p class="help">${statusText(foremost.editor, writing, this.localize)}</p>
        ${shown.length < 2 ? html`<p class="help">${nothingSent}</p>` : ''}
      </div>
      ${repeat(
        shown,
        ({ prefix }) => prefix,
        (form) => this.#renderSection(form, Math.min(level + 1, 6)),
      )}
      ${this.#sight.renderFoot(this.#drawing)}`;
  }

  #renderSection(form: OpenForm, level: number): TemplateResult {
    const { sent, own } = this.localize.terms(words);
    const { title } = this.wordsOf(form.form);
    return html`<section part="section" class="section" data-section=${(form.form as PortfolioForm).section}>
      <div class="top">
        <div id="${form.prefix}title" class="heading" part="heading" role="heading" aria-level=${level}>${title}</div>
        <p class="help">${form.form.list!.fixed ? sent : own}</p>
      </div>
      ${this.renderForm(form, 0)}
    </section>`;
  }
}

function hasItems({ copy }: OpenForm['editor']): boolean {
  return copy !== undefined && idsOf(copy.values).length > 0;
}

declare global {
  interface HTMLElementTagNameMap {
    'gigsy-portfolio-editor': GigsyPortfolioEditor;
  }
}
